// A room in the store for what is on its way: cleared afterwards, by the process that opened it or by the next one.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { listDeliveries, readLedgerEvents, readLedger } from './ledger.js';

const STAGING_PREFIX = '.incoming-';
/** A warehouse that was being built. */
const BUILDING_PREFIX = '.building-';
const MANIFEST = 'announced.json';
const manifestSchema = z.array(z.string().regex(/^[0-9a-f]{64}$/));

/** Opens a room, for its owner alone. */
export function createStagingFolder(folder: string): string {
  return mkdtempSync(join(folder, STAGING_PREFIX));
}

/**
 * Writes down, in a room, the deliveries about to be moved into the store or out of it, before the first is: should
 * this process die among them, those that no line of the ledger names are removed with the room.
 */
export function writeStagingManifest(stagingFolder: string, names: readonly string[]): void {
  writeFileSync(join(stagingFolder, MANIFEST), JSON.stringify(names), { flush: true });
}

/** Removes a room, and what was announced in it and is not in the ledger. A damaged ledger stops it. */
export function removeStagingFolder(folder: string, stagingFolder: string): void {
  const listed = readStagingManifest(stagingFolder);
  if (listed.length > 0) {
    const known = new Set(readLedger(folder).map(({ delivery }) => delivery));
    for (const name of listed.filter((each) => !known.has(each)))
      rmSync(join(folder, `${name}.parquet`), { force: true });
  }
  rmSync(stagingFolder, { recursive: true, force: true });
}

/** Clears away what processes that died left in a store. Only the holder of its lock may. */
export function removeStaleFiles(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(STAGING_PREFIX)) removeStagingFolder(folder, join(folder, name));
    if (name.startsWith(BUILDING_PREFIX))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
  removeReplaced(folder);
}

/** Deliveries that were written anew without somebody: the old file is no delivery any more. */
function removeReplaced(folder: string): void {
  const lines = readLedgerEvents(folder);
  const was = lines.flatMap((line) => (line.what === 'erased' ? line.replaced : []));
  const known = new Set(listDeliveries(lines).map(({ delivery }) => delivery));
  for (const each of was.filter(({ was }) => !known.has(was)))
    rmSync(join(folder, `${each.was}.parquet`), { force: true });
}

/** Nothing where it was not written to its end: then no delivery was moved yet. */
function readStagingManifest(stagingFolder: string): readonly string[] {
  const path = join(stagingFolder, MANIFEST);
  if (!existsSync(path)) return [];
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return [];
  }
}
