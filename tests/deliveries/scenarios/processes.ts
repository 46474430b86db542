// Scenarios of this computer, played with the compiled program: kills, a full disk, two at once.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { dump, load } from 'js-yaml';
import { readArguments } from '../../../pipeline/commands/arguments.js';
import { receive } from '../../../pipeline/commands/receive.js';
import { readLedgerEvents, readLedger } from '../../../pipeline/deliveries/ledger.js';
import { exitStatus } from '../../../pipeline/domain/problem.js';
import { PROJECT, boardpack, serviceLike, type Service } from '../../end-to-end/service.js';

/** What a store holds besides deliveries: the ledger, the warehouse, what packs gave, and who is who. */
const USUAL = new Set([
  ...['ledger.jsonl', 'service.json', 'warehouse.duckdb', 'packs', 'identity'],
  ...['identities.sealed', 'links.sealed', 'decisions.csv'],
]);
const PROGRAM = join(PROJECT, 'dist', 'pipeline', 'cli.js');

/** A service with the English sample's extracts and an empty store. */
export function englishService(): Service {
  return serviceLike('data-samples/english-service/service.yaml');
}

/** Extracts of fifteen children. */
export const FEW = join(PROJECT, 'data-samples', 'faults', 'bad-date');

/** A service of fifteen children, whose files are taken in almost as soon as the program has started. */
export function fewChildren(): Service {
  const service = serviceLike('reports/service.yaml');
  const settings = load(readFileSync(service.settings, 'utf8')) as Record<string, unknown>;
  const made = { ...settings, extracts: FEW, receipts: undefined, tolerance: { custody: 1 } };
  writeFileSync(service.settings, dump(made));
  return service;
}

/** The deliveries that a store holds, and every file in it that is not one, the ledger, the warehouse or who is who. */
export function state({ folder }: Service): { deliveries: string[]; left: string[] } {
  const store = join(folder, 'deliveries');
  const names = existsSync(store) ? readdirSync(store) : [];
  const deliveries = readLedger(store).map(({ extract, delivery }) => `${extract} ${delivery}`);
  const known = new Set(deliveries.map((each) => `${each.split(' ')[1] ?? ''}.parquet`));
  const whoIsWho = names.includes('identity') ? readdirSync(join(store, 'identity')) : [];
  const all = [...names, ...whoIsWho];
  // A draft of the lock, which may be another process's, is cleared away only once it is old.
  const isKnown = (name: string): boolean =>
    USUAL.has(name) || known.has(name) || /^lock\.json\..*\.draft$/.test(name);
  return { deliveries, left: all.filter((name) => !isKnown(name)) };
}

let calm: Promise<Service> | null = null;

/** A service that has taken in, undisturbed: to look at and not to touch. */
function calmService(): Promise<Service> {
  return (calm ??= takeInCalmly());
}

async function takeInCalmly(): Promise<Service> {
  const service = englishService();
  expect((await boardpack('receive', '--settings', service.settings)).status).toBe(0);
  return service;
}

/** Runs the program and kills it, without warning, after a while; gives whether it had ended before. */
export function killed(argv: readonly string[], after: number, typed = ''): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [PROGRAM, ...argv], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(typed);
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    child.once('exit', (_, signal) => {
      clearTimeout(timer);
      done(signal === null);
    });
  });
}

/**
 * Kills taking in at random moments, one in each stretch of its length; after each the batch is in whole or not at all,
 * and the next run comes to what an undisturbed one does.
 */
async function killedWhileReceiving(times: number): Promise<number> {
  const calm = fewChildren();
  const began = performance.now();
  expect((await boardpack('receive', '--settings', calm.settings)).status).toBe(0);
  const length = performance.now() - began;
  const wanted = state(calm).deliveries.map((each) => each.split(' ')[0]);
  let broken = 0;
  for (let at = 0; at < times; at += 1) {
    const service = fewChildren();
    const argv = ['receive', '--settings', service.settings];
    if (!(await killed(argv, (length * (at + Math.random())) / times))) broken += 1;
    const after = state(service).deliveries.map((each) => each.split(' ')[0]);
    expect([[], wanted]).toContainEqual(after);
    expect({ at, ...(await nextRun(argv, at)) }).toEqual({ at, status: 0, problems: [] });
    expect(state(service)).toEqual(state(calm));
  }
  return broken;
}

