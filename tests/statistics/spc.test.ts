// XmR limits and rules held to worked examples.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  specialCauses,
  flagNearLimits,
  runEnds,
  trendEnds,
  twoInThree,
  wholeRuns,
} from '../../pipeline/statistics/spc-rules.js';
import { xmrLimits } from '../../pipeline/statistics/xmr.js';
import { expectNear } from './vectors.js';

/** Made with NHSRplotthedots (MIT), the R package of NHS England's Making Data Count. */
interface Chart {
  readonly name: string;
  readonly screen_outliers: boolean;
  readonly fix_after_n_points: number | null;
  readonly y: readonly number[];
  readonly mean: number;
  readonly amr: number | null;
  readonly lpl: number | null;
  readonly upl: number | null;
  readonly outside: readonly (number | null)[];
  readonly close: readonly (number | null)[];
  readonly special_cause: readonly (string | null)[];
}

const CHARTS = read('xmr_plotthedots') as Chart[];

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`vectors/${name}.json`, import.meta.url), 'utf8'));
}

const NAMES: Readonly<Record<string, string>> = {
  'outside limits high': 'Above UCL',
  'outside limits low': 'Below LCL',
  'shift high': '7 Points Above CL',
  'shift low': '7 Points Below CL',
  'trend high': '7 Point Trend (Increasing)',
  'trend low': '7 Point Trend (Decreasing)',
  'two of three high': '2 in 3 Above CL',
  'two of three low': '2 in 3 Below CL',
};

describe('XmR charts', () => {
  // Where every point is alike, the package screens away all moving ranges and is left with no limits at all. We keep
  // ranges that equal their limit, so that a series without variation has its mean for limits and no special cause.
  const whole = CHARTS.filter(({ amr }) => typeof amr === 'number');

  it('are compared with the package for every series except those without variation', () => {
    const left = CHARTS.filter((chart) => !whole.includes(chart));
    expect(left.map(({ name }) => name)).toEqual(['constant', 'constant']);
    for (const { y } of left) {
      const limits = xmrLimits(y);
      expect([limits.lower, limits.upper]).toEqual([limits.mean, limits.mean]);
      expect(specialCauses(y, limits)).toEqual(y.map(() => null));
    }
  });

  it.each(whole)(
    'match for $name, screened $screen_outliers, fixed after $fix_after_n_points',
    (chart) => {
      const limits = xmrLimits(chart.y, {
        screen: chart.screen_outliers,
        baseline: chart.fix_after_n_points,
      });
      expectNear(limits.mean, chart.mean, 'mean');
      expectNear(limits.meanRange, chart.amr ?? NaN, 'mean moving range');
      expectNear(limits.lower, chart.lpl ?? NaN, 'lower limit');
      expectNear(limits.upper, chart.upl ?? NaN, 'upper limit');
      expect(flagNearLimits(chart.y, limits).map(Number)).toEqual(chart.close);
      const causes = specialCauses(chart.y, limits);
      expect(
        causes.map((cause) => (cause ? NAMES[`${cause.rule} ${cause.towards}`] : 'Common Cause')),
      ).toEqual(chart.special_cause);
    },
  );
});

describe('each special-cause rule', () => {
  interface Example {
    readonly fn: string;
    readonly input: Readonly<Record<string, number[]>>;
    readonly expected: readonly number[];
  }
  const sides = (numbers: readonly number[] = []) => numbers as (-1 | 0 | 1)[];
  const rules: Readonly<Record<string, (input: Example['input']) => readonly number[]>> = {
    seven_point_one_side_mean: (input) => runEnds(sides(input['relative_to_mean'])),
    // The package marks a part of seven of either kind alike.
    part_of_seven: (input) => wholeRuns(sides(input['v'])).map(Math.abs),
    seven_point_trend: (input) => trendEnds(input['y'] ?? []),
    two_in_three: (input) =>
      twoInThree((input['close'] ?? []).map(Boolean), sides(input['relative_to_mean'])),
  };

  it.each(read('ptd_unit_tests') as Example[])(
    'agrees for $fn $input',
    ({ fn, input, expected }) => {
      expect(rules[fn]?.(input)).toEqual(expected);
    },
  );
});
