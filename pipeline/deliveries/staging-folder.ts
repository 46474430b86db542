// A room in the store for what is on its way: cleared afterwards, by the process that opened it or by the next one.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { deliveriesIn, readHappenings, readLedger } from './ledger.js';

const ROOM = '.incoming-';
/** A warehouse that was being built. */
const BUILDING = '.building-';
const ANNOUNCED = 'announced.json';
const deliveries = z.array(z.string().regex(/^[0-9a-f]{64}$/));

/** Opens a room, for its owner alone. */
export function openRoom(folder: string): string {
  return mkdtempSync(join(folder, ROOM));
}

/**
 * Writes down, in a room, the deliveries about to be moved into the store or out of it, before the first is: should
 * this process die among them, those that no line of the ledger names are removed with the room.
 */
export function announce(room: string, names: readonly string[]): void {
  writeFileSync(join(room, ANNOUNCED), JSON.stringify(names), { flush: true });
}

/** Removes a room, and what was announced in it and is not in the ledger. A damaged ledger stops it. */
export function clear(folder: string, room: string): void {
  const named = announcedIn(room);
  if (named.length > 0) {
    const known = new Set(readLedger(folder).map(({ delivery }) => delivery));
    for (const name of named.filter((each) => !known.has(each)))
      rmSync(join(folder, `${name}.parquet`), { force: true });
  }
  rmSync(room, { recursive: true, force: true });
}

/** Clears away what processes that died left in a store. Only the holder of its lock may. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(ROOM)) clear(folder, join(folder, name));
    if (name.startsWith(BUILDING)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  removeReplaced(folder);
}

/** Deliveries that were written anew without somebody: the old file is no delivery any more. */
function removeReplaced(folder: string): void {
  const lines = readHappenings(folder);
  const was = lines.flatMap((line) => (line.what === 'erased' ? line.replaced : []));
  const known = new Set(deliveriesIn(lines).map(({ delivery }) => delivery));
  for (const each of was.filter(({ was }) => !known.has(was)))
    rmSync(join(folder, `${each.was}.parquet`), { force: true });
}

/** Nothing where it was not written to its end: then no delivery was moved yet. */
function announcedIn(room: string): readonly string[] {
  const path = join(room, ANNOUNCED);
  if (!existsSync(path)) return [];
  try {
    return deliveries.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return [];
  }
}
