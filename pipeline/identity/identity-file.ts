// The sealed identity file ↔ who the persons of each source are, each under the mark that deliveries keep of it.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { IdentityRecord } from '../contracts/identity-columns.js';
import { ProblemError } from '../domain/problem.js';
import { readEncrypted, writeEncrypted } from './sealed.js';

const optionalTextSchema = z.string().nullable();
const identitySchema = z.strictObject({
  source: z.string().min(1),
  person: z.string().min(1),
  mark: z.string().min(1),
  known_from: z.iso.date(),
  forename: optionalTextSchema,
  surname: optionalTextSchema,
  date_of_birth: z.iso.date().nullable(),
  postcode: optionalTextSchema,
  sex: optionalTextSchema,
});

/** What one source said of a person, first on one day. What it says later stands beside it, never in its place. */
export type Identity = z.infer<typeof identitySchema> & IdentityRecord;

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
  const text = readEncrypted(file, key);
  if (text === null) return [];
  const read = z.array(identitySchema).safeParse(JSON.parse(text));
  if (read.success) return read.data;
  // What Zod says of a value may hold it, and these are names: so nothing of it is told.
  const what = 'holds identities of another shape than this version of Boardpack writes';
  const fix =
    'Use the version of Boardpack that wrote it, or put back the last good copy of the file.';
  throw new ProblemError([{ kind: 'data', code: 'identity-shape', file, what, fix }]);
}

/**
 * Adds what is not there and seals the whole again; the same twice adds nothing. What is there without a delivery that
 * has its mark (the process died before the ledger was written) is nobody's, and harms nothing.
 */
export function addIdentities(file: string, key: string, added: readonly Identity[]): void {
  const existing = readIdentities(file, key);
  const byMark = new Map(existing.map((each) => [each.mark, each]));
  for (const each of added) if (!byMark.has(each.mark)) byMark.set(each.mark, each);
  if (byMark.size > existing.length) writeIdentities(file, key, [...byMark.values()]);
}

/** Takes persons out of the file for good: for the erasure of a child. A child's own source is `service`. */
export function eraseIdentities(
  file: string,
  key: string,
  isErased: (source: string, person: string) => boolean,
): void {
  const existing = readIdentities(file, key);
  const remaining = existing.filter(({ source, person }) => !isErased(source, person));
  if (remaining.length < existing.length) writeIdentities(file, key, remaining);
}

function writeIdentities(file: string, key: string, identities: readonly Identity[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeEncrypted(file, key, JSON.stringify(identities));
}
