// The encrypted log of automatic links ↔ each link, the day it was made, and the mark of what it was based on.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Day } from '../domain/period.js';
import { ProblemError } from '../domain/problem.js';
import { identityFolder } from './identity-file.js';
import type { ReleasedLink } from './links-as-at.js';
import { readEncrypted, writeEncrypted } from './sealed.js';

const releasedLinksSchema = z.array(
  z.strictObject({
    source: z.string(),
    person: z.string(),
    child: z.string(),
    weight: z.number(),
    made_on: z.iso.date(),
    mark: z.string(),
  }),
);

/** Path of a store's log. */
export function releasedLinksFile(store: string): string {
  return join(identityFolder(store), 'links.sealed');
}

/** Reads every automatic link, by pseudonym, oldest first. Refuses what `readEncrypted` refuses. */
export function readReleasedLinks(file: string, key: string): ReleasedLink[] {
  const text = readEncrypted(file, key);
  if (text === null) return [];
  const read = releasedLinksSchema.safeParse(JSON.parse(text));
  if (read.success) return read.data;
  throw new ProblemError([{ kind: 'data', code: 'links-shape', file }]);
}

/**
 * Adds the links of a pack as at a day. Adds nothing if a later pack exists: the links it was built on may not change.
 */
export function addReleasedLinks(
  file: string,
  key: string,
  asAt: Day,
  added: readonly ReleasedLink[],
): void {
  const existing = readReleasedLinks(file, key);
  if (added.length === 0 || existing.some(({ made_on }) => made_on > asAt)) return;
  writeLinks(file, key, [...existing, ...added]);
}

/** Deletes links for the erasure of a child. */
export function eraseReleasedLinks(
  file: string,
  key: string,
  isErased: (link: ReleasedLink) => boolean,
): void {
  const existing = readReleasedLinks(file, key);
  const remaining = existing.filter((each) => !isErased(each));
  if (remaining.length < existing.length) writeLinks(file, key, remaining);
}

function writeLinks(file: string, key: string, links: readonly ReleasedLink[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeEncrypted(file, key, JSON.stringify(links));
}
