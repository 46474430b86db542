import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byarInterval,
  countInterval,
  exactInterval,
} from '../../pipeline/statistics/count-interval.js';
import { estimate } from '../../pipeline/statistics/estimate.js';
import { proportion } from '../../pipeline/statistics/proportion.js';
import { rate } from '../../pipeline/statistics/rate.js';
import { oddsInterval } from '../../pipeline/statistics/rate-ratio.js';
import { expectColumn, numberIn, rowsOf, type Row } from './vectors.js';

const NOTHING = { value: null, lower: null, upper: null };

describe('the interval of a count', () => {
  it('agrees with every row and column of poisson_count_ci', () => {
    for (const row of rowsOf('poisson_count_ci')) {
      const [x, confidence] = [numberIn(row, 'x'), numberIn(row, 'conf')];
      const exact = exactInterval(x, confidence);
      const byar = byarInterval(x, confidence);
      const ohid = countInterval(x, confidence);
      expectColumn(row, 'exact_lower', exact.lower);
      expectColumn(row, 'exact_upper', exact.upper);
      // Byar's formula divides by the count, so the file has no lower limit for 0.
      if (x > 0) expectColumn(row, 'byar_lower', byar.lower);
      expectColumn(row, 'byar_upper', byar.upper);
      expectColumn(row, 'ohid_lower', ohid.lower);
      expectColumn(row, 'ohid_upper', ohid.upper);
      expect(ohid, row.ohid_method).toEqual(row.ohid_method === 'Exact' ? exact : byar);
    }
  });

  it("is exact for 9 events and Byar's for 10", () => {
    expect(countInterval(9)).toEqual(exactInterval(9));
    expect(countInterval(10)).toEqual(byarInterval(10));
  });

  // The epitools columns do not apply: its Byar's is another formula (below 0 for a count of 0), and its exact limits
  // are searched for to 5 or 6 figures only.
  it("agrees with OHID's form of Byar's", () => {
    for (const row of rowsOf('byar_variants_epitools_vs_ohid')) {
      const x = numberIn(row, 'x');
      if (x > 0) expectColumn(row, 'ohid_byar_lower', byarInterval(x).lower);
      expectColumn(row, 'ohid_byar_upper', byarInterval(x).upper);
    }
  });

  it('contains its count, and rises with it', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.constantFrom(0.9, 0.95, 0.998), (x, confidence) => {
        const [here, next] = [countInterval(x, confidence), countInterval(x + 1, confidence)];
        expect(here.lower).toBeLessThanOrEqual(x);
        expect(here.upper).toBeGreaterThan(x);
        expect(next.lower).toBeGreaterThan(here.lower);
        expect(next.upper).toBeGreaterThan(here.upper);
      }),
    );
  });

  it.each([-1, 2.5, Number.NaN, Infinity])('refuses %d events', (events) => {
    expect(() => countInterval(events)).toThrow(RangeError);
    expect(() => rate(events, 100, 1000)).toThrow(RangeError);
  });

  it.each([0, 1, 95])('refuses a confidence of %d', (confidence) => {
    expect(() => countInterval(3, confidence)).toThrow(RangeError);
    expect(() => proportion(1, 3, confidence)).toThrow(RangeError);
  });
});

describe('the interval of a proportion', () => {
  // wilson_cc and jeffreys do not apply: the OHID method is Wilson's without continuity correction.
  it('agrees with the Wilson columns of every row of binomial_ci', () => {
    for (const row of rowsOf('binomial_ci')) {
      const [x, n, confidence] = [numberIn(row, 'x'), numberIn(row, 'n'), numberIn(row, 'conf')];
      const wilson = proportion(x, n, confidence);
      expectColumn(row, 'wilson_lower', wilson.lower);
      expectColumn(row, 'wilson_upper', wilson.upper);
    }
  });

  it('agrees with the Clopper-Pearson columns, which relative rates use', () => {
    for (const row of rowsOf('binomial_ci')) {
      const [x, n, confidence] = [numberIn(row, 'x'), numberIn(row, 'n'), numberIn(row, 'conf')];
      const odds = oddsInterval(x, n - x, confidence);
      expectColumn(row, 'clopper_lower', odds.lower / (1 + odds.lower));
      expectColumn(row, 'clopper_upper', 1 / (1 + 1 / odds.upper));
    }
  });

  it('contains its value, stays within 0 and 1, and mirrors if successes and failures swap', () => {
    const pair = fc.nat(4000).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(
        pair.filter(([, n]) => n > 0),
        ([x, n]) => {
          const [here, mirrored] = [proportion(x, n), proportion(n - x, n)];
          expect(here.lower).toBeGreaterThanOrEqual(0);
          expect(here.upper).toBeLessThanOrEqual(1);
          expect(here.lower).toBeLessThanOrEqual(here.value as number);
          expect(here.upper).toBeGreaterThanOrEqual(here.value as number);
          expect(mirrored.lower).toBeCloseTo(1 - (here.upper as number), 12);
        },
      ),
    );
  });

  it('refuses a part larger than the whole', () => {
    expect(() => proportion(3, 2)).toThrow(RangeError);
    expect(() => proportion(1, 2.5)).toThrow(RangeError);
  });
});

