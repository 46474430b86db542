// A supplier's own headings and labels → the contract and the code lists by which its files are read.
import { compareText } from '../domain/compare-text.js';
import type { Day } from '../domain/period.js';
import { findLabel, normaliseLabel, type CodeList } from './codes.js';
import type { Contract, ContractColumn } from './contract.js';
import { normaliseHeading } from './headings.js';
import type { ColumnsByExtract, Supplier, SupplierLabel } from './supplier.js';

/**
 * The contract for a supplier's files received on a day: the supplier's headings come first, and a heading that it uses
 * for one column is removed from the others.
 */
export function applySupplierHeadings(
  contract: Contract,
  supplier: Supplier | undefined,
  day: Day,
): Contract {
  if (!supplier) return contract;
  const decided = new Map(
    contract.columns.flatMap(({ name, own: headings = [] }) =>
      headings.map((each) => [normaliseHeading(each), name] as const),
    ),
  );
  const own = new Map(
    contract.columns.map(({ name }) => [
      name,
      findSupplierHeadings(supplier, contract.extract, name, day).filter(
        (each) => (decided.get(normaliseHeading(each)) ?? name) === name,
      ),
    ]),
  );
  const taken = new Map(
    [...own].flatMap(([name, headings]) => headings.map((each) => [normaliseHeading(each), name])),
  );
  const addHeadings = (column: ContractColumn): ContractColumn => {
    const general = column.headings.filter(
      (each) => (taken.get(normaliseHeading(each)) ?? column.name) === column.name,
    );
    const headings = own.get(column.name) ?? [];
    const unconfirmed = supplier.confirmed ? [] : headings;
    const marks = listMarks(supplier, contract.extract, column.name);
    return { ...column, headings: [...headings, ...general], unconfirmed, ...marks };
  };
  const [columns, storedColumns] = [
    contract.columns.map(addHeadings),
    contract.storedColumns.map(addHeadings),
  ];
  const { name, unused = new Set<string>() } = supplier;
  return { ...contract, columns, storedColumns, supplier: name, unused };
}

function listMarks(
  { first_known: firstKnown, day_means_yes: days }: Supplier,
  extract: string,
  column: string,
): Pick<ContractColumn, 'isFirstKnown' | 'isDay'> {
  return {
    isFirstKnown: isNamed(firstKnown, extract, column),
    isDay: isNamed(days, extract, column),
  };
}

function isNamed(columns: ColumnsByExtract | undefined, extract: string, column: string): boolean {
  return columns?.[extract]?.includes(column) === true;
}

/** A supplier's own headings for a column on a day. */
function findSupplierHeadings(
  { headings }: Supplier,
  extract: string,
  column: string,
  day: Day,
): string[] {
  const listed = ['every', extract].flatMap((key) => headings[key]?.[column] ?? []);
  return listed.flatMap((each) => {
    if (typeof each === 'string') return [each];
    return isInForce(day, each.from, each.until) ? [each.heading] : [];
  });
}

function isInForce(day: Day, from: Day | undefined, until: Day | undefined): boolean {
  return (!from || day >= from) && (!until || day <= until);
}

/**
 * The code list for a supplier's files received on a day: the supplier's own labels override those for any supplier, and
 * those of the service's folder override both.
 */
export function applySupplierLabels(
  list: CodeList,
  labels: readonly SupplierLabel[],
  supplier: string,
  day: Day,
): CodeList {
  const inForce = labels.filter(
    (each) =>
      each.list === list.name &&
      (each.supplier === '' || each.supplier === supplier) &&
      isInForce(day, each.valid_from, each.valid_to),
  );
  if (inForce.length === 0) return list;
  const own = [...inForce].sort(
    (one, other) =>
      Number(one.isOwn ?? false) - Number(other.isOwn ?? false) ||
      compareText(one.supplier, other.supplier),
  );
  const spellings = own.map(
    ({ label, means }) => [normaliseLabel(label), findLabel(list, means) ?? means] as const,
  );
  return { ...list, labels: new Map([...list.labels, ...spellings]) };
}
