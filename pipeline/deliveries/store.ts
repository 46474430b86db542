// The store: accepted rows become an immutable Parquet file named by its content, and a line in the ledger.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { appendLedger, type LedgerEntry } from './ledger.js';

/** Deliveries on their way in: nothing is in the store until `commit`. */
export interface Incoming {
  /** A folder beside the deliveries, for what is not yet one. */
  readonly room: string;
  /** Makes the Parquet file of an extract's accepted rows a waiting delivery. It must lie in the room. */
  add(parquet: string, entry: Omit<LedgerEntry, 'delivery'>): Promise<void>;
  /** Moves every waiting delivery into the store and writes the ledger, once. */
  commit(): readonly LedgerEntry[];
  /** Removes what was not committed. Always call it. */
  discard(): void;
}

interface Waiting {
  readonly path: string;
  readonly entry: LedgerEntry;
}

/** Begins taking in. `known` are the deliveries the store already stands on: receiving one again adds no line. */
export function receive(
  folder: string,
  known: ReadonlyMap<string, readonly LedgerEntry[]>,
): Incoming {
  mkdirSync(folder, { recursive: true });
  const room = mkdtempSync(join(folder, '.incoming-'));
  const waiting: Waiting[] = [];
  return {
    room,
    async add(path, entry) {
      waiting.push({ path, entry: { ...entry, delivery: await sha256(path) } });
    },
    commit() {
      for (const { path, entry } of waiting) settle(path, parquetPath(folder, entry.delivery));
      const fresh = waiting.map(({ entry }) => entry).filter((entry) => !isCurrent(entry, known));
      appendLedger(folder, fresh);
      return fresh;
    },
    discard() {
      rmSync(room, { recursive: true, force: true });
    },
  };
}

/** Where a delivery lies. */
export function parquetPath(folder: string, delivery: string): string {
  return join(folder, `${delivery}.parquet`);
}

function settle(from: string, to: string): void {
  if (!existsSync(to)) renameSync(from, to);
}

function isCurrent(
  entry: LedgerEntry,
  known: ReadonlyMap<string, readonly LedgerEntry[]>,
): boolean {
  const current = known.get(entry.extract) ?? [];
  return current.some(
    ({ delivery, key_mark }) => delivery === entry.delivery && key_mark === entry.key_mark,
  );
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
