// Funnel limits and overdispersion held to worked examples.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  standardDeviate,
  FUNNEL_LEVELS,
  shareLimits,
  shareScore,
} from '../../pipeline/statistics/funnel.js';
import { estimateSpread, winsorise } from '../../pipeline/statistics/funnel-spread.js';
import { expectColumn, expectNear, numberIn, rowsOf, type Row } from './vectors.js';

/** The columns of limits, by level. */
const COLUMNS = { 0.95: ['ll95', 'ul95'], 0.998: ['ll998', 'ul998'] } as const;

/** The package has these deviates to six decimals; ours are not rounded. */
const ROUNDED = { 0.95: 1.959964, 0.998: 3.090232 } as const;

const LIMITS = rowsOf('funnelplotr_limits');
const of = (kind: string, method: string): Row[] =>
  LIMITS.filter(({ data_type, sr_method }) => data_type === kind && sr_method === method);

function funnelIn(row: Row): { target: number; between: number } {
  return { target: numberIn(row, 'target'), between: numberIn(row, 'tau2') };
}

describe('funnel limits', () => {
  // Past either end of the arcsine scale its square turns back on itself: a limit there must be 0 or 1. The package has
  // that for most such limits, but for a few it has the square that turned back; to those ours are not held.
  it('match the package for a share on the arcsine scale, bounded by 0 and 1', () => {
    expect(of('PR', 'SHMI')).toHaveLength(192);
    let pastTheEnds = 0;
    for (const row of of('PR', 'SHMI'))
      for (const level of FUNNEL_LEVELS) {
        const funnel = funnelIn(row);
        const { lower, upper } = shareLimits(numberIn(row, 'n'), funnel, ROUNDED[level]);
        const middle = Math.asin(Math.sqrt(funnel.target));
        const reach = ROUNDED[level] * Math.sqrt(0.25 / numberIn(row, 'n') + funnel.between);
        const ends = [middle - reach < 0, middle + reach > Math.PI / 2];
        pastTheEnds += ends.filter(Boolean).length;
        if (ends[0]) expect(lower).toBe(0);
        else expectColumn(row, COLUMNS[level][0], lower);
        if (ends[1]) expect(upper).toBe(1);
        else expectColumn(row, COLUMNS[level][1], upper);
      }
    expect(pastTheEnds).toBeLessThan(192 * 4 * 0.4);
  });

  it('use the package’s levels before rounding', () => {
    for (const level of FUNNEL_LEVELS)
      expect(standardDeviate(level).toFixed(6)).toBe(ROUNDED[level].toFixed(6));
  });

  it('refuse an area without children', () => {
    expect(() => shareLimits(0, { target: 0.5, between: 0 }, 2)).toThrow(RangeError);
  });
});

describe('overdispersion', () => {
  interface Example {
    readonly data_type: string;
    readonly sr_method: string;
    readonly trim_by: number;
    readonly mode: string;
    readonly numerator: number[];
    readonly denominator: number[];
    readonly s: number[];
    readonly zscore: number[];
    readonly trimmed: number[];
    readonly phi: number;
    readonly tau2: number;
  }
  const file = new URL('vectors/funnelplotr_overdispersion.json', import.meta.url);
  const examples = JSON.parse(readFileSync(file, 'utf8')) as Example[];

  it.each(examples)('$data_type $sr_method $mode $trim_by: matches phi and variance', (example) => {
    const areas = example.trimmed.map((score, at) => ({ score, error: example.s[at] as number }));
    const { phi, between } = estimateSpread(areas);
    expectNear(phi, example.phi, 'phi');
    expectNear(between, example.tau2, 'tau2');
  });

  // Truncating leaves areas out; we only ever pull them in.
  const pulled = examples.filter(({ mode }) => mode === 'winsorise');

  it.each(pulled)('$data_type $sr_method $trim_by: matches the winsorised scores', (example) => {
    expect(pulled).toHaveLength(5);
    winsorise(example.zscore, example.trim_by).forEach((score, at) => {
      expectNear(score, example.trimmed[at] as number, `score ${at}`);
    });
  });

  // Only shares are set apart here: distances of ratios are not worked out.
  const scored = examples.filter(({ data_type }) => data_type === 'PR');

  it.each(scored)('$data_type $sr_method: matches the distances from the target', (example) => {
    expect(scored).toHaveLength(1);
    const { numerator, denominator } = example;
    const add = (numbers: number[]): number => numbers.reduce((before, each) => before + each, 0);
    const target = add(numerator) / add(denominator);
    numerator.forEach((part, at) => {
      const { score, error } = shareScore(part, denominator[at] as number, target);
      expectNear(error, example.s[at] as number, 'error');
      expectNear(score, example.zscore[at] as number, 'score');
    });
  });

  it('is 0 if areas differ by less than chance', () => {
    const alike = [
      { score: 0.1, error: 0.1 },
      { score: -0.1, error: 0.2 },
    ];
    expect(estimateSpread(alike).between).toBe(0);
    expect(() => estimateSpread(alike.slice(1))).toThrow(RangeError);
  });
});
