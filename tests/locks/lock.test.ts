// One process holds a lock at a time; a dead process holds none, and no clock, number or name alone is trusted.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeThisProcess, type Holder } from '../../pipeline/locks/holder.js';
import {
  holdStoreLock,
  readLockState,
  storeLockPath,
  acquireLock,
} from '../../pipeline/locks/lock.js';
import { emptyFolder, listing } from '../deliveries/folder.js';

const onLinux = process.platform === 'linux';

function emptyPath(): string {
  return join(emptyFolder(), 'a.lock');
}

/** A lock of this process, but for what is said otherwise. */
function heldBy(other: Partial<Holder>): string {
  const path = emptyPath();
  writeFileSync(path, JSON.stringify({ ...describeThisProcess(), ...other }));
  return path;
}

/** The number of a process that has ended. */
function gone(): number {
  return Number(execFileSync(process.execPath, ['-p', 'process.pid']).toString());
}

/** Whether a lock is taken; it then leaves nothing behind. */
function isTaken(path: string): boolean {
  const stale = readLockState(path)?.stale;
  const release = acquireLock(path);
  expect(release !== null).toBe(stale ?? true);
  if (!release) return false;
  expect(readLockState(path)).toMatchObject({ holder: { pid: process.pid }, stale: false });
  release();
  release();
  expect(listing(join(path, '..'))).toEqual([]);
  return true;
}

describe('a lock', () => {
  it('has one holder at a time, even within one process', () => {
    const path = emptyPath();
    const release = acquireLock(path);
    expect(acquireLock(path)).toBeNull();
    expect(listing(join(path, '..'))).toEqual(['a.lock']);
    release?.();
    expect(isTaken(path)).toBe(true);
  });

  it('released late does not release the next holder’s lock', () => {
    const path = emptyPath();
    const release = acquireLock(path);
    writeFileSync(path, JSON.stringify(describeThisProcess()));
    release?.();
    expect(isTaken(path)).toBe(false);
  });

  it('is taken over from a killed process, but not from a live one', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const path = heldBy({ pid: child.pid ?? 0, started: null });
    expect(isTaken(path)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isTaken(path)).toBe(true);
  });

  it('is taken over if the process number was reused or the computer was restarted', () => {
    expect(isTaken(heldBy({ boot: null, running: uptime() + 60 }))).toBe(true);
    expect(isTaken(heldBy({ boot: null, running: uptime() - 60 }))).toBe(false);
    if (!onLinux) return;
    expect(isTaken(heldBy({ started: '1' }))).toBe(true);
    expect(isTaken(heldBy({ boot: 'another start' }))).toBe(true);
    expect(isTaken(heldBy({ boot: 'another start', pid: gone() }))).toBe(true);
  });

  it('is not taken over from another computer, even one with the same name', () => {
    expect(isTaken(heldBy({ host: 'elsewhere', pid: gone() }))).toBe(false);
    if (onLinux) expect(isTaken(heldBy({ computer: 'another', pid: gone() }))).toBe(false);
  });

  it('does not depend on a clock that was set back or forward', () => {
    for (const since of ['2001-01-01T00:00:00Z', '2999-01-01T00:00:00Z']) {
      expect(isTaken(heldBy({ since }))).toBe(false);
      expect(isTaken(heldBy({ since, pid: gone() }))).toBe(true);
    }
  });

  it('is taken over if half written for a minute by the clock of its disk', () => {
    const path = emptyPath();
    writeFileSync(path, '{"pid":');
    expect(isTaken(path)).toBe(false);
    for (const seconds of [-120, 120]) {
      writeFileSync(path, '{"pid":');
      const made = Date.now() / 1000 + seconds;
      utimesSync(path, made, made);
      expect(isTaken(path)).toBe(true);
    }
  });

  it('removes the draft of a process that died while acquiring it', () => {
    const path = emptyPath();
    for (const seconds of [-120, -1]) {
      const draft = `${path}.${seconds}.draft`;
      writeFileSync(draft, '');
      utimesSync(draft, Date.now() / 1000 + seconds, Date.now() / 1000 + seconds);
    }
    acquireLock(path)?.();
    expect(listing(join(path, '..'))).toEqual(['a.lock.-1.draft']);
  });

  it('is read in the format of an earlier version', () => {
    const path = emptyPath();
    for (const [pid, taken] of [
      [gone(), true],
      [process.pid, false],
    ] as const) {
      const holder = { pid, host: hostname(), boot: null, since: '2026-03-29T01:00:00.000Z' };
      writeFileSync(path, JSON.stringify(holder));
      expect(isTaken(path)).toBe(taken);
    }
  });

  it('is taken over from a process that died while taking over a lock', () => {
    const path = heldBy({ pid: gone() });
    writeFileSync(`${path}.next`, JSON.stringify({ ...describeThisProcess(), pid: gone() }));
    expect(isTaken(path)).toBe(true);
    const other = heldBy({ pid: gone() });
    writeFileSync(`${other}.next`, JSON.stringify(describeThisProcess()));
    expect(acquireLock(other)).toBeNull();
  });
});

it('eight processes that find a dead process’s lock all run, one at a time', async () => {
  const path = heldBy({ pid: gone() });
  const log = join(path, '..', 'log');
  writeFileSync(log, '');
  const worker = join(import.meta.dirname, 'worker.mjs');
  const workers = Array.from({ length: 8 }, () =>
    spawn(process.execPath, [worker, path, log], { stdio: 'ignore' }),
  );
  await Promise.all(workers.map((each) => once(each, 'exit')));
  const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1);
  expect(lines).toHaveLength(8 * 2);
  for (let at = 0; at < lines.length; at += 2)
    expect(lines[at + 1]).toBe(lines[at]?.replace('in', 'out'));
}, 60_000);

it('a store in use reports its holder', async () => {
  const folder = emptyFolder();
  await holdStoreLock(folder, async () => {
    await expect(holdStoreLock(folder, () => Promise.resolve())).rejects.toMatchObject({
      problems: [{ code: 'locked', kind: 'computer', file: storeLockPath(folder) }],
    });
  });
  expect(listing(folder)).toEqual([]);
});
