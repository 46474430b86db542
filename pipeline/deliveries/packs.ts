// What a pack gave ↔ a file of the store, named by its content: totals alone, and no row of anybody.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Stopped } from '../domain/problem.js';

/** Where what packs gave is remembered. */
export function packsFolder(store: string): string {
  return join(store, 'packs');
}

/** Remembers what a pack gave; gives the name it is remembered by. It is on the disk when this returns. */
export function rememberPack(store: string, given: unknown): string {
  const bytes = gzipSync(serialize(given));
  const name = nameOf(bytes);
  const path = join(packsFolder(store), name);
  if (existsSync(path)) return name;
  mkdirSync(packsFolder(store), { recursive: true });
  writeFileSync(`${path}.new`, bytes, { flush: true });
  renameSync(`${path}.new`, path);
  return name;
}

/** What a pack gave. Throws `Stopped` where the file is gone or is not what was written: nothing is guessed of it. */
export function recallPack(store: string, name: string): unknown {
  const path = join(packsFolder(store), name);
  const bytes = existsSync(path) ? readFileSync(path) : null;
  if (bytes !== null && nameOf(bytes) === name) return deserialize(gunzipSync(bytes));
  throw new Stopped([
    {
      kind: 'data',
      code: 'pack-forgotten',
      file: path,
      what: 'what a pack made before has given cannot be read, so that nobody can say what this one may show beside it',
      fix: 'Put the file back from a backup of the store.',
    },
  ]);
}

function nameOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
