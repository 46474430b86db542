// Deliveries written anew without somebody → in the place of the old ones, with one line of the ledger that names nobody.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../domain/period.js';
import { appendLedger } from '../deliveries/ledger.js';
import { writeStagingManifest, removeStaleFiles } from '../deliveries/staging-folder.js';
import { moveDurably } from '../deliveries/recover.js';
import { parquetPath, hashFile } from '../deliveries/store.js';

/**
 * Puts the files of a room into the store and writes the line: from then on the old ones are no delivery, and they are
 * removed now or by whoever takes the lock next. Killed before the line, nothing was erased and the files anew go with
 * their room. For the holder of the store's lock.
 */
export async function commitErasure(
  folder: string,
  stagingFolder: string,
  rewritten: readonly { readonly was: string; readonly parquet: string }[],
  on: Day,
): Promise<void> {
  const replaced: { was: string; is: string }[] = [];
  for (const { was, parquet } of rewritten) replaced.push({ was, is: await hashFile(parquet) });
  writeStagingManifest(
    stagingFolder,
    replaced.map(({ is }) => is),
  );
  for (const [at, { parquet }] of rewritten.entries())
    moveDurably(parquet, parquetPath(folder, replaced[at]?.is ?? ''));
  appendLedger(folder, { what: 'erased', on, replaced });
  removeStaleFiles(folder);
}

/** Removes the warehouse, which is built anew from the deliveries. */
export function removeWarehouse(folder: string): void {
  for (const name of ['warehouse.duckdb', 'warehouse.duckdb.wal'])
    rmSync(join(folder, name), { force: true });
}
