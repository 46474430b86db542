// The ledger: one line for each thing that happened to the store, never changed, only added to.
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../domain/period.js';
import { ProblemError } from '../domain/problem.js';
import {
  ledgerEventSchema,
  type LedgerEvent,
  type LedgerEntry,
  type NewLedgerEvent,
} from './events.js';

export type { LedgerEntry } from './events.js';

/** The deliveries that a pack stands on, by extract, oldest first. */
export type KnownDeliveries = ReadonlyMap<string, readonly LedgerEntry[]>;

const NAME = 'ledger.jsonl';
const LINE_BREAK = 0x0a;

/** Where the ledger of a store is. */
export function ledgerPath(folder: string): string {
  return join(folder, NAME);
}

/**
 * Every line, oldest first; none when there is no ledger yet. A last line without its line break was cut off while it
 * was written (the power, the disk, a kill): it never happened. Throws `Stopped` for a line that is damaged or missing.
 */
export function readLedgerEvents(folder: string): LedgerEvent[] {
  const path = ledgerPath(folder);
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const lines = bytes.toString('utf8', 0, countCompleteBytes(bytes)).split('\n').slice(0, -1);
  return lines.map((line, index) => parseEvent(line, path, index + 1));
}

/** Every delivery received, in the order of the ledger, each under the name that its file has today. */
export function readLedger(folder: string): LedgerEntry[] {
  return listDeliveries(readLedgerEvents(folder));
}

/** The deliveries that lines speak of. An erasure writes a file anew, so that it has another name from then on. */
export function listDeliveries(lines: readonly LedgerEvent[]): LedgerEntry[] {
  const replacements = new Map<string, string>();
  for (const line of lines)
    if (line.what === 'erased') for (const { was, is } of line.replaced) replacements.set(was, is);
  const findCurrentName = (name: string): string => {
    const next = replacements.get(name);
    return next === undefined || next === name ? name : findCurrentName(next);
  };
  return lines
    .flatMap((line) => (line.what === 'received' ? line.deliveries : []))
    .map((entry) => ({ ...entry, delivery: findCurrentName(entry.delivery) }));
}

/** Adds one line, in one write that has reached the disk when this returns. Only the holder of the lock may. */
export function appendLedger(folder: string, added: NewLedgerEvent): LedgerEvent {
  mkdirSync(folder, { recursive: true });
  const path = ledgerPath(folder);
  const seq = readLedgerEvents(folder).length + 1;
  truncatePartialLine(path);
  const line = ledgerEventSchema.parse({ seq, ...added });
  appendFileSync(path, `${JSON.stringify(line)}\n`, { flush: true });
  return line;
}

/**
 * The deliveries a pack made as at a day stands on, by extract: those known by then; of each case system the last full
 * one and every partial one after it. Of two known from one day, the later in the ledger comes after: never by a clock.
 */
export function selectKnownDeliveries(
  ledger: readonly LedgerEntry[],
  asAt: Day,
): Map<string, LedgerEntry[]> {
  const known = new Map<string, LedgerEntry[]>();
  const ordered = ledger
    .filter(({ known_from }) => known_from <= asAt)
    .sort((one, other) => one.known_from.localeCompare(other.known_from));
  for (const each of ordered) {
    const previous = known.get(each.extract) ?? [];
    const others = previous.filter(({ system }) => system !== each.system);
    known.set(each.extract, [...(each.arrives === 'full' ? others : previous), each]);
  }
  return known;
}

/** The first day on which a store held anything; null where it never has. */
export function findFirstKnownDay(ledger: readonly LedgerEntry[]): Day | null {
  return ledger.map(({ known_from }) => known_from).sort()[0] ?? null;
}

/** What a pack as at a day stands on: what was known by then, or, before the store held anything, what it held first. */
export function selectPackDeliveries(
  ledger: readonly LedgerEntry[],
  asAt: Day,
): Map<string, LedgerEntry[]> {
  const first = findFirstKnownDay(ledger) ?? asAt;
  return selectKnownDeliveries(ledger, first > asAt ? first : asAt);
}

function truncatePartialLine(path: string): void {
  if (existsSync(path)) truncateSync(path, countCompleteBytes(readFileSync(path)));
}

/** How many bytes the whole lines take. */
function countCompleteBytes(bytes: Uint8Array): number {
  return bytes.lastIndexOf(LINE_BREAK) + 1;
}

function parseEvent(line: string, file: string, number: number): LedgerEvent {
  try {
    const read = ledgerEventSchema.parse(JSON.parse(line));
    if (read.seq === number) return read;
  } catch {
    // Said below: what is wrong with the line may not be quoted.
  }
  throw new ProblemError([
    {
      kind: 'data',
      code: 'damaged-ledger',
      file,
      line: number,
      what: 'this line of the ledger of deliveries cannot be read, or one before it is missing',
      fix: 'Restore the ledger from a backup, or name an empty folder of deliveries and receive every extract anew. Do not edit it by hand.',
    },
  ]);
}
