import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareProportions } from '../../pipeline/statistics/compare.js';
import { fisherP } from '../../pipeline/statistics/fisher.js';
import { proportionDifference } from '../../pipeline/statistics/proportion-difference.js';
import { expectColumn, numberIn, rowsOf, type Row } from './vectors.js';

describe('a comparison of two proportions', () => {
  const sharesIn = (row: Row) => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((column) => numberIn(row, column)) as [
      number,
      number,
      number,
      number,
    ];
    return [
      { part: a, whole: a + b },
      { part: c, whole: c + d },
    ] as const;
  };

  // Not used here: the odds ratio and its limits, which R finds to 4 figures only (one lower limit is 2^-13); the three
  // chi-square columns, which fail in small tables; the Wald and Katz limits, for the same reason. Fisher's p and
  // Newcombe's limits are what a verdict rests on.
  it('agrees with the Fisher and Newcombe columns of every row of two_by_two', () => {
    for (const row of rowsOf('two_by_two')) {
      const [ours, theirs] = sharesIn(row);
      const fisher = fisherP(ours, theirs);
      expectColumn(row, 'fisher_p_two_sided', fisher.twoSided);
      expectColumn(row, 'fisher_p_greater', fisher.greater);
      expectColumn(row, 'fisher_p_less', fisher.less);
      const apart = proportionDifference(ours, theirs);
      expectColumn(row, 'risk_diff', apart?.difference ?? null);
      expectColumn(row, 'newcombe_lower', apart?.lower ?? null);
      expectColumn(row, 'newcombe_upper', apart?.upper ?? null);
    }
  });

  it.each([
    [13, 300, 54, 300, 'lower'],
    [14, 20, 48, 300, 'higher'],
    [30, 60, 32, 60, 'no clear change'],
    [4, 40, 3, 40, 'too few to tell'],
    // An interval that holds 20 points either way: 20.04 at 44 children each, 19.63 at 46.
    [22, 44, 22, 44, 'too few to tell'],
    [23, 46, 23, 46, 'no clear change'],
    // Newcombe's interval leaves out 0, Fisher's p is 6%: the verdict follows p.
    [6, 60, 6, 20, 'no clear change'],
  ])('%d of %d against %d of %d: %s', (a, m, b, n, verdict) => {
    const found = compareProportions({ part: a, whole: m }, { part: b, whole: n });
    expect(found.verdict).toBe(verdict);
  });

  it('is null for a whole of 0, and refuses a part larger than its whole', () => {
    const nobody = { part: 0, whole: 0 };
    expect(compareProportions({ part: 1, whole: 4 }, nobody)).toEqual({
      verdict: null,
      p: null,
      difference: null,
      lower: null,
      upper: null,
    });
    expect(() => compareProportions({ part: 5, whole: 4 }, nobody)).toThrow(RangeError);
  });

  it('is mirrored if the groups swap', () => {
    const share = fc
      .integer({ min: 1, max: 120 })
      .chain((whole) => fc.record({ part: fc.nat(whole), whole: fc.constant(whole) }));
    fc.assert(
      fc.property(share, share, (ours, theirs) => {
        const [there, back] = [compareProportions(ours, theirs), compareProportions(theirs, ours)];
        expect(there.difference).toBeCloseTo(-(back.difference as number), 12);
        expect(there.lower).toBeCloseTo(-(back.upper as number), 12);
        expect(there.p).toBeCloseTo(back.p as number, 9);
        expect(there.lower as number).toBeLessThanOrEqual(there.difference as number);
        expect(there.upper as number).toBeGreaterThanOrEqual(there.difference as number);
      }),
    );
  });
});
