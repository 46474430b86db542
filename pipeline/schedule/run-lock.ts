// One run at a time: a file that says who is running, taken over when that process is no more.
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const holderSchema = z.strictObject({
  pid: z.int(),
  host: z.string(),
  /** Which start of the computer it is of, where the system says: process ids begin anew with each. */
  boot: z.string().nullable(),
  since: z.string(),
});

const TORN_AFTER_MS = 60_000;

/** Who holds the lock. */
export type Holder = z.infer<typeof holderSchema>;

/** Where the lock of a history's folder is. */
export function lockPath(folder: string): string {
  return join(folder, 'running.lock');
}

/** Takes the lock and gives what lets go of it, or null while another process that is still there holds it. */
export function takeLock(folder: string, since: string): (() => void) | null {
  mkdirSync(folder, { recursive: true });
  const path = lockPath(folder);
  const text = JSON.stringify({ pid: process.pid, host: hostname(), boot: boot(), since });
  if (!made(path, text) && !(clearAbandoned(path) && made(path, text))) return null;
  return () => {
    if (textOf(path) === text) rmSync(path, { force: true });
  };
}

/** Who holds the lock of a folder; null when nobody does, or whoever did is no more. */
export function lockHolder(folder: string): Holder | 'unreadable' | null {
  const text = textOf(lockPath(folder));
  if (text === null) return null;
  const holder = holderIn(text);
  if (holder === null) return 'unreadable';
  return isAbandoned(holder) ? null : holder;
}

/** What stands in the lock of a folder, and whether the next run would take it over; null when there is none. */
export function runLockState(
  folder: string,
): { file: string; holder: Holder | null; stale: boolean } | null {
  const file = lockPath(folder);
  const text = textOf(file);
  if (text === null) return null;
  const holder = holderIn(text);
  return { file, holder, stale: holder === null ? isOld(file) : isAbandoned(holder) };
}

function made(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Moves an abandoned lock away; if another took it over in between, theirs is put back. */
function clearAbandoned(path: string): boolean {
  const text = textOf(path);
  if (text === null) return true;
  const holder = holderIn(text);
  if (holder === null ? !isOld(path) : !isAbandoned(holder)) return false;
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    const ours = textOf(aside) === text;
    if (!ours) linkSync(aside, path);
    return ours;
  } catch {
    return false;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** A holder on another computer cannot be asked, and is taken to be there. */
function isAbandoned({ pid, host, boot: since }: Holder): boolean {
  if (host !== hostname()) return false;
  return (since !== null && since !== boot()) || !isAlive(pid);
}

/** A lock that cannot be read is being written now, or was torn by a crash. */
function isOld(path: string): boolean {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > TORN_AFTER_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function boot(): string | null {
  return textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
}

function holderIn(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
