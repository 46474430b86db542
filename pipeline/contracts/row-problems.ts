// What is wrong with a row, in words that name its place and never its contents.
import type { Problem } from '../domain/problem.js';
import type { CellFault } from './cells.js';
import type { Column } from './contract.js';

/** One fault of one row. */
export interface RowFault {
  readonly code: CellFault | 'duplicate-id' | 'orphan-reference';
  readonly file: string;
  readonly line: number;
  readonly column: Column;
  readonly heading: string;
  /** For a duplicate: the line that had the key first, in this file or, when several came, perhaps in one before it. */
  readonly first?: { readonly line: number; readonly anyFile: boolean };
}

type Words = Pick<Problem, 'what' | 'fix'>;

/** How many problems of one code in one column are told one by one; the rest are counted in one line. */
const TOLD = 20;

/** The problem a fault is reported as. */
export function rowProblem(fault: RowFault): Problem {
  const { code, file, line, heading } = fault;
  return { kind: 'data', code, file, line, column: heading, ...WORDS[code](fault) };
}

/** Keeps the first twenty problems of a code in a column of a file, and counts the rest in one more. */
export function summarised(problems: readonly Problem[]): Problem[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const place = JSON.stringify([problem.code, problem.file, problem.column]);
    const group = groups.get(place);
    if (group) group.push(problem);
    else groups.set(place, [problem]);
  }
  return [...groups.values()].flatMap((group) => [...group.slice(0, TOLD), ...theRest(group)]);
}

function theRest(group: readonly Problem[]): Problem[] {
  const next = group[TOLD];
  if (!next) return [];
  return [{ ...next, what: `${next.what}; so are ${group.length - TOLD - 1} more below it` }];
}

const WORDS: Record<RowFault['code'], (fault: RowFault) => Words> = {
  blank: ({ column }) => ({
    what: 'is blank, and must not be',
    fix: `Fill in ${column.name} in the case system.`,
  }),
  'bad-id': () => ({
    what: 'is not an identifier as the case system wrote it: a spreadsheet has changed it, or it is too long',
    fix: 'Export again and do not save the file from a spreadsheet, or format the column as text first.',
  }),
  'bad-date': () => ({
    what: 'is not a date written DD/MM/YYYY (or YYYY-MM-DD)',
    fix: 'Write day, month and a four-digit year, and check that the day exists.',
  }),
  'date-out-of-range': () => ({
    what: 'is a date too long ago or in the future',
    fix: 'Correct the year in the case system.',
  }),
  'bad-yes-no': () => ({
    what: 'is neither yes nor no',
    fix: 'Write yes or no, or leave it blank when it is not recorded.',
  }),
  'bad-number': () => ({ what: 'is not a number', fix: 'Write digits only.' }),
  'number-out-of-range': ({ column }) => ({
    what: column.type === 'whole' ? `is not ${column.least} to ${column.most}` : 'is out of range',
    fix: 'Correct it in the case system.',
  }),
  'unknown-code': ({ column }) => ({
    what: 'is a code that is not on the list',
    fix: `Correct it, or add the label to queries/codes/${column.type === 'code' ? column.codes : ''}.csv.`,
  }),
  'duplicate-id': ({ first }) => ({
    what: `has the same identifier as line ${first?.line ?? 0}${first?.anyFile ? ' of this file or of one before it' : ''}`,
    fix: 'Remove one of the two rows in the case system, or export again without joining tables.',
  }),
  'orphan-reference': ({ column }) => ({
    what: `points at a record that is not among the accepted rows of ${column.references ?? ''}`,
    fix: `Export ${column.references ?? ''} again at the same time and with every record, or correct the number.`,
  }),
};