/** Of so many kills one is followed by a new process: to start one takes longer than all that it does. */
const STRETCH = 7;

/** Runs the command again, in this process unless it is a new one's turn. */
async function nextRun(
  argv: readonly string[],
  at: number,
): Promise<{ status: number; problems: string[] }> {
  if (at % STRETCH === 0) {
    const { status, stderr } = await boardpack(...argv);
    return { status, problems: stderr.match(/problem \[.*/g) ?? [] };
  }
  const silent = { out: () => undefined, err: () => undefined, progress: () => undefined };
  const problems = await receive(readArguments(argv), silent);
  const told = problems.filter(({ kind }) => kind !== 'note');
  return { status: exitStatus(problems), problems: told.map(({ code }) => code) };
}

export async function killNine(): Promise<void> {
  expect(await killedWhileReceiving(20)).toBeGreaterThan(5);
}

/** Each file may grow to so many blocks of 512 bytes: what is written past it fails as on a full disk. */
export async function diskFull(): Promise<void> {
  const before = state(await calmService());
  const other = englishService();
  const mounted = join(other.folder, 'deliveries');
  const made = spawnSync('sh', [
    '-c',
    `mkdir -p ${mounted} && mount -t tmpfs -o size=96k tmpfs ${mounted}`,
  ]);
  if (made.status !== 0)
    throw new Error('this test fills a disk of its own, and may not make one here');
  try {
    const full = await boardpack('receive', '--settings', other.settings);
    expect(full.status).toBe(3);
    expect(full.stderr).toContain('The disk is full');
    expect(full.stderr).not.toMatch(/Error:|SELECT|insert/i);
    expect(state(other)).toEqual({ deliveries: [], left: [] });
    expect(spawnSync('mount', ['-o', 'remount,size=64m', mounted]).status).toBe(0);
    expect((await boardpack('receive', '--settings', other.settings)).status).toBe(0);
    expect(state(other)).toEqual(before);
  } finally {
    spawnSync('umount', [mounted]);
  }
}

export async function twoWriters(): Promise<void> {
  const service = englishService();
  const argv = ['receive', '--settings', service.settings];
  const both = await Promise.all([boardpack(...argv), boardpack(...argv)]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([0, 3]));
  const refused = both.find(({ status }) => status === 3);
  expect(refused?.stderr).toMatch(/problem \[locked\] .*in use by process \d+ on .*\n.*lock\.json/);
  expect(readLedgerEvents(join(service.folder, 'deliveries'))).toHaveLength(1);
  expect(state(service).left).toEqual([]);
}

export async function readerDuringIngest(): Promise<void> {
  const service = englishService();
  const argv = ['--settings', service.settings];
  const store = join(service.folder, 'deliveries');
  cpSync(join((await calmService()).folder, 'deliveries'), store, { recursive: true });
  const before = readFileSync(join(store, 'ledger.jsonl'), 'utf8');
  const quarter = ['--quarter', '2023-24 Q4', '--as-at', '2024-07-31', '--edition', 'public'];
  const [receiving, reading] = await Promise.all([
    boardpack('receive', ...argv),
    boardpack('pack', ...argv, ...quarter),
  ]);
  for (const { status, stderr } of [receiving, reading])
    if (status !== 0)
      expect({ status, locked: stderr.includes('[locked]') }).toEqual({ status: 3, locked: true });
  expect([receiving.status, reading.status]).toContain(0);
  expect(readFileSync(join(store, 'ledger.jsonl'), 'utf8').startsWith(before)).toBe(true);
}

/** A lock whose process is gone is taken over; one that another computer holds is not. */
export async function staleLock(host: string, pid: number): Promise<number> {
  const service = englishService();
  const held = { pid, host, since: '2024-04-15T08:00:00.000Z', boot: null };
  mkdirSync(join(service.folder, 'deliveries'));
  writeFileSync(join(service.folder, 'deliveries', 'lock.json'), JSON.stringify(held));
  return (await boardpack('receive', '--settings', service.settings)).status;
}
