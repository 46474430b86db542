import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactInterval } from '../../pipeline/statistics/count-interval.js';
import { binomial, poisson, type Discrete } from '../../pipeline/statistics/discrete.js';
import { centralP, minimumLikelihoodP } from '../../pipeline/statistics/exact-test.js';
import { holm } from '../../pipeline/statistics/multiple-tests.js';
import { expectColumn, numberIn, rowsOf, type Row } from './vectors.js';

function expectTests(row: Row, chance: Discrete): void {
  const x = numberIn(row, 'x');
  expectColumn(row, 'p_minlike', minimumLikelihoodP(chance, x));
  expectColumn(row, 'p_central', centralP(chance, x));
  expectColumn(row, 'p_less', chance.lower(x));
  expectColumn(row, 'p_greater', chance.upper(x));
}

describe('an exact test of one count', () => {
  it('agrees with every row and column of poisson_test_one_sample', () => {
    for (const row of rowsOf('poisson_test_one_sample')) {
      const expected = numberIn(row, 'expected');
      expectTests(row, poisson(expected));
      expectColumn(row, 'smr', numberIn(row, 'x') / expected);
    }
  });

  it('agrees with every row and column of binomial_test_one_sample', () => {
    for (const row of rowsOf('binomial_test_one_sample'))
      expectTests(row, binomial(numberIn(row, 'n'), numberIn(row, 'p0')));
  });

  it('has a central p under 5% exactly when the exact 95% interval excludes the expected value', () => {
    const expected = fc.double({ min: 0.05, max: 60, noNaN: true });
    fc.assert(
      fc.property(fc.nat(90), expected, (x, mean) => {
        const { lower, upper } = exactInterval(x);
        expect(centralP(poisson(mean), x) < 0.05).toBe(mean < lower || mean > upper);
      }),
    );
  });

  it('adds the probabilities of all counts to 1, and splits them at any count', () => {
    const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), chance, fc.nat(300), (n, p, k) => {
        const spread = binomial(n, p);
        const all = Array.from({ length: n + 1 }, (_, count) => spread.density(count));
        expect(all.reduce((sum, density) => sum + density)).toBeCloseTo(1, 11);
        expect(spread.lower(k) + spread.upper(k + 1)).toBeCloseTo(1, 11);
      }),
    );
  });

  it('refuses counts that cannot occur', () => {
    expect(() => centralP(binomial(3, 0.5), 4)).toThrow(RangeError);
    expect(() => minimumLikelihoodP(poisson(2), -1)).toThrow(RangeError);
    expect(() => centralP(poisson(2), 1.5)).toThrow(RangeError);
    expect(() => poisson(-1)).toThrow(RangeError);
    expect(() => binomial(3, 1)).toThrow(RangeError);
  });
});

describe('an adjustment for several tests', () => {
  // The file keeps every second row, but the adjustment needs all of them. Set 1 is the table of 25 dietary variables of
  // García-Arenzana et al. (2014) in McDonald, Handbook of Biological Statistics; the others are the smallest sets that
  // agree with the rows kept. Every kept p is checked to be where the file has it.
  const SETS: Readonly<Record<string, number[]>> = {
    1: [
      0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269,
      0.275, 0.34, 0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
    ],
    2: [0.01, 0.02, 0.03],
    3: [0.05, 0.05, 0.05, 0.05],
    4: [0, 1, 0.5],
  };

  it('agrees with every row of p_adjust, by Holm', () => {
    for (const row of rowsOf('p_adjust')) {
      const ps = SETS[row.set as string] as number[];
      const place = numberIn(row, 'i') - 1;
      expect(ps[place]).toBe(numberIn(row, 'p'));
      expectColumn(row, 'holm', holm(ps)[place] as number);
    }
  });

  it('keeps the order of the tests, and is never below p or above Bonferroni’s', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (ps) => {
        const adjusted = holm(ps);
        ps.forEach((p, place) => {
          const bonferroni = Math.min(1, p * ps.length);
          const rising = [p, adjusted[place], bonferroni] as number[];
          rising.slice(1).forEach((next, before) => {
            expect(next).toBeGreaterThanOrEqual((rising[before] as number) * (1 - 1e-14));
          });
        });
      }),
    );
  });

  it('refuses a number that is not a probability', () => {
    expect(() => holm([0.2, Number.NaN])).toThrow(RangeError);
  });
});
