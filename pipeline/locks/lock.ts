// A path → a lock that one process holds at a time, and that is released when its process dies.
import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ProblemError, type Phrase } from '../domain/problem.js';
import { parseHolder, isHolderGone, describeThisProcess, type Holder } from './holder.js';

/** State of a lock file: the holder, null if it cannot be read, and whether the next process may take it over. */
export interface LockState {
  readonly file: string;
  readonly holder: Holder | null;
  readonly stale: boolean;
}

/** Maximum attempts if other processes are quicker each time. */
const MAX_ATTEMPTS = 5;
/** In milliseconds. A lock that stays half written this long was left by a process that died while writing it. */
const PARTIAL_WRITE_AFTER = 60_000;

/** Suffix of a file that is about to become a lock. */
const DRAFT_SUFFIX = '.draft';

/** Path of the lock of a store of deliveries. */
export function storeLockPath(deliveries: string): string {
  return join(deliveries, 'lock.json');
}

/** Path of the lock of a schedule's runs. */
export function runLockPath(history: string): string {
  return join(history, 'running.lock');
}

/**
 * Acquires a lock and returns a release function, which may be called again; null while another process holds it. The
 * lock of a dead holder is taken over, guarded by a second lock: of several processes that find it, only one removes
 * it, and none removes a newer lock.
 */
export function acquireLock(path: string): (() => void) | null {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const own = JSON.stringify(describeThisProcess());
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const { isCreated: made, now } = createLockFile(path, own);
    removeOldDrafts(path, now);
    if (made)
      return () => {
        removeUnchanged(path, own);
      };
    const found = readLockText(path);
    if (found !== null && !(isAbandoned(path, found, now) && removeAbandoned(path, found)))
      return null;
  }
  return null;
}

/** Reads the state of a lock; null if it is free. Changes nothing. */
export function readLockState(path: string): LockState | null {
  const text = readLockText(path);
  if (text === null) return null;
  return { file: path, holder: parseHolder(text), stale: isAbandoned(path, text, Date.now()) };
}

/** Holds a store's lock during an action. Throws `Stopped` (kind `computer`) while another process holds it. */
export async function holdStoreLock<Result>(
  deliveries: string,
  action: () => Promise<Result>,
): Promise<Result> {
  const path = storeLockPath(deliveries);
  const release = acquireLock(path);
  if (!release) throw createLockedError(path);
  try {
    return await action();
  } finally {
    release();
  }
}

/**
 * Creates a complete file if none exists: if several processes try at once, the file system lets one succeed. On disks
 * without hard links the file is written in place. `now` is the time by the disk's clock, which may be another
 * computer's.
 */
function createLockFile(
  path: string,
  text: string,
): { readonly isCreated: boolean; readonly now: number } {
  const draft = `${path}.${randomUUID()}${DRAFT_SUFFIX}`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flush: true });
    const now = statSync(draft).mtimeMs;
    return { isCreated: linkDraft(draft, path) ?? writeLockFile(path, text), now };
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Null if the disk has no hard links. A network drive may lose the reply and report that the file exists, so the
 * content is compared.
 */
function linkDraft(draft: string, path: string): boolean | null {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (readErrorCode(error) !== 'EEXIST') return null;
    return readLockText(path) === readLockText(draft);
  }
}

function writeLockFile(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx', flush: true });
    return true;
  } catch (error) {
    if (readErrorCode(error) === 'EEXIST') return false;
    // On a full disk the file exists and is empty.
    rmSync(path, { force: true });
    throw error;
  }
}

/** Removes drafts of processes that died before they could remove them. */
function removeOldDrafts(path: string, now: number): void {
  const folder = dirname(path);
  const drafts = readdirSync(folder).filter(
    (name) => name.startsWith(`${basename(path)}.`) && name.endsWith(DRAFT_SUFFIX),
  );
  for (const draft of drafts.map((name) => join(folder, name)))
    if (isOldFile(draft, now)) rmSync(draft, { force: true });
}

function isAbandoned(path: string, text: string, now: number): boolean {
  const holder = parseHolder(text);
  return holder ? isHolderGone(holder) : isOldFile(path, now);
}

/** Whether the file is old enough by the disk's clock; a clock that was set back since also counts. */
function isOldFile(path: string, now: number): boolean {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Math.abs(now - made) > PARTIAL_WRITE_AFTER;
}

/** Returns whether this process may try again; false while another takes the lock over. */
function removeAbandoned(path: string, abandoned: string): boolean {
  const release = acquireLock(`${path}.next`);
  if (!release) return false;
  try {
    removeUnchanged(path, abandoned);
    return true;
  } finally {
    release();
  }
}

/** Removes the lock only if it is unchanged: another process may have replaced it. */
function removeUnchanged(path: string, text: string): void {
  if (readLockText(path) === text) rmSync(path, { force: true });
}

function readLockText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (readErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function readErrorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

function createLockedError(path: string): ProblemError {
  const holder = readLockState(path)?.holder;
  const who: Phrase = holder
    ? {
        phrase: 'holder',
        facts: { pid: String(holder.pid), host: holder.host, since: holder.since },
      }
    : { phrase: 'holder-unknown' };
  return new ProblemError([
    {
      kind: 'computer',
      code: 'locked',
      file: path,
      facts: { who },
    },
  ]);
}
