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

/** Deliveries on their way in: nothing is in the store until `commit`. */
export interface DeliveryTransaction {
  /** A folder beside the deliveries, for what is not yet one. */
  readonly stagingFolder: string;
  /** Makes the Parquet file of an extract's accepted rows a waiting delivery. It must lie in the room. */
  add(parquet: string, entry: Omit<LedgerEntry, 'delivery'>): Promise<void>;
  /** Notes that an extract brought nothing new. */
  addRepeat(addRepeat: RepeatDelivery): void;
  /** Moves every waiting delivery into the store and writes one line of the ledger: all of it, or none. */
  commit(on: Day): void;
  /** Removes what was not committed. Always call it. */
  discard(): void;
}

interface StagedDelivery {
  readonly path: string;
  readonly entry: LedgerEntry;
}

/** Begins taking in, for the holder of the store's lock. What a crash left half-made is removed first. */
export function openDeliveryTransaction(folder: string): DeliveryTransaction {
  mkdirSync(folder, { recursive: true });
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

/** Where a delivery lies. */
export function parquetPath(folder: string, delivery: string): string {
  return join(folder, `${delivery}.parquet`);
}

/** In bytes: how much of a file is read at once. */
const BLOCK = 1 << 20;

/** The name of a Parquet file by its content. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: BLOCK }), hash);
  return hash.digest('hex');
}
