// actions.csv, risks.csv and decisions.csv → the board's registers, or what is wrong with each line.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { parseQuarter, type Quarter } from '../domain/period.js';
import type { Facts, Problem } from '../domain/problem.js';
import { describeRefusal } from '../domain/refusal.js';
import { findNameFault, type NameableMeasure } from './register-figures.js';

const textSchema = z.string().trim().min(1);
const quarterSchema = z
  .string()
  .transform((written) => parseQuarter(written))
  .refine((read) => read !== null, 'refused-quarter');
const optionalQuarterSchema = z
  .string()
  .transform((written) => (written.trim() === '' ? null : parseQuarter(written)));
const identifiersSchema = z.string().transform((written) =>
  written
    .split(';')
    .map((id) => id.trim())
    .filter((id) => id !== ''),
);
/** The column that a register may lack: a line that does not say is for the editions that hide nothing. */
const EDITIONS = 'editions';
const editionsSchema = identifiersSchema.transform((named) => (named.length > 0 ? named : null));
/** The column that actions may lack: what the first measure named should come to by the due quarter. */
const TARGET = 'target';
const targetSchema = z
  .string()
  .trim()
  .regex(/^(?:\d+(?:\.\d+)?%?)?$/, 'refused-target')
  .transform(readTarget);
const levelSchema = z.enum(['low', 'medium', 'high']);

const actionSchema = z.strictObject({
  id: textSchema,
  opened_quarter: quarterSchema,
  owner_en: textSchema,
  owner_cy: textSchema,
  action_en: textSchema,
  action_cy: textSchema,
  measures: identifiersSchema,
  due_quarter: quarterSchema,
  status: z.enum(['open', 'done', 'dropped']),
  closed_quarter: optionalQuarterSchema,
  [TARGET]: targetSchema,
  [EDITIONS]: editionsSchema,
});
const riskSchema = z.strictObject({
  id: textSchema,
  opened_quarter: quarterSchema,
  owner_en: textSchema,
  owner_cy: textSchema,
  risk_en: textSchema,
  risk_cy: textSchema,
  likelihood: levelSchema,
  impact: levelSchema,
  response_en: textSchema,
  response_cy: textSchema,
  measures: identifiersSchema,
  status: z.enum(['open', 'closed']),
  closed_quarter: optionalQuarterSchema,
  [EDITIONS]: editionsSchema,
});
const decisionSchema = z.strictObject({
  id: textSchema,
  opened_quarter: quarterSchema,
  decision_en: textSchema,
  decision_cy: textSchema,
  measures: identifiersSchema,
  actions: identifiersSchema,
  [EDITIONS]: editionsSchema,
});

/** What an action's first measure should come to: a number of events, or a share from 0 to 1. */
export interface ActionTarget {
  readonly value: number;
  readonly isShare: boolean;
}

function readTarget(written: string): ActionTarget | null {
  if (written === '') return null;
  const isShare = written.endsWith('%');
  const value = Number.parseFloat(written);
  return { value: isShare ? value / 100 : value, isShare };
}

type RegisterEntry<Schema extends z.ZodType> = Omit<
  z.infer<Schema>,
  'opened_quarter' | 'due_quarter'
> & {
  readonly opened_quarter: Quarter;
};
/** An action that a named owner does for the board by a quarter. */
export type Action = RegisterEntry<typeof actionSchema> & { readonly due_quarter: Quarter };
/** A risk, and the response to it. */
export type Risk = RegisterEntry<typeof riskSchema>;
/** A decision of the board, and the actions that follow from it. */
export type BoardDecision = RegisterEntry<typeof decisionSchema>;

/** The registers that a board keeps from pack to pack. */
export interface Registers {
  readonly actions: readonly Action[];
  readonly risks: readonly Risk[];
  readonly decisions: readonly BoardDecision[];
  readonly problems: readonly Problem[];
}

/** The names that a line may use. */
interface KnownNames {
  readonly measures: ReadonlyMap<string, NameableMeasure>;
  readonly editions: ReadonlySet<string>;
}

interface NamingEntry {
  readonly id: string;
  readonly measures: readonly string[];
  readonly editions: readonly string[] | null;
}

