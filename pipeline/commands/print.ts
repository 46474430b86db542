// Problems and progress → lines on a terminal. The only text of this program that is printed.
import type { Problem } from '../domain/problem.js';
import type { System } from '../domain/system.js';
import type { SystemJoin } from '../joining.js';
import type { News } from '../news.js';
import { isRefused, type Receipt } from '../receipt.js';
import { joinLines } from './join-lines.js';

/** Where lines go: results to one, everything else to the other. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Shows what is being done, when a person is watching; no line is left of it. */
  readonly progress: (what: string) => void;
}

/** One problem on two lines: where and what, then what to do. */
export function printProblem(terminal: Terminal, problem: Problem): void {
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
    const { received, accepted, setAside, stopped } = receipt;
    const counts = isRefused(receipt)
      ? 'refused whole: nothing accepted, nothing counted'
      : `${received} received = ${accepted} accepted + ${setAside} set aside`;
    return [nameOf(receipt), `${counts}${stopped ? '   STOPPED' : ''}`] as const;
  });
  printTable(terminal, lines);
}

/** A line an extract: what it changed in the store. */
export function printNews(terminal: Terminal, news: readonly News[]): void {
  const lines = news.map(({ receipt, again, added, corrected, withdrawn }) => {
    const counts = `${added} new, ${corrected} corrected, ${withdrawn} no longer there`;
    return [nameOf(receipt), again === null ? counts : 'nothing new'] as const;
  });
  printTable(terminal, lines);
}

/** Names, and what is said of each, all beginning in one column. */
function printTable(terminal: Terminal, lines: readonly (readonly [string, string])[]): void {
  const width = Math.max(...lines.map(([name]) => name.length)) + 2;
  for (const [name, says] of lines) terminal.out(`${name.padEnd(width)}${says}`);
}

/** The extract, and of a service with several case systems the one that it came from. */
function nameOf({ contract, system }: Receipt): string {
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
