// Each test that a verdict rests on → its size and power, by enumerating every outcome. The tables of docs/tests.md.
import { compareWithFixed } from '../pipeline/statistics/compare.js';
import { binomialDensity, poissonDensity } from '../pipeline/statistics/density.js';
import { fisherP } from '../pipeline/statistics/fisher.js';
import { exactShareLimits } from '../pipeline/statistics/funnel-exact.js';
import { FUNNEL_LEVELS, shareLimits, standardDeviate } from '../pipeline/statistics/funnel.js';
import { rateRatioP } from '../pipeline/statistics/rate-ratio.js';

const LEVEL = 0.05;
/** Outcomes less likely than this are left out; all of them together are under a millionth. */
const NEGLIGIBLE = 1e-12;
const SIGMAS = 3;

/** The probability of each count, from 0. */
type Chance = readonly number[];

function listChances(last: number, density: (k: number) => number): Chance {
  return Array.from({ length: last + 1 }, (_, k) => density(k));
}

function listShareChances(whole: number, share: number): Chance {
  return listChances(whole, (k) => binomialDensity(k, whole, share, 1 - share));
}

function listPoissonChances(mean: number): Chance {
  return listChances(Math.ceil(2 * mean + 60), (k) => poissonDensity(k, mean));
}

function sumPairs(ours: Chance, theirs: Chance, test: (a: number, b: number) => number): string {
  let sum = 0;
  for (const [a, one] of ours.entries())
    for (const [b, other] of theirs.entries())
      if (one * other > NEGLIGIBLE && test(a, b) < LEVEL) sum += one * other;
  return formatShare(sum);
}

function sumCounts(chances: Chance, isFound: (count: number) => boolean): string {
  return formatShare(chances.reduce((sum, each, count) => (isFound(count) ? sum + each : sum), 0));
}

function formatShare(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

function writeRow(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function writeTable(heads: readonly string[], rows: readonly (string | number)[][]): string[] {
  return [writeRow(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(writeRow)];
}

const SIZES_OF_TWO = [
  [5, 90],
  [9, 90],
  [20, 90],
  [40, 90],
  [60, 60],
] as const;
const SHARES_OF_TWO = [
  [0.45, 0.45],
  [0.9, 0.45],
  [0.1, 0.1],
  [0.3, 0.1],
] as const;

/** Two shares by Fisher's exact test, beside the test of two rare events. */
export function tabulateShares(): string[] {
  const rows = SIZES_OF_TWO.flatMap(([n1, n0]) =>
    SHARES_OF_TWO.map(([p1, p0]) => {
      const [ours, theirs] = [listShareChances(n1, p1), listShareChances(n0, p0)];
      const fisher = (a: number, b: number): number =>
        fisherP({ part: a, whole: n1 }, { part: b, whole: n0 }).twoSided;
      const rare = (a: number, b: number): number => testRates(a, n1, b, n0);
      return [
        ...[`${n1} against ${n0}`, `${100 * p1}% against ${100 * p0}%`],
        ...[sumPairs(ours, theirs, fisher), sumPairs(ours, theirs, rare)],
      ];
    }),
  );
  return writeTable(['children', 'shares', 'Fisher', 'as rare events'], rows);
}

function testRates(ours: number, ourBase: number, theirs: number, theirBase: number): number {
  if (ours + theirs === 0) return 1;
  return rateRatioP({ events: ours, base: ourBase }, { events: theirs, base: theirBase });
}

const RATE_HEADS = ['equal rates', 'twice the rate', 'half the rate'];
const RATIOS = [1, 2, 0.5];

/** Two rates of rare events, by the exact conditional test. */
export function tabulateRates(): string[] {
  const expected = [
    [10, 1],
    [30, 1],
    [60, 1],
    [2, 20],
    [5, 20],
    [10, 20],
  ] as const;
  const rows = expected.map(([mean, times]) => {
    const theirs = listPoissonChances(mean * times);
    const test = (a: number, b: number): number => testRates(a, 1, b, times);
    const found = RATIOS.map((ratio) => sumPairs(listPoissonChances(mean * ratio), theirs, test));
    return [mean, `1 against ${times}`, ...found];
  });
  return writeTable(['expected events', 'base against base', ...RATE_HEADS], rows);
}

/** A rate beside one that was published without counts, by the exact Poisson test. */
export function tabulateFixedRates(): string[] {
  const rows = [2, 5, 10, 30, 60].map((mean) => {
    const isFound = (events: number): boolean => (compareWithFixed(events, 1, mean).p ?? 1) < LEVEL;
    return [mean, ...RATIOS.map((ratio) => sumCounts(listPoissonChances(mean * ratio), isFound))];
  });
  return writeTable(['expected events', ...RATE_HEADS], rows);
}

/** One quarter beside the limits of a stable series, three standard deviations wide, whose mean is known. */
export function tabulateQuarters(): string[] {
  const rows = [2, 5, 10, 20, 40].map((mean) => {
    const reach = SIGMAS * Math.sqrt(mean);
    const isOutside = (count: number): boolean => Math.abs(count - mean) > reach;
    return [mean, ...RATIOS.map((ratio) => sumCounts(listPoissonChances(mean * ratio), isOutside))];
  });
  return writeTable(['children a quarter', 'as before', 'twice as many', 'half as many'], rows);
}

/** Children of each area. */
const AREA = 15_000;

/** One area beside the limits of a funnel, at the rate of all areas and at others. */
export function tabulateFunnels(): string[] {
  const rows = [1, 2, 3, 5, 10, 30].map((mean) => {
    const target = mean / AREA;
    const found = FUNNEL_LEVELS.flatMap((level) => {
      const { lower, upper } = exactShareLimits(AREA, target, level);
      const isBeyond = (count: number): boolean => count / AREA < lower || count / AREA > upper;
      return RATIOS.map((ratio) => sumCounts(listPoissonChances(mean * ratio), isBeyond));
    });
    return [mean, sumCounts(listPoissonChances(mean), isBeyondArcsine(target)), ...found];
  });
  const [warning, alarm] = FUNNEL_LEVELS.map((level) => `${100 * level}%`);
  const heads = ['equal', 'twice', 'half'];
  return writeTable(
    [
      'expected events',
      `arcsine ${alarm}, equal`,
      ...heads.map((head) => `${warning}, ${head}`),
      ...heads.map((head) => `${alarm}, ${head}`),
    ],
    rows,
  );
}

function isBeyondArcsine(target: number): (count: number) => boolean {
  const [, alarm] = FUNNEL_LEVELS;
  const { lower, upper } = shareLimits(AREA, { target, between: 0 }, standardDeviate(alarm));
  return (count) => count / AREA < lower || count / AREA > upper;
}
