// queries/suppliers/ → a supplier's own headings and labels, applied to contracts and code lists.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { compareText } from '../domain/compare-text.js';
import { readDeclarations } from '../domain/declared.js';
import { wordsSchema } from '../domain/language.js';
import type { Day } from '../domain/period.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import { normaliseLabel, findLabel, type CodeList } from './codes.js';
import type { ContractColumn, Contract } from './contract.js';
import { normaliseHeading } from './headings.js';

/** A heading, and optionally the period of receipt in which it means the column. */
const heading = z.union([
  z.string().min(1),
  z.strictObject({
    heading: z.string().min(1),
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
  }),
]);

/** Strict schema of a supplier's file. */
export const supplierSchema = z.strictObject({
  title: wordsSchema,
  /** Whether somebody has confirmed these headings in an extract of this supplier. */
  confirmed: z.boolean(),
  source: z.string().min(1),
  /**
   * By extract (or `every`) and column: the headings that this supplier uses for it, and for no other column of that
   * extract.
   */
  headings: z.record(z.string(), z.record(z.string(), z.array(heading).min(1))),
});

const labelSchema = z.strictObject({
  supplier: z.string(),
  list: z.string().min(1),
  label: z.string().min(1),
  means: z.string().min(1),
  valid_from: z.iso.date().or(z.literal('')),
  valid_to: z.iso.date().or(z.literal('')),
  note: z.string(),
});

/** A label that one supplier (or any, if `supplier` is empty) uses for a known one, in files received in a period. */
export type SupplierLabel = z.infer<typeof labelSchema> & {
  /** Whether a service gave it in its own folder: then it wins over those that come with the program. */
  readonly isOwn?: boolean;
};

/** A supplier of case systems, named by its file. */
export interface Supplier extends z.infer<typeof supplierSchema> {
  readonly name: string;
}

/** Every supplier by name, and the meaning of their labels. */
export interface Suppliers {
  readonly byName: ReadonlyMap<string, Supplier>;
  readonly labels: readonly SupplierLabel[];
}

/** The path of the labels file in problems. */
export const LABELS_FILE = 'queries/suppliers/labels.csv';

const LABEL_COLUMNS = [
  'supplier',
  'list',
  'label',
  'means',
  'valid_from',
  'valid_to',
  'note',
] as const;

/** The line of the labels file that maps a text to a known label. */
export function formatLabelLine(
  supplier: string,
  list: string,
  text: string,
  means: string,
): string {
  return Papa.unparse([[supplier, list, text, means, '', '', '']]);
}

/**
 * Reads the folder. Throws `ProblemError` for headings of an extract or column that no contract has, and for a label
 * with an unknown list, supplier or meaning.
 */
export function readSuppliers(
  folder: string,
  codes: ReadonlyMap<string, CodeList>,
  contracts: readonly Contract[],
): Suppliers {
  const declared = existsSync(folder) ? readDeclarations(folder, supplierSchema) : [];
  const byName = new Map(
    declared.map(({ name, declared: supplier }) => [name, { ...supplier, name }]),
  );
  const labels = readLabels(join(folder, 'labels.csv'), LABELS_FILE);
  const problems = findBadLabels(labels, codes, byName, LABELS_FILE);
  for (const each of byName.values())
    problems.push(...findUnknownHeadings(each, contracts, `queries/suppliers/${each.name}.yaml`));
  if (problems.length > 0) throw new ProblemError(problems);
  return { byName, labels };
}

/** Lists the labels whose list, supplier or meaning is unknown. `labels` are all the lines of `file`, in order. */
export function findBadLabels(
  labels: readonly SupplierLabel[],
  codes: ReadonlyMap<string, CodeList>,
  byName: Suppliers['byName'],
  file: string,
): Problem[] {
  return labels.flatMap((label, at) => {
    const list = codes.get(label.list);
    const isKnown = label.supplier === '' || byName.has(label.supplier);
    if (list && isKnown && findLabel(list, label.means) !== null) return [];
    const column = list && isKnown ? 'means' : list ? 'supplier' : 'list';
    return [describeBadLabel(file, at + 2, column)];
  });
}

/** Lists the headings of a supplier's file that are of an extract or a column that no contract has. */
export function findUnknownHeadings(
  { headings }: Pick<Supplier, 'headings'>,
  contracts: readonly Contract[],
  file: string,
): Problem[] {
  return Object.entries(headings).flatMap(([extract, columns]) => {
    const own = contracts.filter((each) => extract === 'every' || each.extract === extract);
    const known = new Set(own.flatMap((each) => each.columns.map((column) => column.name)));
    return Object.keys(columns).flatMap((column) =>
      known.has(column) ? [] : [describeUnknownHeading(file, `${extract}.${column}`)],
    );
  });
}

function describeUnknownHeading(file: string, place: string): Problem {
  return {
    kind: 'declaration',
    code: 'bad-supplier',
    file,
    variant: 'unknown-column',
    facts: { place },
  };
}

/** Reads the labels of a file, which problems call `name`; none if it does not exist. */
export function readLabels(path: string, name: string): SupplierLabel[] {
  if (!existsSync(path)) return [];
  const { data } = Papa.parse<unknown>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const read = data.map((row) => labelSchema.safeParse(row));
  const wrong = read.flatMap((row, at) =>
    row.success ? [] : [describeBadLabel(name, at + 2, findWrongColumn(row.error))],
  );
  if (wrong.length > 0) throw new ProblemError(wrong);
  return read.flatMap((row) => (row.success ? [row.data] : []));
}

function findWrongColumn({ issues }: z.ZodError): string {
  const [column] = issues[0]?.path ?? [];
  return typeof column === 'string' ? column : LABEL_COLUMNS.join(',');
}

function describeBadLabel(file: string, line: number, column: string): Problem {
  return {
    kind: 'declaration',
    code: 'bad-label',
    ...{ file, line, column },
    facts: { columns: LABEL_COLUMNS },
  };
}

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
    return { ...column, headings: [...headings, ...general], unconfirmed };
  };
  const [columns, storedColumns] = [
    contract.columns.map(addHeadings),
    contract.storedColumns.map(addHeadings),
  ];
  return { ...contract, columns, storedColumns, supplier: supplier.name };
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
