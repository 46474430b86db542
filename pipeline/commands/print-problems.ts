// Problems → lines on a terminal: what is wrong, where, how many, and what to do.
import { isBlocking, type Problem } from '../domain/problem.js';
import {
  describeProblem,
  writeAmount,
  type ProblemText,
  type ProblemWords,
} from '../domain/problem-words.js';
import type { Terminal } from './print.js';

/** Problems that say the same of several lines of one file, or notes that say the same of several files. */
interface ProblemGroup extends ProblemText {
  readonly problems: readonly [Problem, ...Problem[]];
}

/**
 * Notes first, blocking problems last, nearest to where a person types next. What is said of many lines, and a note that
 * is said of many files, is printed once: thirty missing files must not hide the one that is wrong.
 */
export function printProblems(
  terminal: Terminal,
  problems: readonly Problem[],
  words: ProblemWords,
): void {
  const groups = groupAlike(problems, words);
  const isNote = ({ problems: [first] }: ProblemGroup): boolean => !isBlocking(first);
  for (const group of [...groups.filter(isNote), ...groups.filter((each) => !isNote(each))])
    printGroup(terminal, group, words);
}

/** Problems in groups, in the order in which each group begins. */
function groupAlike(problems: readonly Problem[], words: ProblemWords): ProblemGroup[] {
  const groups = new Map<string, ProblemText & { problems: [Problem, ...Problem[]] }>();
  for (const problem of problems) {
    const text = describeProblem(problem, words);
    const key = groupKey(problem, text);
    const group = groups.get(key);
    if (group) group.problems.push(problem);
    else groups.set(key, { ...text, problems: [problem] });
  }
  return [...groups.values()];
}

function groupKey(
  { kind, code, file = '', line, column = '' }: Problem,
  text: ProblemText,
): string {
  const said = [text.what, text.fix];
  const isOfFile = kind === 'note' && line === undefined && column === '' && file !== '';
  if (!isOfFile) return JSON.stringify([kind, code, file, column, ...said]);
  return JSON.stringify([kind, code, ...said.map((each) => each.replaceAll(file, ''))]);
}

/** Lines of a file that are named one by one; of more, only the number. */
const MAX_LINES = 20;
/** As wide as a terminal usually is. */
const WIDTH = 100;

function printGroup(
  terminal: Terminal,
  { problems, what, fix }: ProblemGroup,
  words: ProblemWords,
): void {
  const [{ kind, code }] = problems;
  const sign = words.labels[kind === 'note' ? 'note' : 'problem'] ?? kind;
  terminal.err(`${sign} [${code}] ${what}`);
  const where = describePlace(problems, words);
  if (where !== '')
    for (const line of wrapNames(`  ${words.labels['where'] ?? ''}: `, where)) terminal.err(line);
  const rows = countRows(problems);
  if (rows > 1)
    terminal.err(`  ${words.labels['how_many'] ?? ''}: ${writeAmount('rows', rows, words)}`);
  terminal.err(`  → ${fix}`);
}

function describePlace(problems: ProblemGroup['problems'], words: ProblemWords): string {
  const [first] = problems;
  const files = [...new Set(problems.flatMap(({ file }) => file ?? []))];
  const lines = problems.flatMap(({ line }) => line ?? []);
  const [line] = lines;
  const column = first.column ? `${words.labels['column'] ?? ''} ${first.column}` : null;
  const numbers =
    lines.length < 2
      ? line === undefined
        ? null
        : `${words.labels['line'] ?? ''} ${line}`
      : `${words.labels['lines'] ?? ''} ${lines.slice(0, MAX_LINES).join(', ')}${hasMore(problems) ? ' …' : ''}`;
  return [files.join(', '), column, numbers].filter(Boolean).join(', ');
}

function hasMore(problems: readonly Problem[]): boolean {
  return problems.length > MAX_LINES || problems.some(({ more = 0 }) => more > 0);
}

/** How many rows the problem is of, those that are not listed too; 0 for a problem of no row. */
function countRows(problems: readonly Problem[]): number {
  return problems.reduce((sum, { line, more = 0 }) => sum + more + (line === undefined ? 0 : 1), 0);
}

/** Names after each other, on as many lines as they need. */
function wrapNames(opening: string, names: string): string[] {
  const lines = [opening.trimEnd()];
  for (const word of names.split(' ')) {
    const last = lines.pop() ?? '';
    if (last.length + word.length + 1 > WIDTH) lines.push(last, `    ${word}`);
    else lines.push(`${last} ${word}`);
  }
  return lines;
}
