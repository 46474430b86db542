// The sealed log of links that were made by themselves ↔ each, the day it was made, and what it was made on.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Day } from '../domain/period.js';
import { Stopped } from '../domain/problem.js';
import { identityFolder } from './identity-file.js';
import type { MadeLink } from './links-as-at.js';
import { readSealed, writeSealed } from './sealed.js';

const madeLinks = z.array(
  z.strictObject({
    source: z.string(),
    person: z.string(),
    child: z.string(),
    weight: z.number(),
    made_on: z.iso.date(),
    mark: z.string(),
  }),
);

/** Where the log of a store is. */
export function madeLinksFile(store: string): string {
  return join(identityFolder(store), 'links.sealed');
}

/** Every link made so far, by pseudonyms, oldest first. Refuses what `readSealed` refuses. */
export function readMadeLinks(file: string, key: string): MadeLink[] {
  const text = readSealed(file, key);
  if (text === null) return [];
  const read = madeLinks.safeParse(JSON.parse(text));
  if (read.success) return read.data;
  const what = 'holds links of another shape than this version of Boardpack writes';
  const fix =
    'Use the version of Boardpack that wrote it, or put back the last good copy of the file.';
  throw new Stopped([{ kind: 'data', code: 'links-shape', file, what, fix }]);
}

/**
 * Adds the links made for a pack as at a day. Where a later pack has been made, nothing is added: what it stood on may
 * not change.
 */
export function addMadeLinks(
  file: string,
  key: string,
  asAt: Day,
  added: readonly MadeLink[],
): void {
  const held = readMadeLinks(file, key);
  if (added.length === 0 || held.some(({ made_on }) => made_on > asAt)) return;
  write(file, key, [...held, ...added]);
}

/** Takes links out of the log for good: for the erasure of a child. */
export function eraseMadeLinks(
  file: string,
  key: string,
  erased: (link: MadeLink) => boolean,
): void {
  const held = readMadeLinks(file, key);
  const kept = held.filter((each) => !erased(each));
  if (kept.length < held.length) write(file, key, kept);
}

function write(file: string, key: string, links: readonly MadeLink[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeSealed(file, key, JSON.stringify(links));
}
