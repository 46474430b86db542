// `npx tsx bench/test-power.ts`: the size and power of each test that a verdict rests on, by enumerating every outcome.
// Prints the tables of docs/tests.md.
import { binomialDensity, poissonDensity } from '../pipeline/statistics/density.js';
import { fisherP } from '../pipeline/statistics/fisher.js';
import { rateRatioP } from '../pipeline/statistics/rate-ratio.js';

const LEVEL = 0.05;
/** Outcomes less likely than this are left out; all of them together are under a millionth. */
const NEGLIGIBLE = 1e-12;

/** The probability of each count, from 0. */
type Chance = readonly number[];

function listChances(last: number, density: (k: number) => number): Chance {
  return Array.from({ length: last + 1 }, (_, k) => density(k));
}

function sumSignificant(
  ours: Chance,
  theirs: Chance,
  test: (a: number, b: number) => number,
): string {
  let sum = 0;
  for (const [a, one] of ours.entries())
    for (const [b, other] of theirs.entries())
      if (one * other > NEGLIGIBLE && test(a, b) < LEVEL) sum += one * other;
  return `${(100 * sum).toFixed(1)}%`;
}

function writeLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

function printShares(): void {
  writeLine('| children | shares | Fisher | as rare events |');
  writeLine('|---|---|---|---|');
  for (const [n1, n0] of [
    [5, 90],
    [9, 90],
    [20, 90],
    [40, 90],
  ] as const)
    for (const [p1, p0] of [
      [0.45, 0.45],
      [0.9, 0.45],
      [0.1, 0.1],
      [0.3, 0.1],
    ] as const) {
      const ours = listChances(n1, (k) => binomialDensity(k, n1, p1, 1 - p1));
      const theirs = listChances(n0, (k) => binomialDensity(k, n0, p0, 1 - p0));
      const fisher = sumSignificant(
        ours,
        theirs,
        (a, b) => fisherP({ part: a, whole: n1 }, { part: b, whole: n0 }).twoSided,
      );
      const rare = sumSignificant(ours, theirs, (a, b) =>
        a + b === 0 ? 1 : rateRatioP({ events: a, base: n1 }, { events: b, base: n0 }),
      );
      writeLine(
        `| ${n1} against ${n0} | ${100 * p1}% against ${100 * p0}% | ${fisher} | ${rare} |`,
      );
    }
}

function printRates(): void {
  writeLine(
    '| expected events | base against base | equal rates | twice the rate | half the rate |',
  );
  writeLine('|---|---|---|---|---|');
  for (const [expected, times] of [
    [10, 1],
    [30, 1],
    [60, 1],
    [2, 20],
    [5, 20],
    [10, 20],
  ] as const) {
    const theirMean = expected * times;
    const theirs = listChances(2 * theirMean + 60, (k) => poissonDensity(k, theirMean));
    const powers = [1, 2, 0.5].map((ratio) => {
      const mean = expected * ratio;
      const ours = listChances(2 * mean + 40, (k) => poissonDensity(k, mean));
      return sumSignificant(ours, theirs, (a, b) =>
        a + b === 0 ? 1 : rateRatioP({ events: a, base: 1 }, { events: b, base: times }),
      );
    });
    writeLine(`| ${expected} | 1 against ${times} | ${powers.join(' | ')} |`);
  }
}

printShares();
writeLine('');
printRates();
