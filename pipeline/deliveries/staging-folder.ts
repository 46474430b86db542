// A staging folder in the store for deliveries not yet committed: removed by its own process, or by the next one.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { listDeliveries, readLedgerEvents, readLedger } from './ledger.js';

const STAGING_PREFIX = '.incoming-';
/** A warehouse that was being built. */
const BUILDING_PREFIX = '.building-';
const MANIFEST = 'announced.json';
const manifestSchema = z.array(z.string().regex(/^[0-9a-f]{64}$/));

/** Creates a staging folder, readable by its owner only. */
export function createStagingFolder(folder: string): string {
  return mkdtempSync(join(folder, STAGING_PREFIX));
}

/**
 * Records, in a staging folder, the deliveries about to be moved into or out of the store, before the first is moved:
 * if this process dies, those that no ledger line names are removed with the folder.
 */
export function writeStagingManifest(stagingFolder: string, names: readonly string[]): void {
  writeFileSync(join(stagingFolder, MANIFEST), JSON.stringify(names), { flush: true });
}

/**
 * Removes a staging folder, and the deliveries in its manifest that are not in the ledger. Throws if the ledger is
 * damaged.
 */
export function removeStagingFolder(folder: string, stagingFolder: string): void {
  const listed = readStagingManifest(stagingFolder);
  if (listed.length > 0) {
    const known = new Set(readLedger(folder).map(({ delivery }) => delivery));
    for (const name of listed.filter((each) => !known.has(each)))
      rmSync(join(folder, `${name}.parquet`), { force: true });
  }
  rmSync(stagingFolder, { recursive: true, force: true });
}

/** Removes what dead processes left in a store. Only the holder of its lock may. */
export function removeStaleFiles(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(STAGING_PREFIX)) removeStagingFolder(folder, join(folder, name));
    if (name.startsWith(BUILDING_PREFIX))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
  removeReplaced(folder);
}

/** Removes the old files of deliveries that were rewritten to erase somebody. */
function removeReplaced(folder: string): void {
  const lines = readLedgerEvents(folder);
  const was = lines.flatMap((line) => (line.what === 'erased' ? line.replaced : []));
  const known = new Set(listDeliveries(lines).map(({ delivery }) => delivery));
  for (const each of was.filter(({ was }) => !known.has(was)))
    rmSync(join(folder, `${each.was}.parquet`), { force: true });
}

/** Empty if the manifest was not written completely: no delivery had been moved yet. */
function readStagingManifest(stagingFolder: string): readonly string[] {
  const path = join(stagingFolder, MANIFEST);
  if (!existsSync(path)) return [];
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return [];
  }
}
