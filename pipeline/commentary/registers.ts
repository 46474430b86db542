// actions.csv, risks.csv and decisions.csv → what the board remembers, or what is wrong with each line.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { parseQuarter, type Quarter } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';

const text = z.string().trim().min(1);
const quarter = z
  .string()
  .transform((written) => parseQuarter(written))
  .refine((read) => read !== null, 'is not a quarter written like 2022-23 Q4');
const quarterOrNone = z
  .string()
  .transform((written) => (written.trim() === '' ? null : parseQuarter(written)));
const measures = z.string().transform((written) =>
  written
    .split(';')
    .map((id) => id.trim())
    .filter((id) => id !== ''),
);
const level = z.enum(['low', 'medium', 'high']);

const actionShape = z.strictObject({
  id: text,
  opened_quarter: quarter,
  owner_en: text,
  owner_cy: text,
  action_en: text,
  action_cy: text,
  measures,
  due_quarter: quarter,
  status: z.enum(['open', 'done', 'dropped']),
  closed_quarter: quarterOrNone,
});
const riskShape = z.strictObject({
  id: text,
  opened_quarter: quarter,
  owner_en: text,
  owner_cy: text,
  risk_en: text,
  risk_cy: text,
  likelihood: level,
  impact: level,
  response_en: text,
  response_cy: text,
  measures,
  status: z.enum(['open', 'closed']),
  closed_quarter: quarterOrNone,
});
const decisionShape = z.strictObject({
  id: text,
  opened_quarter: quarter,
  decision_en: text,
  decision_cy: text,
  measures,
  actions: measures,
});

type Read<Shape extends z.ZodType> = Omit<z.infer<Shape>, 'opened_quarter' | 'due_quarter'> & {
  readonly opened_quarter: Quarter;
};
/** Something somebody does for the board by a quarter. */
export type Action = Read<typeof actionShape> & { readonly due_quarter: Quarter };
/** Something that may go wrong, and what is done about it. */
export type Risk = Read<typeof riskShape>;
/** Something the board decided, and the actions that follow from it. */
export type Decision = Read<typeof decisionShape>;

/** What a board remembers from pack to pack. */
export interface Registers {
  readonly actions: readonly Action[];
  readonly risks: readonly Risk[];
  readonly decisions: readonly Decision[];
  readonly problems: readonly Problem[];
}

/** Reads the three registers of a folder. One that is not there is empty; a line that will not do is a problem. */
export function readRegisters(folder: string, known: ReadonlySet<string>): Registers {
  const actions = readRegister<Action>(folder, 'actions.csv', actionShape, known);
  const risks = readRegister<Risk>(folder, 'risks.csv', riskShape, known);
  const decisions = readRegister<Decision>(folder, 'decisions.csv', decisionShape, known);
  const closed = [
    ...closingProblems('actions.csv', actions.lines),
    ...closingProblems('risks.csv', risks.lines),
  ];
  return {
    actions: actions.lines.map(({ read }) => read),
    risks: risks.lines.map(({ read }) => read),
    decisions: decisions.lines.map(({ read }) => read),
    problems: [...actions.problems, ...risks.problems, ...decisions.problems, ...closed],
  };
}

interface Line<Entry> {
  readonly line: number;
  readonly read: Entry;
}

function readRegister<Entry extends { id: string; measures: string[] }>(
  folder: string,
  file: string,
  shape: z.ZodObject,
  known: ReadonlySet<string>,
): { lines: Line<Entry>[]; problems: Problem[] } {
  const path = join(folder, file);
  if (!existsSync(path)) return { lines: [], problems: [] };
  const content = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const { data, meta } = Papa.parse<Record<string, string>>(content, {
    header: true,
    skipEmptyLines: 'greedy',
  });
  const heads = Object.keys(shape.shape);
  if (meta.fields?.join() !== heads.join())
    return {
      lines: [],
      problems: [wrong(file, 1, `does not have the headings ${heads.join(',')}`)],
    };
  const lines: Line<Entry>[] = [];
  const problems: Problem[] = [];
  for (const [index, row] of data.entries()) {
    const result = shape.safeParse(row);
    const line = index + 2;
    if (result.success) lines.push({ line, read: result.data as unknown as Entry });
    else
      problems.push(
        ...result.error.issues.map(({ path: key, message }) =>
          wrong(file, line, `${key.join('.')}: ${message}`),
        ),
      );
  }
  return {
    lines,
    problems: [...problems, ...lines.flatMap((each, at) => oddities(each, at, lines, file, known))],
  };
}

function oddities<Entry extends { id: string; measures: string[] }>(
  { line, read }: Line<Entry>,
  at: number,
  lines: readonly Line<Entry>[],
  file: string,
  known: ReadonlySet<string>,
): Problem[] {
  const again = lines.slice(0, at).some((earlier) => earlier.read.id === read.id);
  return [
    ...(again ? [wrong(file, line, `the number ${read.id} is used twice`)] : []),
    ...read.measures
      .filter((id) => !known.has(id))
      .map((id) => wrong(file, line, `there is no measure called ${id}`)),
  ];
}

function closingProblems(
  file: string,
  lines: readonly Line<{ status: string; closed_quarter: Quarter | null }>[],
): Problem[] {
  return lines
    .filter(({ read }) => (read.status === 'open') !== (read.closed_quarter === null))
    .map(({ line }) => wrong(file, line, 'closed_quarter and status do not agree'));
}

function wrong(file: string, line: number, what: string): Problem {
  return {
    kind: 'data',
    code: 'bad-register',
    file,
    line,
    what,
    fix: 'Mend the line. Quarters are written 2022-23 Q4; several measures are separated by ; and an open line has no closed_quarter.',
  };
}
