// The folder of one release and its manifest → which release it is, and whether another holds all of it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeCanonicalJson } from '../domain/canonical-json.js';

const MANIFEST = 'manifest.json';
const DRAFT_MANIFEST = 'draft-manifest.json';

/** What of a manifest tells one release from another, in every version of it. */
const manifestSchema = z.looseObject({
  asAt: z.iso.date(),
  files: z.record(z.string(), z.string()),
});

/** The manifest of a release: its day, the hash of each of its files, and what it was made from. */
export type ReleaseManifest = z.infer<typeof manifestSchema>;

/** Whether a folder holds a draft, which the next one may replace. */
export function isDraftFolder(folder: string): boolean {
  return existsSync(join(folder, DRAFT_MANIFEST)) && !existsSync(join(folder, MANIFEST));
}

/** The manifest of the release in a folder; null where there is none, or one that cannot be read. */
export function readManifest(folder: string): ReleaseManifest | null {
  const path = join(folder, MANIFEST);
  return existsSync(path) ? parseManifest(readFileSync(path, 'utf8')) : null;
}

/** The manifest that a text is; null where it is none. */
export function parseManifest(text: string): ReleaseManifest | null {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The files of a release that are not there as its manifest says, by name. */
export function listAlteredFiles(folder: string, { files }: ReleaseManifest): string[] {
  return Object.entries(files).flatMap(([name, hash]) => {
    const path = join(folder, name);
    const isThere = existsSync(path) && statSync(path).isFile();
    return isThere && hashFileContent(path) === hash ? [] : [name];
  });
}

/**
 * Whether a release is part of another: made of the same, with no file that the other does not have just so. A pack
 * printed in one language is part of the same pack printed in two.
 */
export function isPartial(one: ReleaseManifest, other: ReleaseManifest): boolean {
  return (
    isMadeOfSame(one, other) &&
    Object.entries(one.files).every(([name, hash]) => other.files[name] === hash)
  );
}

/** Whether two releases are made of the same, and agree on every file that both have. */
export function canBeJoined(one: ReleaseManifest, other: ReleaseManifest): boolean {
  return (
    isMadeOfSame(one, other) &&
    Object.entries(one.files).every(([name, hash]) => (other.files[name] ?? hash) === hash)
  );
}

/** Whether a folder holds nothing but what a release lists, as it lists it: it can go, for the release has it all. */
export function isRedundant(folder: string, release: ReleaseManifest, earlier: string): boolean {
  const manifest = readManifest(folder);
  if (manifest === null || !isPartial(manifest, release)) return false;
  const names = readdirSync(folder).filter((name) => name !== MANIFEST && name !== earlier);
  return (
    names.every((name) => release.files[name] !== undefined) &&
    listAlteredFiles(folder, manifest).length === 0
  );
}

function isMadeOfSame(one: ReleaseManifest, other: ReleaseManifest): boolean {
  const describe = (manifest: ReleaseManifest): string =>
    writeCanonicalJson({ ...manifest, files: {} });
  return describe(one) === describe(other);
}

function hashFileContent(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