describe("OHID's own test data", () => {
  const countIn = (row: Row, column: string) => (row[column] === '' ? null : numberIn(row, column));
  const multiplierOf = (row: Row) => numberIn(row, 'multiplier');

  it.each([
    ['ohid/test_Rate', 'lower95_0cl', 'upper95_0cl'],
    ['ohid/test_Rate_g_results', 'lowercl', 'uppercl'],
  ])('%s: agrees in every row, including those without numbers', (name, lower, upper) => {
    for (const row of rowsOf(name)) {
      const found = estimate(
        'rate',
        countIn(row, 'Numerator'),
        countIn(row, 'Denominator'),
        multiplierOf(row),
      );
      if (row.value === '') {
        expect(found).toEqual(NOTHING);
        continue;
      }
      expectColumn(row, 'value', found.value);
      expectColumn(row, lower, found.lower);
      expectColumn(row, upper, found.upper);
    }
  });

  it.each([
    ['ohid/test_Prop', 'lower95_0cl', 'upper95_0cl'],
    ['ohid/test_Prop_g_results', 'lowercl', 'uppercl'],
  ])('%s: agrees in every row, including percentages', (name, lower, upper) => {
    for (const row of rowsOf(name)) {
      const [x, n] = [countIn(row, 'Numerator'), countIn(row, 'Denominator')];
      const found = estimate('proportion', x, n, 1);
      if (row.value === '') {
        expect(found).toEqual(NOTHING);
        continue;
      }
      const times = multiplierOf(row);
      expectColumn(row, 'value', (found.value as number) * times);
      expectColumn(row, lower, (found.lower as number) * times);
      expectColumn(row, upper, (found.upper as number) * times);
    }
  });

  it('agrees in the 99.8% limits', () => {
    const known = (row: Row) => row.value !== '';
    for (const row of rowsOf('ohid/test_Rate').filter(known)) {
      const [x, n] = [numberIn(row, 'Numerator'), numberIn(row, 'Denominator')];
      const found = rate(x, n, multiplierOf(row), 0.998);
      expectColumn(row, 'lower99_8cl', found.lower);
      expectColumn(row, 'upper99_8cl', found.upper);
    }
    for (const row of rowsOf('ohid/test_Prop').filter(known)) {
      const found = proportion(numberIn(row, 'Numerator'), numberIn(row, 'Denominator'), 0.998);
      expectColumn(row, 'lower99_8cl', (found.lower as number) * multiplierOf(row));
      expectColumn(row, 'upper99_8cl', (found.upper as number) * multiplierOf(row));
    }
  });
});

describe('an estimate', () => {
  it('has no value for a denominator of 0 or a missing number', () => {
    for (const kind of ['rate', 'proportion', 'mean'] as const) {
      expect(estimate(kind, 0, 0, 1000)).toEqual(NOTHING);
      expect(estimate(kind, 3, null, 1000)).toEqual(NOTHING);
      expect(estimate(kind, null, 3, 1000)).toEqual(NOTHING);
    }
    expect(estimate('count', null, null, 1)).toEqual(NOTHING);
  });

  it('has no interval for a mean', () => {
    expect(estimate('mean', 311, 174, 1)).toEqual({ value: 311 / 174, lower: null, upper: null });
  });

  // Worked elsewhere from published counts: 28 first-time entrants of 14,995 children in Flintshire (plan 2023-26), 38 of
  // 25,325 in Trafford (Census 2021), and proportions and counts of OHID's method.
  it.each([
    ['rate', 28, 14_995, 100_000, 2, [186.73, 124.05, 269.89]],
    ['rate', 38, 25_325, 10_000, 2, [15.0, 10.62, 20.6]],
    ['proportion', 7, 20, 1, 4, [0.35, 0.1812, 0.5671]],
    ['proportion', 0, 12, 1, 4, [0, 0, 0.2425]],
    ['count', 4, null, 1, 5, [4, 1.08987, 10.24159]],
    ['count', 7, null, 1, 5, [7, 2.81436, 14.42268]],
    ['count', 0, null, 1, 5, [0, 0, 3.68888]],
  ] as const)('%s of %d over %d', (kind, numerator, denominator, per, places, expected) => {
    const { value, lower, upper } = estimate(kind, numerator, denominator, per);
    const rounded = [value, lower, upper].map((limit) => Number((limit as number).toFixed(places)));
    expect(rounded).toEqual(expected);
  });
});
