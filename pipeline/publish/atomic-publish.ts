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
/** Says that every file beside is whole, and of which quarter they are. */
const WHOLE = 'whole';

/**
 * Writes every edition into a folder of its own beside the quarter's, and moves each into place only when all are
 * whole. Until then, and if anything fails, the last good pack is untouched. What a process that died left is first put
 * in place, if it was whole, or removed: only one process at a time may shelve here.
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

/** Ends what a process began on this shelf that died: a whole pack is put in place, half of one is removed. */
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

/** The folder of the quarter whose files are whole; null where none is named, or not to its end. */
function findStagedQuarter(staging: string): string | null {
  const path = join(staging, WHOLE);
  const named = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return parseQuarter(named)?.path === named ? named : null;
}

/** May be broken off anywhere and begun again: what is in place by then is no longer beside. */
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
