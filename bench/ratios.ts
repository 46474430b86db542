// `npm run bench -- OTHER`: the processor time of this checkout beside another's, installed and built, in one run in turn.
// The time of all threads counts, which says more on a busy machine than the clock does; the browser's is left out.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { packArguments, prepareService } from './checkout.js';
import { median, say, seconds } from './print.js';

const ROUNDS = 3;
const PACK = ['2022-23 Q4', '2023-05-15'] as const;

/** What a process does as it ends, its worker threads not: it writes its processor time in microseconds. */
const MEASURING = `
  import { writeFileSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(process.env.BENCH_SPENT, String(user + system));
  });`;

const here = resolve(import.meta.dirname, '..');

/** Builds the demonstration pack and takes in a million rows in each checkout, and says both times and their ratio. */
export function reportRatios(other: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'boardpack-bench-'));
  try {
    const packs = Array.from({ length: ROUNDS }, (_, round) => ({
      theirs: measurePack(resolve(other), join(folder, `theirs-${round}`)),
      ours: measurePack(here, join(folder, `ours-${round}`)),
    }));
    say(`Beside ${other}, processors, median of ${ROUNDS}`, '');
    reportRatio('the demonstration pack', packs);
    const rows = [{ theirs: measureRows(resolve(other)), ours: measureRows(here) }];
    reportRatio('a million rows taken in', rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In milliseconds. */
interface Pair {
  readonly theirs: number;
  readonly ours: number;
}

function reportRatio(what: string, pairs: readonly Pair[]): void {
  const [theirs, ours] = [pairs.map((pair) => pair.theirs), pairs.map((pair) => pair.ours)];
  const ratio = median(pairs.map((pair) => pair.ours / pair.theirs)).toFixed(2);
  say(`  ${what}`, `${seconds(median(ours))}, theirs ${seconds(median(theirs))}: ${ratio} times`);
}

function measurePack(checkout: string, folder: string): number {
  prepareService(folder, checkout, join('reports', 'service.yaml'));
  const spent = join(folder, 'spent');
  const measuring = `data:text/javascript,${encodeURIComponent(MEASURING)}`;
  execFileSync(
    process.execPath,
    ['--import', measuring, ...packArguments(checkout, folder, PACK)],
    { cwd: folder, stdio: 'ignore', env: { ...process.env, BENCH_SPENT: spent } },
  );
  return Number(readFileSync(spent, 'utf8')) / 1000;
}

/** Each checkout measures its own rows, and says so on the line of its bench. */
function measureRows(checkout: string): number {
  const run = ['--import', 'tsx', join(checkout, 'bench', 'million.ts')];
  const said = execFileSync(process.execPath, run, { cwd: checkout, encoding: 'utf8' });
  const [, found] = /by Boardpack .*processors ([\d.]+) s/.exec(said) ?? [];
  if (found === undefined) throw new RangeError(`no processor time of ${checkout} was found`);
  return Number(found) * 1000;
}
