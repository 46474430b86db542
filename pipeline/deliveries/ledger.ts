// The ledger: one line for each delivery received, never changed, only added to.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Stopped } from '../domain/problem.js';
import type { Day } from '../domain/period.js';

const entry = z.strictObject({
  extract: z.string(),
  /** SHA-256 of the Parquet file's bytes, which is also its name. */
  delivery: z.string().regex(/^[0-9a-f]{64}$/),
  contract_version: z.int(),
  arrives: z.enum(['full', 'partial']),
  files: z.array(
    z.strictObject({
      name: z.string(),
      sha256: z.string(),
      bytes: z.int(),
      encoding: z.string(),
      received: z.int(),
    }),
  ),
  received: z.int(),
  accepted: z.int(),
  set_aside: z.int(),
  /** The day from which a pack may know of it. */
  known_from: z.iso.date(),
  /** Which key its pseudonyms were made with. */
  key_mark: z.string(),
});

/** One line of the ledger: what came, how much of it was accepted, from when it is known. */
export type LedgerEntry = z.infer<typeof entry>;

const NAME = 'ledger.jsonl';

/** Every line of the ledger, oldest first; empty when there is none yet. Throws `Stopped` for a damaged line. */
export function readLedger(folder: string): LedgerEntry[] {
  const path = join(folder, NAME);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line, index) => parsed(line, path, index + 1));
}

/** Adds lines in one write. */
export function appendLedger(folder: string, entries: readonly LedgerEntry[]): void {
  if (entries.length === 0) return;
  mkdirSync(folder, { recursive: true });
  const lines = entries.map((each) => `${JSON.stringify(each)}\n`).join('');
  appendFileSync(join(folder, NAME), lines, { flush: true });
}

/**
 * The deliveries a pack made as at a day stands on, by extract: those known by then; the last full one and every
 * partial one after it.
 */
export function knownAt(ledger: readonly LedgerEntry[], asAt: Day): Map<string, LedgerEntry[]> {
  const known = new Map<string, LedgerEntry[]>();
  const byDay = ledger
    .filter(({ known_from }) => known_from <= asAt)
    .sort((one, other) => one.known_from.localeCompare(other.known_from));
  for (const each of byDay) {
    const before = each.arrives === 'full' ? [] : (known.get(each.extract) ?? []);
    known.set(each.extract, [...before, each]);
  }
  return known;
}

function parsed(line: string, file: string, number: number): LedgerEntry {
  try {
    return entry.parse(JSON.parse(line));
  } catch {
    throw new Stopped([
      {
        kind: 'data',
        code: 'damaged-ledger',
        file,
        line: number,
        what: 'this line of the ledger of deliveries cannot be read',
        fix: 'Restore the ledger from a backup; do not edit it by hand.',
      },
    ]);
  }
}
