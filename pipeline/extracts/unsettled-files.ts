// A folder, read twice → the files of extracts that are not yet complete: being copied, or open in a spreadsheet.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { matchExtract } from './find.js';

/** A file that should not be read yet. */
export interface UnsettledFile {
  readonly extract: string;
  /** Its name when it is whole. */
  readonly name: string;
  readonly why: 'file-arriving' | 'file-open';
}

/** A clock and a way to wait by it, in milliseconds. */
export interface FileWatch {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Changed more lately than this, a file may still be growing. */
const QUIET_MS = 30_000;
/** Between the two looks: a copy keeps the date of the file it is of, but it grows. */
const SECOND_LOOK_MS = 2_000;
/** A spreadsheet's own lock older than this was left by one that crashed. */
const LOCK_MAX_AGE_MS = 24 * 60 * 60_000;
/** What browsers and copying programs add to the name until the file is whole. */
const UNFINISHED = /\.(part|partial|crdownload|opdownload|download|filepart|tmp)$/i;
/** Excel writes `~$outcomes.xlsx`, LibreOffice `.~lock.outcomes.csv#`, beside the file that somebody has open. */
const LOCKS = [/^~\$(.+)$/, /^\.~lock\.(.+)#$/];

/**
 * Finds the files of extracts that are not whole. They are a reason to come back later, never to go without: half an
 * extract that is read as a whole one loses children. A folder that cannot be read has none.
 */
export async function findUnsettledFiles(
  folder: string,
  names: readonly string[],
  watch: FileWatch,
): Promise<UnsettledFile[]> {
  const first = readFileStates(folder);
  if (first.size === 0) return [];
  await watch.wait(SECOND_LOOK_MS);
  const second = readFileStates(folder);
  const growing = [...second]
    .filter(([name, now]) => isGrowing(now, first.get(name), watch.now()))
    .map(([name]) => ({ name, why: 'file-arriving' as const }));
  const unfinished = [...second.keys()]
    .filter((name) => UNFINISHED.test(name))
    .map((name) => ({ name: name.replace(UNFINISHED, ''), why: 'file-arriving' as const }));
  const open = [...second].flatMap(([name, { changed }]) =>
    watch.now() - changed < LOCK_MAX_AGE_MS ? findLockedFile(name) : [],
  );
  return [...growing, ...unfinished, ...open].flatMap((each) => {
    const extract = matchExtract(each.name, names);
    return extract === null ? [] : [{ ...each, extract }];
  });
}

interface FileState {
  readonly size: number;
  readonly changed: number;
}

function readFileStates(folder: string): Map<string, FileState> {
  const seen = new Map<string, FileState>();
  for (const name of listNames(folder)) {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    if (found?.isFile()) seen.set(name, { size: found.size, changed: found.mtimeMs });
  }
  return seen;
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function isGrowing(now: FileState, before: FileState | undefined, time: number): boolean {
  const isSame = before?.size === now.size && before.changed === now.changed;
  return !isSame || Math.abs(time - now.changed) < QUIET_MS;
}

function findLockedFile(name: string): { name: string; why: 'file-open' }[] {
  return LOCKS.flatMap((lock) => {
    const locked = lock.exec(name)?.[1];
    return locked === undefined ? [] : [{ name: locked, why: 'file-open' as const }];
  });
}
