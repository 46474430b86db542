// Finished files → the folder of their quarter, put there all at once.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseQuarter } from '../domain/period.js';
import { findPlacement, putRelease } from './earlier-releases.js';
import type { EditionFiles } from './manifest.js';

const STAGING_PREFIX = '.building-';
/** Marker file in the staging folder: all its files are complete. It holds the quarter they belong to. */
const WHOLE = 'whole';
/** What the name of a release that was in place ends with, while it waits in the staging folder. */
const OLD = '.old';

/**
 * Writes every edition into a staging folder and moves each into place only when all are complete; gives the folder that
 * each is in. Until then, and if anything fails, the last good pack is untouched. A release that is there already is left
 * as it is, and one that another takes the place of is kept under it (`putRelease`). First completes or removes what a
 * process that died left behind. Only one process at a time may publish to a folder.
 */
export function publishAtomically(
  quarterFolder: string,
  editions: ReadonlyMap<string, EditionFiles>,
): Map<string, string> {
  const output = dirname(quarterFolder);
  mkdirSync(quarterFolder, { recursive: true });
  completePublication(output);
  const placed = new Map<string, string>();
  const staging = mkdtempSync(join(output, STAGING_PREFIX));
  try {
    for (const [edition, files] of editions) {
      const found = findPlacement(join(quarterFolder, edition), files);
      if (found.files === null) placed.set(edition, found.folder);
      else writeRelease(join(staging, edition), found.files);
    }
    writeFileSync(join(staging, WHOLE), basename(quarterFolder), { flush: true });
    return new Map([...placed, ...putAllInPlace(quarterFolder, staging)]);
  } finally {
    if (!isWhole(staging)) rmSync(staging, { recursive: true, force: true });
  }
}

function writeRelease(folder: string, files: EditionFiles): void {
  mkdirSync(folder);
  for (const [name, content] of files) writeFileSync(join(folder, name), content, { flush: true });
}

/** Recovers from a process that died while publishing: a complete pack is moved into place, a partial one is removed. */
export function completePublication(output: string): void {
  if (!existsSync(output)) return;
  for (const name of readdirSync(output).filter((each) => each.startsWith(STAGING_PREFIX))) {
    const staging = join(output, name);
    const quarter = findStagedQuarter(staging);
    if (quarter === null) rmSync(staging, { recursive: true, force: true });
    else putAllInPlace(join(output, quarter), staging);
  }
}

function isWhole(staging: string): boolean {
  return findStagedQuarter(staging) !== null;
}

/** The quarter folder named by the marker; null if the marker is missing or was only partly written. */
function findStagedQuarter(staging: string): string | null {
  const path = join(staging, WHOLE);
  const named = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return parseQuarter(named)?.path === named ? named : null;
}

/** Safe to interrupt and repeat: an edition already in place is no longer in the staging folder. */
function putAllInPlace(quarter: string, staging: string): Map<string, string> {
  const editions = readdirSync(staging, { withFileTypes: true })
    .filter((each) => each.isDirectory() && !each.name.endsWith(OLD))
    .map(({ name }) => name);
  const placed = new Map(
    editions.map((edition) => [
      edition,
      putRelease(join(staging, edition), join(quarter, edition), join(staging, `${edition}${OLD}`)),
    ]),
  );
  rmSync(staging, { recursive: true, force: true });
  return placed;
}
