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
import { Stopped } from '../domain/problem.js';
import { holderIn, isGone, thisProcess, type Holder } from './holder.js';

/** What stands in a lock's file: the holder, null where it cannot be read, and whether the next to ask takes it over. */
export interface LockState {
  readonly file: string;
  readonly holder: Holder | null;
  readonly stale: boolean;
}

/** Locks found gone, or taken away from the dead, before giving up: each time another process was quicker. */
const TRIES = 5;
/** In milliseconds. A lock that stays half written so long was left by a process that died as it wrote. */
const TORN_AFTER = 60_000;

/** How the name ends of a file that is to become a lock. */
const DRAFT = '.draft';

/** Where the lock of a store of deliveries is. */
export function storeLock(deliveries: string): string {
  return join(deliveries, 'lock.json');
}

/** Where the lock of a schedule's runs is. */
export function runLock(history: string): string {
  return join(history, 'running.lock');
}

/**
 * Takes a lock and gives what lets go of it (it may be called again), or null while another holds it. One whose holder
 * is gone is taken over. What is taken over is guarded by a lock of its own, so that of several who find it one takes
 * it away, and nobody takes away what another has put there since.
 */
export function takeLock(path: string): (() => void) | null {
  mkdirSync(dirname(path), { recursive: true });
  const own = JSON.stringify(thisProcess());
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { made, now } = make(path, own);
    clearDrafts(path, now);
    if (made)
      return () => {
        letGo(path, own);
      };
    const found = textOf(path);
    if (found !== null && !(isLeft(path, found, now) && takeAway(path, found))) return null;
  }
  return null;
}

/** What stands in a lock; null when it is free. It changes nothing. */
export function lockState(path: string): LockState | null {
  const text = textOf(path);
  if (text === null) return null;
  return { file: path, holder: holderIn(text), stale: isLeft(path, text, Date.now()) };
}

/** Holds the lock of a store while something is done. Throws `Stopped` (kind `computer`) while another holds it. */
export async function holding<Result>(
  deliveries: string,
  act: () => Promise<Result>,
): Promise<Result> {
  const path = storeLock(deliveries);
  const release = takeLock(path);
  if (!release) throw inUse(path);
  try {
    return await act();
  } finally {
    release();
  }
}

/**
 * Puts a whole file in place if none is there: of several who try at once, the file system lets one. A disk that knows
 * no second names has it written in place instead. `now` is the time by the clock of the disk, which may be another's.
 */
function make(path: string, text: string): { readonly made: boolean; readonly now: number } {
  const beside = `${path}.${randomUUID()}${DRAFT}`;
  try {
    writeFileSync(beside, text, { mode: 0o600, flush: true });
    const now = statSync(beside).mtimeMs;
    return { made: linked(beside, path) ?? written(path, text), now };
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Null where the disk knows no second names. A network may lose the answer and say it was there: so it is looked at. */
function linked(beside: string, path: string): boolean | null {
  try {
    linkSync(beside, path);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') return null;
    return textOf(path) === textOf(beside);
  }
}

function written(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx', flush: true });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // A full disk: the file is there, and empty.
    rmSync(path, { force: true });
    throw error;
  }
}

/** Drafts of processes that died before they could take them away. */
function clearDrafts(path: string, now: number): void {
  const folder = dirname(path);
  const drafts = readdirSync(folder).filter(
    (name) => name.startsWith(`${basename(path)}.`) && name.endsWith(DRAFT),
  );
  for (const draft of drafts.map((name) => join(folder, name)))
    if (isOld(draft, now)) rmSync(draft, { force: true });
}

function isLeft(path: string, text: string, now: number): boolean {
  const holder = holderIn(text);
  return holder ? isGone(holder) : isOld(path, now);
}

/** Long enough there, by the clock of the disk; a clock that was put back since tells so too. */
function isOld(path: string, now: number): boolean {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Math.abs(now - made) > TORN_AFTER;
}

/** Whether this process may try again; not while another takes the lock over. */
function takeAway(path: string, left: string): boolean {
  const release = takeLock(`${path}.next`);
  if (!release) return false;
  try {
    letGo(path, left);
    return true;
  } finally {
    release();
  }
}

/** Only what was found is removed: another may have put theirs there since. */
function letGo(path: string, text: string): void {
  if (textOf(path) === text) rmSync(path, { force: true });
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

function inUse(path: string): Stopped {
  const holder = lockState(path)?.holder;
  const who = holder
    ? `process ${holder.pid} on ${holder.host}, since ${holder.since}`
    : 'another process';
  return new Stopped([
    {
      kind: 'computer',
      code: 'locked',
      file: path,
      what: `the store of deliveries is in use by ${who}`,
      fix: 'Wait until it has ended and run again; nothing was changed. If nothing of Boardpack runs there any more, delete this file.',
    },
  ]);
}