/** Reads the three registers of a folder. A missing file is an empty register; an invalid line is a problem. */
export function readRegisters(folder: string, known: KnownNames): Registers {
  const actions = readRegister<Action>(folder, 'actions.csv', actionSchema, known);
  const risks = readRegister<Risk>(folder, 'risks.csv', riskSchema, known);
  const decisions = readRegister<BoardDecision>(folder, 'decisions.csv', decisionSchema, known);
  const closed = [
    ...findClosingProblems('actions.csv', actions.lines),
    ...findClosingProblems('risks.csv', risks.lines),
  ];
  return {
    actions: actions.lines.map(({ entry }) => entry),
    risks: risks.lines.map(({ entry }) => entry),
    decisions: decisions.lines.map(({ entry }) => entry),
    problems: [...actions.problems, ...risks.problems, ...decisions.problems, ...closed],
  };
}

interface RegisterLine<Entry> {
  readonly line: number;
  readonly entry: Entry;
}

function readRegister<Entry extends NamingEntry>(
  folder: string,
  file: string,
  schema: z.ZodObject,
  known: KnownNames,
): { lines: RegisterLine<Entry>[]; problems: Problem[] } {
  const path = join(folder, file);
  if (!existsSync(path)) return { lines: [], problems: [] };
  const content = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const { data, meta } = Papa.parse<Record<string, string>>(content, {
    header: true,
    skipEmptyLines: 'greedy',
  });
  const headings = listHeadings(schema);
  const optional = OPTIONAL.filter((heading) => heading in schema.shape);
  if (!isHeadingRow(meta.fields ?? [], headings, optional))
    return {
      lines: [],
      problems: [rejectLine(file, 1, 'headings', { headings, editions: optional.join(', ') })],
    };
  const lines: RegisterLine<Entry>[] = [];
  const problems: Problem[] = [];
  for (const [index, row] of data.entries()) {
    const result = schema.safeParse({
      ...Object.fromEntries(optional.map((heading) => [heading, ''])),
      ...row,
    });
    const line = index + 2;
    if (result.success) lines.push({ line, entry: result.data as unknown as Entry });
    else problems.push(...rejectCells(file, line, result.error));
  }
  return {
    lines,
    problems: [
      ...problems,
      ...lines.flatMap((each, at) => findLineProblems(each, at, lines, file, known)),
    ],
  };
}

/** The columns that a register must have. */
function listHeadings(schema: z.ZodObject): string[] {
  return Object.keys(schema.shape).filter((heading) => !OPTIONAL.includes(heading));
}

/** Columns that may be left out, and come last. */
const OPTIONAL: readonly string[] = [TARGET, EDITIONS];

function rejectCells(file: string, line: number, { issues }: z.ZodError): Problem[] {
  return issues.map((issue) =>
    rejectLine(file, line, 'cell', {
      name: issue.path.join('.'),
      message: describeRefusal(issue),
    }),
  );
}

function isHeadingRow(
  fields: readonly string[],
  headings: readonly string[],
  optional: readonly string[],
): boolean {
  const further = fields.slice(headings.length);
  return (
    fields.slice(0, headings.length).join() === headings.join() &&
    further.every((heading, at) => optional.includes(heading) && further.indexOf(heading) === at)
  );
}

function findLineProblems<Entry extends NamingEntry>(
  { line, entry }: RegisterLine<Entry>,
  at: number,
  lines: readonly RegisterLine<Entry>[],
  file: string,
  known: KnownNames,
): Problem[] {
  const isRepeated = lines.slice(0, at).some((earlier) => earlier.entry.id === entry.id);
  return [
    ...(isRepeated ? [rejectLine(file, line, 'repeated', { id: entry.id })] : []),
    ...entry.measures
      .map((written) => findNameFault(written, known.measures))
      .filter((fault) => fault !== null)
      .map(({ variant, facts }) => rejectLine(file, line, variant, facts)),
    ...(entry.editions ?? [])
      .filter((name) => !known.editions.has(name))
      .map((name) => rejectLine(file, line, 'edition', { name })),
  ];
}

function findClosingProblems(
  file: string,
  lines: readonly RegisterLine<{ status: string; closed_quarter: Quarter | null }>[],
): Problem[] {
  return lines
    .filter(({ entry }) => (entry.status === 'open') !== (entry.closed_quarter === null))
    .map(({ line }) => rejectLine(file, line, 'closing'));
}

function rejectLine(file: string, line: number, variant: string, facts: Facts = {}): Problem {
  return { kind: 'data', code: 'bad-register', variant, file, line, facts };
}
