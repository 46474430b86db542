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
const supplierSchema = z.strictObject({
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
type SupplierLabel = z.infer<typeof labelSchema>;

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
  const labels = readLabels(join(folder, 'labels.csv'));
  const problems = labels.flatMap((label, at) => {
    const list = codes.get(label.list);
    const isKnown = label.supplier === '' || byName.has(label.supplier);
    if (list && isKnown && findLabel(list, label.means) !== null) return [];
    return [describeBadLabel(at + 2, list && isKnown ? 'means' : list ? 'supplier' : 'list')];
  });
  problems.push(...[...byName.values()].flatMap((each) => findUnknownHeadings(each, contracts)));
  if (problems.length > 0) throw new ProblemError(problems);
  return { byName, labels };
}

function findUnknownHeadings(
  { name, headings }: Supplier,
  contracts: readonly Contract[],
): Problem[] {
  return Object.entries(headings).flatMap(([extract, columns]) => {
    const own = contracts.filter((each) => extract === 'every' || each.extract === extract);
    const known = new Set(own.flatMap((each) => each.columns.map((column) => column.name)));
    return Object.keys(columns).flatMap((column) =>
      known.has(column) ? [] : [describeUnknownHeading(name, `${extract}.${column}`)],
    );
  });
}

function describeUnknownHeading(supplier: string, place: string): Problem {
  return {
    kind: 'declaration',
    code: 'bad-supplier',
    file: `queries/suppliers/${supplier}.yaml`,
    what: `headings.${place}: no contract has such a column`,
    fix: 'Name an extract of queries/contracts, or every, and one of its columns.',
  };
}

function readLabels(path: string): SupplierLabel[] {
  if (!existsSync(path)) return [];
  const { data } = Papa.parse<unknown>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const read = data.map((row) => labelSchema.safeParse(row));
  const wrong = read.flatMap((row, at) =>
    row.success ? [] : [describeBadLabel(at + 2, findWrongColumn(row.error))],
  );
  if (wrong.length > 0) throw new ProblemError(wrong);
  return read.flatMap((row) => (row.success ? [row.data] : []));
}

function findWrongColumn({ issues }: z.ZodError): string {
  const [column] = issues[0]?.path ?? [];
  return typeof column === 'string' ? column : LABEL_COLUMNS.join(',');
}

function describeBadLabel(line: number, column: string): Problem {
  return {
    kind: 'declaration',
    code: 'bad-label',
    ...{ file: LABELS_FILE, line, column },
    what: 'is not a line that gives a supplier’s label its meaning',
    fix: `Write ${LABEL_COLUMNS.join(',')}: a file of queries/suppliers or nothing, a list of queries/codes, the label as it is sent, and the list’s own label.`,
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
  const own = new Map(
    contract.columns.map(({ name }) => [
      name,
      findSupplierHeadings(supplier, contract.extract, name, day),
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
 * The code list for a supplier's files received on a day: the supplier's own labels override those for any supplier.
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
  const own = [...inForce].sort((one, other) => compareText(one.supplier, other.supplier));
  const spellings = own.map(
    ({ label, means }) => [normaliseLabel(label), findLabel(list, means) ?? means] as const,
  );
  return { ...list, labels: new Map([...list.labels, ...spellings]) };
}
