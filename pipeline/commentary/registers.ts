// actions.csv, risks.csv, decisions.csv and reviews.csv → the board's registers, or what is wrong with each line.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import type { Quarter } from '../domain/period.js';
import type { Facts, Problem } from '../domain/problem.js';
import { describeRefusal } from '../domain/refusal.js';
import { findNameFault, type NameableMeasure } from './register-figures.js';
import {
  actionSchema,
  decisionSchema,
  OPTIONAL_COLUMNS,
  reviewSchema,
  riskSchema,
} from './register-columns.js';

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

/** A difference between our figure and a published one that a person accepted or contested, with name, role and day. */
export type Review = z.infer<typeof reviewSchema>;

/** The registers that a board keeps from pack to pack. */
export interface Registers {
  readonly actions: readonly Action[];
  readonly risks: readonly Risk[];
  readonly decisions: readonly BoardDecision[];
  readonly reviews: readonly Review[];
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
  /** A register without the column is for the editions that hide nothing. */
  readonly editions?: readonly string[] | null;
}

/** Reads the four registers of a folder. A missing file is an empty register; an invalid line is a problem. */
export function readRegisters(folder: string, known: KnownNames): Registers {
  const actions = readRegister<Action>(folder, 'actions.csv', actionSchema, known);
  const risks = readRegister<Risk>(folder, 'risks.csv', riskSchema, known);
  const decisions = readRegister<BoardDecision>(folder, 'decisions.csv', decisionSchema, known);
  const reviews = readRegister<Review>(folder, 'reviews.csv', reviewSchema, known);
  const closed = [
    ...findClosingProblems('actions.csv', actions.lines),
    ...findClosingProblems('risks.csv', risks.lines),
    ...findSourceProblems('actions.csv', actions.lines),
  ];
  return {
    actions: actions.lines.map(({ entry }) => entry),
    risks: risks.lines.map(({ entry }) => entry),
    decisions: decisions.lines.map(({ entry }) => entry),
    reviews: reviews.lines.map(({ entry }) => entry),
    problems: [actions, risks, decisions, reviews]
      .flatMap(({ problems }) => problems)
      .concat(closed),
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
  const optional = OPTIONAL_COLUMNS.filter((heading) => heading in schema.shape);
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
  return Object.keys(schema.shape).filter((heading) => !OPTIONAL_COLUMNS.includes(heading));
}

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

/** What asked for an action has a name in both languages, and nothing else gives a recommendation. */
function findSourceProblems(
  file: string,
  lines: readonly RegisterLine<
    Pick<Action, 'source' | 'source_en' | 'source_cy' | 'recommendation'>
  >[],
): Problem[] {
  return lines
    .filter(({ entry: { source, source_en, source_cy, recommendation } }) => {
      const isNamed = source_en !== '' && source_cy !== '';
      const isBlank = source_en === '' && source_cy === '' && recommendation === '';
      return source === '' ? !isBlank : !isNamed;
    })
    .map(({ line }) => rejectLine(file, line, 'source'));
}

function rejectLine(file: string, line: number, variant: string, facts: Facts = {}): Problem {
  return { kind: 'data', code: 'bad-register', variant, file, line, facts };
}
