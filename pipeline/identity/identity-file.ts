// The sealed identity file ↔ who the persons of each source are, each under the mark that deliveries keep of it.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Who } from '../contracts/identity-columns.js';
import { Stopped } from '../domain/problem.js';
import { readSealed, writeSealed } from './sealed.js';

const blank = z.string().nullable();
const identity = z.strictObject({
  source: z.string().min(1),
  person: z.string().min(1),
  mark: z.string().min(1),
  known_from: z.iso.date(),
  forename: blank,
  surname: blank,
  date_of_birth: z.iso.date().nullable(),
  postcode: blank,
  sex: blank,
});

/** What one source said of a person, first on one day. What it says later stands beside it, never in its place. */
export type Identity = z.infer<typeof identity> & Who;

/** Where a store keeps who is who: a folder of its own, which goes where the store goes. */
export function identityFolder(store: string): string {
  return join(store, 'identity');
}

/** Where the identity file of a store is. */
export function identityFile(store: string): string {
  return join(identityFolder(store), 'identities.sealed');
}

/** Everything in the file, oldest first; nothing where there is no file. Refuses what `readSealed` refuses. */
export function readIdentities(file: string, key: string): Identity[] {
  const text = readSealed(file, key);
  if (text === null) return [];
  const read = z.array(identity).safeParse(JSON.parse(text));
  if (read.success) return read.data;
  // What Zod says of a value may hold it, and these are names: so nothing of it is told.
  const what = 'holds identities of another shape than this version of Boardpack writes';
  const fix =
    'Use the version of Boardpack that wrote it, or put back the last good copy of the file.';
  throw new Stopped([{ kind: 'data', code: 'identity-shape', file, what, fix }]);
}

/**
 * Adds what is not there and seals the whole again; the same twice adds nothing. What is there without a delivery that
 * has its mark (the process died before the ledger was written) is nobody's, and harms nothing.
 */
export function addIdentities(file: string, key: string, added: readonly Identity[]): void {
  const held = readIdentities(file, key);
  const marked = new Map(held.map((each) => [each.mark, each]));
  for (const each of added) if (!marked.has(each.mark)) marked.set(each.mark, each);
  if (marked.size > held.length) write(file, key, [...marked.values()]);
}

/** Takes persons out of the file for good: for the erasure of a child. A child's own source is `service`. */
export function eraseIdentities(
  file: string,
  key: string,
  erased: (source: string, person: string) => boolean,
): void {
  const held = readIdentities(file, key);
  const kept = held.filter(({ source, person }) => !erased(source, person));
  if (kept.length < held.length) write(file, key, kept);
}

function write(file: string, key: string, identities: readonly Identity[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeSealed(file, key, JSON.stringify(identities));
}
