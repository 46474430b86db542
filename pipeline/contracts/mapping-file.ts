// mapping.csv of a service's folder → what it decided that unknown headings and labels of its extracts mean.
import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { z } from 'zod';
import { ProblemError, type Problem } from '../domain/problem.js';
import { normaliseLabel } from './codes.js';
import { normaliseHeading } from './headings.js';
import type { OwnHeading } from './own-headings.js';
import type { SupplierLabel } from './supplier.js';

/** The name of the file in a service's folder. */
export const MAPPING_NAME = 'mapping.csv';

const always = {
  /** An apostrophe before what a spreadsheet would run as a formula is no part of the text. */
  found: z
    .string()
    .min(1)
    .transform((text) => text.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '')),
  means: z.string().min(1),
  decided_on: z.iso.date(),
  decided_by: z.string().min(1),
};

const decisionSchema = z.discriminatedUnion('kind', [
  /** A heading of an extract, and the column that it means. */
  z.strictObject({
    kind: z.literal('heading'),
    extract: z.string().min(1),
    list: z.literal(''),
    supplier: z.literal(''),
    ...always,
  }),
  /** A label of a code list, in extracts of one supplier or of any, and the label of the list that it means. */
  z.strictObject({
    kind: z.literal('label'),
    extract: z.literal(''),
    list: z.string().min(1),
    supplier: z.string(),
    ...always,
  }),
]);

/** What somebody decided that one heading or label means. */
export type MappingDecision = z.infer<typeof decisionSchema>;

/** The columns of the file, in order. */
export const MAPPING_COLUMNS = [
  ...(['kind', 'extract', 'list', 'supplier', 'found', 'means'] as const),
  ...(['decided_on', 'decided_by'] as const),
] as const;

/** Reads the decisions in the order in which they were taken; none if there is no file. Throws `ProblemError`. */
export function readMapping(file: string): MappingDecision[] {
  if (!existsSync(file)) return [];
  const { data } = Papa.parse<unknown>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const read = data.map((row) => decisionSchema.safeParse(row));
  const problems = read.flatMap((row, at) => (row.success ? [] : [describeBadLine(file, at + 2)]));
  if (problems.length > 0) throw new ProblemError(problems);
  return read.flatMap((row) => (row.success ? [row.data] : []));
}

/** What a decision is about: two decisions with the same subject are about the same heading or label. */
export function mappingSubject({
  kind,
  extract,
  list,
  supplier,
  found,
}: Pick<MappingDecision, 'kind' | 'extract' | 'list' | 'supplier' | 'found'>): string {
  const text = kind === 'heading' ? normaliseHeading(found) : normaliseLabel(found);
  return JSON.stringify([kind, extract, list, supplier, text]);
}

/** The decisions in force: of several about one heading or label, the last. */
export function selectCurrent(decisions: readonly MappingDecision[]): MappingDecision[] {
  return [...new Map(decisions.map((each) => [mappingSubject(each), each])).values()];
}

/** The headings decided, as lines of headings.csv. */
export function listDecidedHeadings(decisions: readonly MappingDecision[]): OwnHeading[] {
  return selectCurrent(decisions).flatMap((each): OwnHeading[] => {
    const { kind, extract, found: heading, means: column } = each;
    const line = decisions.indexOf(each) + 2;
    return kind === 'heading' ? [{ extract, column, heading, note: '', line }] : [];
  });
}

/** The lines of headings.csv that no later decision is about. */
export function selectUndecided(
  own: readonly OwnHeading[],
  decided: readonly OwnHeading[],
): OwnHeading[] {
  const keys = new Set(decided.map(headingKey));
  return own.filter((each) => !keys.has(headingKey(each)));
}

function headingKey({ extract, heading }: OwnHeading): string {
  return JSON.stringify([extract, normaliseHeading(heading)]);
}

/** The labels decided, as lines of labels.csv. */
export function listDecidedLabels(decisions: readonly MappingDecision[]): SupplierLabel[] {
  return selectCurrent(decisions).flatMap((each): SupplierLabel[] => {
    const { kind, list, supplier, found: label, means } = each;
    const open = { valid_from: '', valid_to: '', note: '', isOwn: true } as const;
    return kind === 'label' ? [{ supplier, list, label, means, ...open }] : [];
  });
}

function describeBadLine(file: string, line: number): Problem {
  return {
    kind: 'declaration',
    code: 'bad-mapping',
    ...{ file, line },
    facts: { columns: [...MAPPING_COLUMNS] },
  };
}
