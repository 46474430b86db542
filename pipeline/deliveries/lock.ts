// A folder → a lock on it that one process holds at a time, and that a process which died does not hold.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Stopped } from '../domain/problem.js';

const owner = z.strictObject({
  pid: z.int().positive(),
  host: z.string(),
  /** When it was taken, by the clock of that computer. */
  since: z.iso.datetime(),
  boot: z.string().nullable(),
});
type Owner = z.infer<typeof owner>;

const NAME = 'lock.json';
/** Locks taken away from the dead before giving up: each time, another process may have been quicker. */
const TRIES = 5;
/** In milliseconds: longer than it takes to write a lock. */
const MOMENT = 10_000;

/** A held lock. */
export interface Lock {
  /** May be called again. */
  release(): void;
}

/**
 * Takes the lock of a folder. Throws `Stopped` (kind `computer`) when a living process holds it, or one of another
 * computer, of which nobody here can say whether it lives. A lock is stale when the process that took it is gone, or
 * the computer was started since; a stale one is taken over.
 */
export function lockFolder(folder: string): Lock {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, NAME);
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (create(path)) return lockAt(path);
    const held = ownerOf(path);
    if (held !== null && !isStale(held, path)) throw stopped(path, held);
    if (held !== null) removeStale(path, held);
  }
  throw stopped(path, ownerOf(path));
}

/** Who holds the lock of a folder, and whether the next to ask would take it over; null when it is free. */
export function lockState(
  folder: string,
): { file: string; holder: Owner | null; stale: boolean } | null {
  const file = join(folder, NAME);
  const held = ownerOf(file);
  if (held === null) return null;
  return { file, holder: held === 'half' ? null : held, stale: isStale(held, file) };
}

function lockAt(path: string): Lock {
  return {
    release() {
      letGo(path);
    },
  };
}

/** Holds the lock while something is done. */
export async function holding<Result>(folder: string, act: () => Promise<Result>): Promise<Result> {
  const lock = lockFolder(folder);
  try {
    return await act();
  } finally {
    lock.release();
  }
}

/** The file may not be there yet: of two who try at once, the file system lets one. */
function create(path: string): boolean {
  const since = new Date().toISOString();
  const own: Owner = { pid: process.pid, host: hostname(), since, boot: bootOf() };
  try {
    writeFileSync(path, `${JSON.stringify(own)}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // A full disk: the file is there, and empty.
    rmSync(path, { force: true });
    throw error;
  }
}

/** Who holds it: null when nobody does any more, `half` when it cannot be read. */
function ownerOf(path: string): Owner | 'half' | null {
  try {
    return owner.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? null : 'half';
  }
}

function isStale(held: Owner | 'half', path: string): boolean {
  if (held === 'half') return isOld(path);
  if (held.host !== hostname()) return false;
  return startedSince(held) || !isAlive(held.pid);
}

/** A lock is half written for less than a moment; one that stays so was left by a process that died in that moment. */
function isOld(path: string): boolean {
  try {
    return Math.abs(Date.now() - statSync(path).mtimeMs) > MOMENT;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Process numbers begin again when a computer does: there, one that lives may be another by now. */
function startedSince({ boot }: Owner): boolean {
  const now = bootOf();
  return boot !== null && now !== null && boot !== now;
}

/** What Linux calls this run of the computer; elsewhere it is not told. */
function bootOf(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Takes a stale lock out of the way, unless another has done so and holds a living one by now. */
function removeStale(path: string, stale: Owner | 'half'): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const taken = ownerOf(aside);
  if (JSON.stringify(taken) !== JSON.stringify(stale)) renameSync(aside, path);
  else rmSync(aside);
}

function letGo(path: string): void {
  const held = ownerOf(path);
  if (held !== null && held !== 'half' && held.pid === process.pid && held.host === hostname())
    rmSync(path, { force: true });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

function stopped(path: string, held: Owner | 'half' | null): Stopped {
  const who =
    held === null || held === 'half'
      ? 'another process'
      : `process ${held.pid} on ${held.host}, since ${held.since}`;
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
