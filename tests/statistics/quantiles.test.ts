import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomial, poisson } from '../../pipeline/statistics/discrete.js';
import { gammaTails } from '../../pipeline/statistics/incomplete-gamma.js';
import {
  betaQuantileOdds,
  gammaQuantile,
  normalQuantile,
} from '../../pipeline/statistics/quantiles.js';
import { expectColumn, numberIn, rowsOf, type Row } from './vectors.js';

const lowerOf = (row: Row) => ({ side: 'lower' as const, probability: numberIn(row, 'p') });

function qbeta(row: Row): number {
  const odds = betaQuantileOdds(lowerOf(row), numberIn(row, 'a'), numberIn(row, 'b'));
  return odds / (1 + odds);
}

/** In `pbinom` rows p is the chance, a the successes and b the trials; in `ppois` rows p is the mean. */
const FUNCTIONS: Readonly<Record<string, (row: Row) => number>> = {
  qnorm: (row) => normalQuantile(numberIn(row, 'p')),
  qgamma: (row) => gammaQuantile(lowerOf(row), numberIn(row, 'a')) / numberIn(row, 'b'),
  qchisq: (row) => 2 * gammaQuantile(lowerOf(row), numberIn(row, 'a') / 2),
  qbeta,
  pbinom: (row) => binomial(numberIn(row, 'b'), numberIn(row, 'p')).lower(numberIn(row, 'a')),
  ppois: (row) => poisson(numberIn(row, 'p')).lower(numberIn(row, 'a')),
  pchisq_upper: (row) => gammaTails(numberIn(row, 'a') / 2, numberIn(row, 'p') / 2).upper,
};

describe('distribution functions', () => {
  it.each(Object.entries(FUNCTIONS))('%s agrees with every row of R', (name, compute) => {
    const rows = rowsOf('distribution_functions').filter((row) => row.fn === name);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expectColumn(row, 'value', compute(row));
  });

  it('has a case for every function in the file', () => {
    const named = new Set(rowsOf('distribution_functions').map((row) => row.fn));
    expect(named).toEqual(new Set(Object.keys(FUNCTIONS)));
  });

  it('finds the point at which a gamma tail was computed', () => {
    const shape = fc.double({ min: 0.3, max: 5000, noNaN: true });
    const probability = fc.double({ min: 1e-12, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(shape, probability, fc.constantFrom('lower', 'upper'), (a, p, side) => {
        const x = gammaQuantile({ side, probability: p }, a);
        expect(Math.abs(gammaTails(a, x)[side] / p - 1)).toBeLessThan(1e-8);
      }),
    );
  });

  it.each([0, 1, -0.1, 1.1, Number.NaN])('refuses the probability %d', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
    expect(() => gammaQuantile({ side: 'lower', probability: p }, 2)).toThrow(RangeError);
  });

  it.each([0, -1, Number.NaN, Infinity])('refuses the shape %d', (shape) => {
    expect(() => gammaQuantile({ side: 'lower', probability: 0.5 }, shape)).toThrow(RangeError);
    expect(() => betaQuantileOdds({ side: 'lower', probability: 0.5 }, 1, shape)).toThrow(
      RangeError,
    );
  });
});
