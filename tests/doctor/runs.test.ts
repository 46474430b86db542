// Clocks, locks and histories that the doctor finds damaged, each one really damaged.
import { execFileSync } from 'node:child_process';
import { utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { exitStatus } from '../../pipeline/domain/problem.js';
import { runLockPath, storeLockPath, acquireLock } from '../../pipeline/locks/lock.js';
import type { NoticeAttempt } from '../../pipeline/schedule/events.js';
import { openHistory } from '../../pipeline/schedule/history.js';
import { clinic, iso, KEY, NOW, received, told } from './clinic.js';
import { readProblem } from '../problems/words.js';

describe('checking the clock', () => {
  it('reports a clock set back since the last ledger line', async () => {
    const { at, problems } = clinic();
    received(at('store'), '2026-04-01', KEY);
    const found = await problems();
    expect(told(found)).toEqual(['computer clock-behind']);
    expect(found[0]).toMatchObject({ file: at('store/ledger.jsonl') });
  });

  it('reports a clock set back since the last history line, but not a small correction', async () => {
    const { at, problems } = clinic();
    const history = openHistory(at('history'));
    history.append({ event: 'watching', at: iso(NOW + 60_000), jobs: ['take-in'], pid: 1 });
    expect(await problems()).toEqual([]);
    history.append({ event: 'left', at: iso(NOW + 3_600_000), jobs: ['take-in'], pid: 1 });
    expect(told(await problems())).toEqual(['computer clock-behind']);
  });

  it('reports a damaged ledger as every command does', async () => {
    const { write, problems } = clinic();
    write('store/ledger.jsonl', '{"seq":1\n');
    const found = await problems();
    expect(found.map(({ code, line }) => [code, line])).toEqual([['damaged-ledger', 1]]);
    expect(exitStatus(found)).toBe(2);
  });
});

describe('checking locks', () => {
  it('names the process that holds a lock', async () => {
    const { at, problems } = clinic();
    const releases = [
      acquireLock(storeLockPath(at('store'))),
      acquireLock(runLockPath(at('history'))),
    ];
    const found = await problems();
    for (const release of releases) release?.();
    expect(told(found)).toEqual(['note lock-held', 'note lock-held']);
    for (const each of found)
      expect(readProblem(each).what).toContain(`process ${process.pid} on ${hostname()}`);
    expect(await problems()).toEqual([]);
  });

  it('reports locks left behind by dead processes', async () => {
    const { write, problems } = clinic();
    const pid = Number(execFileSync(process.execPath, ['-p', 'process.pid']).toString());
    const owner = JSON.stringify({ pid, host: hostname(), boot: null, since: iso(NOW) });
    write('store/lock.json', owner);
    write('history/running.lock', owner);
    const found = await problems();
    expect(told(found)).toEqual(['note lock-stale', 'note lock-stale']);
    expect(exitStatus(found)).toBe(0);
  });

  it('distinguishes a lock half written long ago from one just now', async () => {
    const { at, write, problems } = clinic();
    write('store/lock.json', '{"pid":');
    write('history/running.lock', '{"pid":');
    expect(told(await problems())).toEqual(['note lock-held', 'note lock-held']);
    for (const name of ['store/lock.json', 'history/running.lock']) utimesSync(at(name), 0, 0);
    expect(told(await problems())).toEqual(['note lock-stale', 'note lock-stale']);
  });

  it('treats a lock of another computer as held', async () => {
    const { write, problems } = clinic();
    const owner = { pid: 1, host: 'elsewhere', boot: null, since: iso(NOW) };
    write('store/lock.json', JSON.stringify(owner));
    const found = await problems();
    expect(told(found)).toEqual(['note lock-held']);
    expect(readProblem(found[0])?.what).toContain('on elsewhere');
  });
});

describe('checking the history and its notices', () => {
  it('lists damaged lines', async () => {
    const { write, problems } = clinic();
    write('history/runs.jsonl', '{"event":"beg\n');
    const found = await problems();
    expect(told(found)).toEqual(['note torn-history']);
    expect(readProblem(found[0])?.what).toContain('Lines 1 ');
  });

  it('reports a notice given up as a problem until a later one is sent', async () => {
    const { at, problems } = clinic();
    const history = openHistory(at('history'));
    const noticed = (notice: string, hour: number): void => {
      const at = iso(NOW - 3_600_000 * hour);
      history.append({
        event: 'notice',
        at,
        notice,
        about: 'digest',
        runs: [],
        channels: ['email'],
      });
    };
    const posted = (notice: string, attempt: number, code: NoticeAttempt['code']): void => {
      history.append({ event: 'posted', at: iso(NOW), notice, channel: 'email', attempt, code });
    };
    noticed('one', 3);
    posted('one', 1, 'EAUTH');
    expect(told(await problems())).toEqual(['note notice-unsent']);
    for (let attempt = 2; attempt <= 20; attempt += 1) posted('one', attempt, 'EAUTH');
    const found = await problems();
    expect(told(found)).toEqual(['declaration notice-unsent']);
    expect(readProblem(found[0])?.what).toContain('EAUTH');
    noticed('two', 2);
    posted('two', 1, 'EAUTH');
    expect(told(await problems())).toEqual(['declaration notice-unsent', 'note notice-unsent']);
    noticed('three', 1);
    posted('three', 1, null);
    expect(told(await problems())).toEqual(['note notice-unsent', 'note notice-unsent']);
  });
});
