// A mean for so many of its denominator is the mean times that many, from whole numbers as they are named.
import { describe, expect, it } from 'vitest';
import { estimate } from '../../pipeline/statistics/estimate.js';
import { rateScale } from '../../pipeline/measures/declaration.js';

describe('a mean for every hundred of its denominator', () => {
  it.each([
    [1_002_400, 1_025_000, 97.79512195121951],
    [290, 300, 96.66666666666667],
    [0, 50, 0],
  ])('of %d pounds spent from %d is %d', (spent, budget, value) => {
    const per = rateScale({ kind: 'mean', per: 100 });
    expect(estimate('mean', spent, budget, per).value).toBeCloseTo(value, 10);
  });

  it('is the mean itself where nothing is said, and none of nothing', () => {
    expect(estimate('mean', 6, 4, rateScale({ kind: 'mean' })).value).toBe(1.5);
    expect(estimate('mean', 0, 0, 100).value).toBeNull();
  });
});
