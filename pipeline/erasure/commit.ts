// Deliveries rewritten without a child → in the place of the old ones, with one ledger line that names nobody.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../domain/period.js';
import { appendLedger } from '../deliveries/ledger.js';
import { writeStagingManifest, removeStaleFiles } from '../deliveries/staging-folder.js';
import { moveDurably } from '../deliveries/recover.js';
import { parquetPath, hashFile } from '../deliveries/store.js';

/**
 * Moves the rewritten files into the store and appends the ledger line. From then on the old files are no deliveries,
 * and are removed now or by the next holder of the lock. If killed before the line, nothing is erased and the rewritten
 * files are removed with the staging folder. For the holder of the store's lock.
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

/** Removes the warehouse, which is rebuilt from the deliveries. */
export function removeWarehouse(folder: string): void {
  for (const name of ['warehouse.duckdb', 'warehouse.duckdb.wal'])
    rmSync(join(folder, name), { force: true });
}
