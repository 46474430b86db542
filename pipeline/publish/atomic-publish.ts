// Finished files → the folder of their quarter, put there all at once.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseQuarter } from '../domain/period.js';

/** Files of one edition by name. */
export type EditionFiles = ReadonlyMap<string, string | Uint8Array>;

const STAGING_PREFIX = '.building-';
/** Marker file in the staging folder: all its files are complete. It holds the quarter they belong to. */
const WHOLE = 'whole';

/**
 * Writes every edition into a staging folder and moves each into place only when all are complete. Until then, and if
 * anything fails, the last good pack is untouched. First completes or removes what a process that died left behind.
 * Only one process at a time may publish to a folder.
 */
export function publishAtomically(
  quarterFolder: string,
  editions: ReadonlyMap<string, EditionFiles>,
): void {
  const output = dirname(quarterFolder);
  mkdirSync(quarterFolder, { recursive: true });
  completePublication(output);
  const staging = mkdtempSync(join(output, STAGING_PREFIX));
  try {
    for (const [edition, files] of editions) {
      mkdirSync(join(staging, edition));
      for (const [name, content] of files)
        writeFileSync(join(staging, edition, name), content, { flush: true });
    }
    writeFileSync(join(staging, WHOLE), basename(quarterFolder), { flush: true });
    putAllInPlace(quarterFolder, staging);
  } finally {
    if (!isWhole(staging)) rmSync(staging, { recursive: true, force: true });
  }
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
function putAllInPlace(quarter: string, staging: string): void {
  const editions = readdirSync(staging, { withFileTypes: true })
    .filter((each) => each.isDirectory() && !each.name.endsWith(OLD))
    .map(({ name }) => name);
  for (const edition of editions)
    putInPlace(join(staging, edition), join(quarter, edition), join(staging, `${edition}${OLD}`));
  rmSync(staging, { recursive: true, force: true });
}

const OLD = '.old';

function putInPlace(fresh: string, place: string, old: string): void {
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(fresh, place);
}
