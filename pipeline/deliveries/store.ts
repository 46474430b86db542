// The store: accepted rows become an immutable Parquet file named by its content, and a line in the ledger.
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Day } from '../domain/period.js';
import type { Again } from './events.js';
import { appendLedger, type LedgerEntry } from './ledger.js';
import { announce, clear, openRoom, sweep } from './staging-folder.js';
import { settle } from './recover.js';

/** Deliveries on their way in: nothing is in the store until `commit`. */
export interface Incoming {
  /** A folder beside the deliveries, for what is not yet one. */
  readonly room: string;
  /** Makes the Parquet file of an extract's accepted rows a waiting delivery. It must lie in the room. */
  add(parquet: string, entry: Omit<LedgerEntry, 'delivery'>): Promise<void>;
  /** Notes that an extract brought nothing new. */
  again(again: Again): void;
  /** Moves every waiting delivery into the store and writes one line of the ledger: all of it, or none. */
  commit(on: Day): void;
  /** Removes what was not committed. Always call it. */
  discard(): void;
}

interface Waiting {
  readonly path: string;
  readonly entry: LedgerEntry;
}

/** Begins taking in, for the holder of the store's lock. What a crash left half-made is removed first. */
export function receive(folder: string): Incoming {
  mkdirSync(folder, { recursive: true });
  sweep(folder);
  const room = openRoom(folder);
  const waiting: Waiting[] = [];
  const known: Again[] = [];
  return {
    room,
    async add(path, entry) {
      waiting.push({ path, entry: { ...entry, delivery: await sha256(path) } });
    },
    again(again) {
      known.push(again);
    },
    commit(on) {
      if (waiting.length + known.length === 0) return;
      const deliveries = waiting.map(({ entry }) => entry);
      announce(
        room,
        deliveries.map(({ delivery }) => delivery),
      );
      for (const { path, entry } of waiting) settle(path, parquetPath(folder, entry.delivery));
      appendLedger(folder, { what: 'received', on, deliveries, again: known });
    },
    discard() {
      clear(folder, room);
    },
  };
}

/** Where a delivery lies. */
export function parquetPath(folder: string, delivery: string): string {
  return join(folder, `${delivery}.parquet`);
}

/** In bytes: how much of a file is read at once. */
const BLOCK = 1 << 20;

/** The name of a Parquet file by its content. */
export async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: BLOCK }), hash);
  return hash.digest('hex');
}
