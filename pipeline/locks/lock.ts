// A path → a lock there that one process holds at a time, and that a process which died does not hold.
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
import { ProblemError } from '../domain/problem.js';
import { parseHolder, isHolderGone, describeThisProcess, type Holder } from './holder.js';

/** What stands in a lock's file: the holder, null where it cannot be read, and whether the next to ask takes it over. */
export interface LockState {
  readonly file: string;
  readonly holder: Holder | null;
  readonly stale: boolean;
}

/** Locks found gone, or taken away from the dead, before giving up: each time another process was quicker. */
const MAX_ATTEMPTS = 5;
/** In milliseconds. A lock that stays half written so long was left by a process that died as it wrote. */
const PARTIAL_WRITE_AFTER = 60_000;

/** How the name ends of a file that is to become a lock. */
const DRAFT_SUFFIX = '.draft';

/** Where the lock of a store of deliveries is. */
export function storeLockPath(deliveries: string): string {
  return join(deliveries, 'lock.json');
}

/** Where the lock of a schedule's runs is. */
export function runLockPath(history: string): string {
  return join(history, 'running.lock');
}

/**
 * Takes a lock and gives what lets go of it (it may be called again), or null while another holds it. One whose holder
 * is gone is taken over. What is taken over is guarded by a lock of its own, so that of several who find it one takes
 * it away, and nobody takes away what another has put there since.
 */
export function acquireLock(path: string): (() => void) | null {
  mkdirSync(dirname(path), { recursive: true });
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

/** What stands in a lock; null when it is free. It changes nothing. */
export function readLockState(path: string): LockState | null {
  const text = readLockText(path);
  if (text === null) return null;
  return { file: path, holder: parseHolder(text), stale: isAbandoned(path, text, Date.now()) };
}

/** Holds the lock of a store while something is done. Throws `Stopped` (kind `computer`) while another holds it. */
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
 * Puts a whole file in place if none is there: of several who try at once, the file system lets one. A disk that knows
 * no second names has it written in place instead. `now` is the time by the clock of the disk, which may be another's.
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

/** Null where the disk knows no second names. A network may lose the answer and say it was there: so it is looked at. */
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
    // A full disk: the file is there, and empty.
    rmSync(path, { force: true });
    throw error;
  }
}

/** Drafts of processes that died before they could take them away. */
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

/** Long enough there, by the clock of the disk; a clock that was put back since tells so too. */
function isOldFile(path: string, now: number): boolean {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Math.abs(now - made) > PARTIAL_WRITE_AFTER;
}

/** Whether this process may try again; not while another takes the lock over. */
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

/** Only what was found is removed: another may have put theirs there since. */
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
  const description = holder
    ? `process ${holder.pid} on ${holder.host}, since ${holder.since}`
    : 'another process';
  return new ProblemError([
    {
      kind: 'computer',
      code: 'locked',
      file: path,
      what: `the store of deliveries is in use by ${description}`,
      fix: 'Wait until it has ended and run again; nothing was changed. If nothing of Boardpack runs there any more, delete this file.',
    },
  ]);
}
