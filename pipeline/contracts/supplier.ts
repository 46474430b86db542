// queries/suppliers/ → each supplier's own headings and labels, as declared.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { readDeclarations } from '../domain/declared.js';
import { wordsSchema } from '../domain/language.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import { findLabel, type CodeList } from './codes.js';
import type { Contract } from './contract.js';
import { listUnusedHeadings, readUnused } from './unused-fields.js';

/** A heading, and optionally the period of receipt in which it means the column. */
const heading = z.union([
  z.string().min(1),
  z.strictObject({
    heading: z.string().min(1),
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
  }),
]);

const columnsByExtract = z.record(z.string(), z.array(z.string()));

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
  /**
   * By extract, the columns of which a file may have several of these headings: in each row the first that has a known
   * value decides.
   */
  first_known: columnsByExtract.optional(),
  /** By extract, the columns of yes or no in which it has the day instead: a day is yes, and one that means no date is no. */
  day_means_yes: columnsByExtract.optional(),
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
  /** The normalised headings of its fields that no column reads. */
  readonly unused?: ReadonlySet<string>;
}

export type ColumnsByExtract = z.infer<typeof columnsByExtract>;

/** What a supplier's file says of columns. */
type SupplierColumns = Pick<Supplier, 'headings' | 'first_known' | 'day_means_yes'>;

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
  const unused = readUnused(join(folder, 'not_used.csv'));
  const byName = new Map(
    declared.map(({ name, declared: supplier }) => [
      name,
      { ...supplier, name, unused: listUnusedHeadings(unused, name) },
    ]),
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
  { headings, first_known: firstKnown = {}, day_means_yes: days = {} }: SupplierColumns,
  contracts: readonly Contract[],
  file: string,
): Problem[] {
  const named = [
    ...Object.entries(headings).map(
      ([extract, columns]) => [extract, Object.keys(columns)] as const,
    ),
    ...[firstKnown, days].flatMap((each) => Object.entries(each)),
  ];
  return named.flatMap(([extract, columns]) => {
    const own = contracts.filter((each) => extract === 'every' || each.extract === extract);
    const known = new Set(own.flatMap((each) => each.columns.map((column) => column.name)));
    return columns.flatMap((column) =>
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
