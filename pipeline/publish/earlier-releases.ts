// A finished release and the one in its place → each where it belongs: the later in the place, the earlier under it.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Day } from '../domain/period.js';
import type { EditionFiles } from './manifest.js';
import {
  canBeJoined,
  isDraftFolder,
  isRedundant,
  isPartial,
  listAlteredFiles,
  parseManifest,
  readManifest,
  type ReleaseManifest,
} from './release-folder.js';

/** The folder, in that of an edition, of the releases that a later one took the place of. */
export const EARLIER = 'earlier';

/** Of releases whose manifest cannot be read. */
const UNDATED = 'undated';

/** Where a release is, or what must still be written of it. */
type Placement =
  | { readonly folder: string; readonly files: null }
  | { readonly folder: null; readonly files: EditionFiles };

/**
 * Looks for a finished release where it would be put. One that is there already, whole, needs nothing. One that is there
 * in another language is joined: its files are written again beside the new ones.
 */
export function findPlacement(place: string, files: EditionFiles): Placement {
  const fresh = parseManifest(String(files.get('manifest.json')));
  const current = readManifest(place);
  if (fresh === null || current === null) return { folder: null, files };
  const isLookBack = current.asAt > fresh.asAt;
  const folders = isLookBack ? listEarlierReleases(place) : [place];
  const found = folders.find((folder) => holdsRelease(folder, fresh));
  if (found !== undefined) return { folder: found, files: null };
  if (isLookBack || !canBeJoined(current, fresh) || isPartial(current, fresh))
    return { folder: null, files };
  if (listAlteredFiles(place, current).length > 0) return { folder: null, files };
  return { folder: null, files: joinFiles(place, current, { files, manifest: fresh }) };
}

function holdsRelease(folder: string, release: ReleaseManifest): boolean {
  const manifest = readManifest(folder);
  return (
    manifest !== null &&
    isPartial(release, manifest) &&
    listAlteredFiles(folder, manifest).length === 0
  );
}

function joinFiles(
  place: string,
  current: ReleaseManifest,
  { files, manifest }: { readonly files: EditionFiles; readonly manifest: ReleaseManifest },
): EditionFiles {
  const names = Object.keys(current.files);
  const joined = { ...manifest, files: { ...current.files, ...manifest.files } };
  return new Map([
    ...names.map((name) => [name, readFileSync(join(place, name))] as const),
    ...files,
    ['manifest.json', `${JSON.stringify(joined, null, 2)}\n`] as const,
  ]);
}

/** The folders of the earlier releases of an edition, oldest name first. */
export function listEarlierReleases(place: string): string[] {
  const folder = join(place, EARLIER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => join(folder, name))
    .sort();
}

/**
 * The folder for the lists of a build, which lie beside the editions: that of the quarter, or one of their own where an
 * edition has a release there that knew more, whose lists stay.
 */
export function chooseListFolder(quarterFolder: string, asAt: Day): string {
  const editions = existsSync(quarterFolder) ? readdirSync(quarterFolder) : [];
  const hasLater = editions.some((edition) => {
    const manifest = readManifest(join(quarterFolder, edition));
    return manifest !== null && manifest.asAt > asAt;
  });
  return hasLater ? join(quarterFolder, EARLIER, asAt) : quarterFolder;
}

/**
 * Puts a finished release in its place, and gives the folder that it is in. The release that was there moves under it
 * with all its own earlier ones, unless the new one holds every file of it, or it is a draft. A release that knew less
 * than the one that is there goes under that one. Every step is one rename, and the whole may be interrupted anywhere and
 * repeated: `old` is where the release that was there waits until then.
 */
export function putRelease(fresh: string, place: string, old: string): string {
  if (existsSync(place) && !existsSync(old)) {
    if (isLaterThan(place, fresh)) return storeEarlier(place, fresh, nameRelease(fresh));
    renameSync(place, old);
  }
  if (existsSync(old)) keepEarlier(old, fresh);
  renameSync(fresh, place);
  return place;
}

function isLaterThan(place: string, fresh: string): boolean {
  const [current, next] = [readManifest(place), readManifest(fresh)];
  return current !== null && next !== null && current.asAt > next.asAt;
}

function keepEarlier(old: string, fresh: string): void {
  for (const each of listEarlierReleases(old)) storeEarlier(fresh, each, basename(each));
  rmSync(join(old, EARLIER), { recursive: true, force: true });
  const release = readManifest(fresh);
  const isSpare = isDraftFolder(old) || (release !== null && isRedundant(old, release, EARLIER));
  if (!isSpare) storeEarlier(fresh, old, nameRelease(old));
}

function nameRelease(release: string): string {
  return readManifest(release)?.asAt ?? UNDATED;
}

/** Moves a release among the earlier ones of another, under a name that is numbered where it is taken. */
function storeEarlier(place: string, release: string, name: string): string {
  const folder = join(place, EARLIER);
  mkdirSync(folder, { recursive: true });
  const taken = new Set(readdirSync(folder));
  const numbered = Array.from(taken, (_, at) => `${name}-${at + 2}`);
  const free = [name, ...numbered].find((each) => !taken.has(each)) ?? name;
  renameSync(release, join(folder, free));
  return join(folder, free);
}
