// Problems and progress → lines on a terminal. The only text of this program that is printed.
import { isBlocking, type Problem } from '../domain/problem.js';
import type { System } from '../domain/system.js';
import type { SystemJoin } from '../load/load-plan.js';
import type { DeliveryDiff } from '../ingest/delivery-diff.js';
import { isRefused, type Receipt } from '../ingest/receipt.js';
import { joinLines } from './join-lines.js';

/** Where lines go: results to one, everything else to the other. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Shows what is being done, when a person is watching; no line is left of it. */
  readonly progress: (what: string) => void;
}

/**
 * Notes first, blocking problems last, nearest to where a person types next. Notes of one kind about whole files are
 * printed once, with all the file names: thirty missing files must not hide the one that is wrong.
 */
export function printProblems(terminal: Terminal, problems: readonly Problem[]): void {
  for (const [first, ...others] of groupAlike(problems.filter((problem) => !isBlocking(problem)))) {
    printProblem(terminal, first);
    if (others.length > 0) printOthers(terminal, others);
  }
  for (const problem of problems.filter(isBlocking)) printProblem(terminal, problem);
}

/** Notes in lots that differ in the name of their file alone, in the order in which each lot begins. */
function groupAlike(notes: readonly Problem[]): [Problem, ...Problem[]][] {
  const groups = new Map<string | symbol, [Problem, ...Problem[]]>();
  for (const note of notes) {
    const key = noteKey(note);
    const group = groups.get(key);
    if (group) group.push(note);
    else groups.set(key, [note]);
  }
  return [...groups.values()];
}

/** What a note of a whole file says of any; a note of anything else is like no other. */
function noteKey({ file, line, column, code, what, fix }: Problem): string | symbol {
  if (file === undefined || line !== undefined || column !== undefined) return Symbol(code);
  return JSON.stringify([code, ...[what, fix].map((text) => text.replaceAll(file, ''))]);
}

/** As wide as a terminal usually is. */
const WIDTH = 100;

function printOthers(terminal: Terminal, others: readonly Problem[]): void {
  const lines = [`  and the same of ${others.length} more:`];
  others.forEach(({ file }, at) => {
    const word = ` ${file ?? ''}${at < others.length - 1 ? ',' : ''}`;
    const last = lines.pop() ?? '';
    if (last.length + word.length > WIDTH) lines.push(last, `   ${word}`);
    else lines.push(last + word);
  });
  for (const line of lines) terminal.err(line);
}

/** One problem on two lines: where and what, then what to do. */
function printProblem(terminal: Terminal, problem: Problem): void {
  const { file, line, column, what, fix, code, kind } = problem;
  const place = [file, line === undefined ? null : `line ${line}`, column]
    .filter(Boolean)
    .join(', ');
  const sign = kind === 'note' ? 'note' : 'problem';
  terminal.err(`${sign} [${code}] ${place === '' ? '' : `${place}: `}${what}`);
  terminal.err(`  → ${fix}`);
}

/** A line an extract: received = accepted + set aside, always; of one that was refused no record can be counted. */
export function printReceipts(terminal: Terminal, receipts: readonly Receipt[]): void {
  const lines = receipts.map((receipt) => {
    const { received, accepted, setAside, blocked } = receipt;
    const counts = isRefused(receipt)
      ? 'refused whole: nothing accepted, nothing counted'
      : `${received} received = ${accepted} accepted + ${setAside} set aside`;
    return [receiptLabel(receipt), `${counts}${blocked ? '   STOPPED' : ''}`] as const;
  });
  printTable(terminal, lines);
}

/** A line an extract: what it changed in the store. */
export function printDeliveryDiffs(terminal: Terminal, diffs: readonly DeliveryDiff[]): void {
  const lines = diffs.map(({ receipt, repeated, added, corrected, withdrawn }) => {
    const counts = `${added} new, ${corrected} corrected, ${withdrawn} no longer there`;
    return [receiptLabel(receipt), repeated === null ? counts : 'nothing new'] as const;
  });
  printTable(terminal, lines);
}

/** Names, and what is said of each, all beginning in one column. */
function printTable(terminal: Terminal, lines: readonly (readonly [string, string])[]): void {
  const width = Math.max(...lines.map(([name]) => name.length)) + 2;
  for (const [name, text] of lines) terminal.out(`${name.padEnd(width)}${text}`);
}

/** The extract, and of a service with several case systems the one that it came from. */
function receiptLabel({ contract, system }: Receipt): string {
  return system ? `${contract.extract}, ${system.name.en}` : contract.extract;
}

/** How the case systems lie beside each other, in a sentence an extract that both could hold. */
export function printJoins(
  terminal: Terminal,
  joins: readonly Pick<SystemJoin, 'mark' | 'extracts'>[],
  systems: readonly System[],
): void {
  for (const line of joins.flatMap((join) => joinLines(join, systems))) terminal.out(line);
}
