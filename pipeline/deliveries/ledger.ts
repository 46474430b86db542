// The ledger of a store: one line for each event, only ever appended to.
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../domain/compare-text.js';
import type { Day } from '../domain/period.js';
import { ProblemError, type Problem } from '../domain/problem.js';
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

/** Path of a store's ledger. */
export function ledgerPath(folder: string): string {
  return join(folder, NAME);
}

/**
 * Reads every event, oldest first; empty if there is no ledger yet. A last line without a line break was cut off while
 * being written (power, disk, kill) and is ignored. Throws `ProblemError` for a damaged or missing line.
 */
export function readLedgerEvents(folder: string): LedgerEvent[] {
  const path = ledgerPath(folder);
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const lines = bytes.toString('utf8', 0, countCompleteBytes(bytes)).split('\n').slice(0, -1);
  return lines.map((line, index) => parseEvent(line, path, index + 1));
}

/**
 * A note if the last line was cut off while being written, before the next command removes what is left of it: what it was
 * to record is not in the store.
 */
export function notePartialLine(folder: string): Problem[] {
  const file = ledgerPath(folder);
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  const complete = countCompleteBytes(bytes);
  if (complete === bytes.length) return [];
  const line = bytes.subarray(0, complete).filter((byte) => byte === LINE_BREAK).length + 1;
  return [
    {
      kind: 'note',
      code: 'cut-ledger',
      ...{ file, line },
    },
  ];
}

/** Reads every delivery, in ledger order, under the current name of its file. */
export function readLedger(folder: string): LedgerEntry[] {
  return listDeliveries(readLedgerEvents(folder));
}

/** Traces a delivery's file to its current name. An erasure rewrites a file, which then has another name. */
export function traceNames(lines: readonly LedgerEvent[]): (name: string) => string {
  const replacements = new Map<string, string>();
  for (const line of lines)
    if (line.what === 'erased') for (const { was, is } of line.replaced) replacements.set(was, is);
  const findCurrentName = (name: string): string => {
    const next = replacements.get(name);
    return next === undefined || next === name ? name : findCurrentName(next);
  };
  return findCurrentName;
}

/** Lists the deliveries of ledger lines, each under the current name of its file. */
export function listDeliveries(lines: readonly LedgerEvent[]): LedgerEntry[] {
  const findCurrentName = traceNames(lines);
  return lines
    .flatMap((line) => (line.what === 'received' ? line.deliveries : []))
    .map((entry) => ({ ...entry, delivery: findCurrentName(entry.delivery) }));
}

/** Appends one line in one write, which is on disk when this returns. Only the holder of the lock may. */
export function appendLedger(folder: string, added: NewLedgerEvent): LedgerEvent {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = ledgerPath(folder);
  const seq = readLedgerEvents(folder).length + 1;
  truncatePartialLine(path);
  const line = ledgerEventSchema.parse({ seq, ...added });
  appendFileSync(path, `${JSON.stringify(line)}\n`, { flush: true, mode: 0o600 });
  return line;
}

/**
 * Selects the deliveries known on a day, by extract: for each case system the last full delivery and every partial one
 * after it. Of two known from the same day, the later in the ledger is newer; no clock is used.
 */
export function selectKnownDeliveries(
  ledger: readonly LedgerEntry[],
  asAt: Day,
): Map<string, LedgerEntry[]> {
  const known = new Map<string, LedgerEntry[]>();
  const ordered = ledger
    .filter(({ known_from }) => known_from <= asAt)
    .sort((one, other) => compareText(one.known_from, other.known_from));
  for (const each of ordered) {
    const previous = known.get(each.extract) ?? [];
    const others = previous.filter(({ system }) => system !== each.system);
    known.set(each.extract, [...(each.arrives === 'full' ? others : previous), each]);
  }
  return known;
}

/** The first day from which any delivery is known; null if there is none. */
export function findFirstKnownDay(ledger: readonly LedgerEntry[]): Day | null {
  return ledger.map(({ known_from }) => known_from).sort()[0] ?? null;
}

/** Selects the deliveries that a pack as at a day uses: those known by then, or the first ones if none were. */
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

/** Counts the bytes of complete lines. */
function countCompleteBytes(bytes: Uint8Array): number {
  return bytes.lastIndexOf(LINE_BREAK) + 1;
}

function parseEvent(line: string, file: string, number: number): LedgerEvent {
  try {
    const read = ledgerEventSchema.parse(JSON.parse(line));
    if (read.seq === number) return read;
  } catch {
    // Reported below: the content of a damaged line must not be quoted.
  }
  throw new ProblemError([
    {
      kind: 'data',
      code: 'damaged-ledger',
      file,
      line: number,
    },
  ]);
}
