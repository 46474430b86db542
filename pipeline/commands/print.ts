// Receipts and changes → lines on a terminal.
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
