// The deliveries of a ledger and the files of the store → those that are gone, or are no longer what was stored.
import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { LedgerEntry } from './ledger.js';
import { restrictToOwner } from './owner-only.js';
import { flushToDisk } from './recover.js';
import { hashFile, parquetPath } from './store.js';

/** A delivery whose file does not have the content that it is named by, or is not there. */
export interface DamagedDelivery {
  readonly entry: LedgerEntry;
  readonly isMissing: boolean;
}

/** Compares the content of each delivery's file with the hash that names it. */
export async function findDamagedDeliveries(
  store: string,
  entries: readonly LedgerEntry[],
): Promise<DamagedDelivery[]> {
  const damaged: DamagedDelivery[] = [];
  for (const entry of new Map(entries.map((each) => [each.delivery, each])).values()) {
    const path = parquetPath(store, entry.delivery);
    const isMissing = !existsSync(path);
    if (isMissing || (await hashFile(path)) !== entry.delivery) damaged.push({ entry, isMissing });
  }
  return damaged;
}

/** Throws `ProblemError` if a file of the deliveries is damaged or gone: every figure counted from it could be wrong. */
export async function requireWholeDeliveries(
  store: string,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const damaged = await findDamagedDeliveries(store, entries);
  if (damaged.length > 0) throw new ProblemError(damaged.map(describeDamage));
}

/**
 * Puts copies of files received again in the place of damaged ones with the same content hash. Gives the deliveries that
 * are whole again. `received` are Parquet files in a staging folder of the store; only the holder of its lock may call this.
 */
export async function mendDeliveries(
  store: string,
  damaged: readonly DamagedDelivery[],
  received: readonly string[],
): Promise<DamagedDelivery[]> {
  const byHash = new Map<string, string>();
  if (damaged.length > 0) for (const path of received) byHash.set(await hashFile(path), path);
  return damaged.filter(({ entry: { delivery } }) => {
    const path = byHash.get(delivery);
    if (path === undefined) return false;
    const copy = `${path}.mended`;
    copyFileSync(path, copy);
    restrictToOwner(copy);
    flushToDisk(copy, 'r+');
    renameSync(copy, parquetPath(store, delivery));
    return true;
  });
}

/** The problem of a damaged delivery: which extract, and how it is mended. */
export function describeDamage({ entry, isMissing }: DamagedDelivery): Problem {
  const { extract, known_from, files, delivery } = entry;
  const names = files.map(({ name }) => name);
  return {
    kind: 'data',
    code: 'damaged-delivery',
    file: extract,
    variant: isMissing ? 'missing' : 'altered',
    facts: { names: names.length === 0 ? [delivery] : names, day: known_from },
  };
}

/** A note that a damaged delivery is whole again. */
export function describeMended({ entry: { extract } }: DamagedDelivery): Problem {
  return {
    kind: 'note',
    code: 'delivery-mended',
    file: extract,
  };
}
