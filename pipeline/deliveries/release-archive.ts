// What a pack gave ↔ a file of the store, named by its content: totals alone, and no row of anybody.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ProblemError } from '../domain/problem.js';
import { isReleaseBefore1, readReleaseBefore1 } from './release-before-1.js';
import {
  readReleaseDocument,
  UnknownVersion,
  writeReleaseDocument,
  type Release,
} from './release-document.js';

/** Where what packs gave is remembered. */
export function releaseArchiveFolder(store: string): string {
  return join(store, 'packs');
}

/** Where what one pack gave is remembered, by its name. */
export function packFile(store: string, name: string): string {
  return join(releaseArchiveFolder(store), name);
}

/** Remembers what a pack gave; gives the name it is remembered by. It is on the disk when this returns. */
export function archiveRelease(store: string, release: Release): string {
  const bytes = gzipSync(writeReleaseDocument(release));
  const name = hashContent(bytes);
  const path = packFile(store, name);
  if (existsSync(path)) return name;
  mkdirSync(releaseArchiveFolder(store), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, bytes, { flush: true, mode: 0o600 });
  renameSync(`${path}.new`, path);
  return name;
}

/**
 * What a pack gave, whichever version of Boardpack kept it. Throws `ProblemError` where the file is gone, is not what was
 * written, is of a version that is not known, or holds a key that is unknown or lacks one that is not: nothing is guessed
 * of it, and never is it taken for a pack that gave nothing.
 */
export function readRelease(store: string, name: string): Release {
  const path = packFile(store, name);
  const bytes = existsSync(path) ? readFileSync(path) : null;
  if (bytes === null || hashContent(bytes) !== name) throw forgotten(path);
  try {
    const kept = gunzipSync(bytes);
    if (isReleaseBefore1(kept)) return readReleaseBefore1(kept);
    return readReleaseDocument(kept.toString('utf8'));
  } catch (error) {
    throw forgotten(path, error instanceof UnknownVersion ? 'other-version' : 'whole');
  }
}

/** `damaged` is gone or altered; `whole` is as it was written, and this version cannot read it. */
type ReleaseFault = 'damaged' | 'whole' | 'other-version';

function forgotten(file: string, variant: ReleaseFault = 'damaged'): ProblemError {
  return new ProblemError([{ kind: 'data', code: 'pack-forgotten', variant, file }]);
}

function hashContent(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
