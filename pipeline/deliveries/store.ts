// The store: accepted rows become an immutable Parquet file named by its content, and a line in the ledger.
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Day } from '../domain/period.js';
import type { RepeatDelivery } from './events.js';
import { appendLedger, type LedgerEntry } from './ledger.js';
import {
  writeStagingManifest,
  removeStagingFolder,
  createStagingFolder,
  removeStaleFiles,
} from './staging-folder.js';
import { moveDurably } from './recover.js';

/** A transaction of new deliveries: nothing is in the store until `commit`. */
export interface DeliveryTransaction {
  /** A folder for files that are not yet deliveries. */
  readonly stagingFolder: string;
  /** Stages the Parquet file of an extract's accepted rows. It must be in the staging folder. */
  add(parquet: string, entry: Omit<LedgerEntry, 'delivery'>): Promise<void>;
  /** Records that an extract contained nothing new. */
  addRepeat(addRepeat: RepeatDelivery): void;
  /** Moves every staged delivery into the store and appends one line to the ledger: all of it, or nothing. */
  commit(on: Day): void;
  /** Removes everything not committed. Always call it. */
  discard(): void;
}

interface StagedDelivery {
  readonly path: string;
  readonly entry: LedgerEntry;
}

/** Opens a transaction, for the holder of the store's lock. Removes what a crash left behind first. */
export function openDeliveryTransaction(folder: string): DeliveryTransaction {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeStaleFiles(folder);
  const stagingFolder = createStagingFolder(folder);
  const staged: StagedDelivery[] = [];
  const repeats: RepeatDelivery[] = [];
  return {
    stagingFolder,
    async add(path, entry) {
      staged.push({ path, entry: { ...entry, delivery: await hashFile(path) } });
    },
    addRepeat(again) {
      repeats.push(again);
    },
    commit(on) {
      if (staged.length + repeats.length === 0) return;
      const deliveries = staged.map(({ entry }) => entry);
      writeStagingManifest(
        stagingFolder,
        deliveries.map(({ delivery }) => delivery),
      );
      for (const { path, entry } of staged) moveDurably(path, parquetPath(folder, entry.delivery));
      appendLedger(folder, { what: 'received', on, deliveries, again: repeats });
    },
    discard() {
      removeStagingFolder(folder, stagingFolder);
    },
  };
}

/** Path of a delivery. */
export function parquetPath(folder: string, delivery: string): string {
  return join(folder, `${delivery}.parquet`);
}

/** Bytes of a file that are read at once. */
const BLOCK = 1 << 20;

/** SHA-256 of a file's content, which names a Parquet file. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: BLOCK }), hash);
  return hash.digest('hex');
}
