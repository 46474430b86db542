// The encrypted identity file ↔ the identities of the persons of each source, each under the mark stored in deliveries.
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

/** Folder of a store's identities, separate from the deliveries and moved with the store. */
export function identityFolder(store: string): string {
  return join(store, 'identity');
}

/** Path of a store's identity file. */
export function identityFile(store: string): string {
  return join(identityFolder(store), 'identities.sealed');
}

/** Reads every identity, oldest first; empty if there is no file. Refuses what `readEncrypted` refuses. */
export function readIdentities(file: string, key: string): Identity[] {
  const text = readEncrypted(file, key);
  if (text === null) return [];
  const read = z.array(identitySchema).safeParse(JSON.parse(text));
  if (read.success) return read.data;
  // Zod's messages may contain the values, which are names, so none of them is printed.
  throw new ProblemError([{ kind: 'data', code: 'identity-shape', file }]);
}

/**
 * Adds identities that are missing and encrypts the file again; adding the same twice changes nothing. An identity
 * without a delivery that has its mark (the process died before the ledger was written) belongs to nobody and does no
 * harm.
 */
export function addIdentities(file: string, key: string, added: readonly Identity[]): void {
  const existing = readIdentities(file, key);
  const byMark = new Map(existing.map((each) => [each.mark, each]));
  for (const each of added) if (!byMark.has(each.mark)) byMark.set(each.mark, each);
  if (byMark.size > existing.length) writeIdentities(file, key, [...byMark.values()]);
}

/** Deletes persons for the erasure of a child. The source of the service's own children is `service`. */
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
