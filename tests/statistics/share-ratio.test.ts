// The ratio of two shares of children: its interval, its test, and what can never be printed.
import { describe, expect, it } from 'vitest';
import { compareWithReference } from '../../pipeline/statistics/compare.js';
import { fisherP } from '../../pipeline/statistics/fisher.js';
import { estimate } from '../../pipeline/statistics/estimate.js';
import { proportionDifference } from '../../pipeline/statistics/proportion-difference.js';
import { excessOverParity, excessPerThousand } from '../../pipeline/statistics/relative-excess.js';
import { relativeRate } from '../../pipeline/statistics/relative-rate.js';
import { shareRatioInterval } from '../../pipeline/statistics/share-ratio.js';
import { expectColumn, numberIn, rowsOf } from './vectors.js';

const share = (part: number, whole: number) => ({ part, whole });
const tally = (events: number, base: number) => ({ events, base });

describe('the ratio of two shares', () => {
  it('agrees with every row of share_ratio_score', () => {
    for (const row of rowsOf('share_ratio_score')) {
      const [x1, n1, x0, n0] = ['x1', 'n1', 'x0', 'n0'].map((column) => numberIn(row, column)) as [
        number,
        number,
        number,
        number,
      ];
      const { lower, upper } = shareRatioInterval(share(x1, n1), share(x0, n0));
      expectColumn(row, 'ratio', relativeRate(tally(x1, n1), tally(x0, n0), 'children').value);
      expectColumn(row, 'mn_lower', lower);
      expectColumn(row, 'mn_upper', upper);
    }
  });

  // All 5,400 references up to 60 with an event, and all 90 groups up to 12: none holds a ratio or an excess that
  // cannot be. Rounding may put a limit that is the observed ratio itself a last bit beside it.
  it('holds the observed ratio and nothing impossible, over all small tables', () => {
    const wrong: unknown[] = [];
    forEachTable((group, reference) => {
      const { value, lower, upper } = relativeRate(group, reference, 'children');
      const above = excessOverParity(group, reference, 'children');
      const ratio = value ?? NaN;
      const holds =
        (lower ?? NaN) >= 0 &&
        (lower ?? NaN) <= ratio * (1 + 1e-12) &&
        (upper ?? NaN) >= ratio * (1 - 1e-12) &&
        (upper ?? NaN) * reference.events <= reference.base * (1 + 1e-12);
      const few = group.events < 5 && above.lower === null && above.upper === null;
      const bounded =
        (above.lower ?? NaN) >= (-group.base * reference.events) / reference.base - 1e-9 &&
        (above.upper ?? NaN) <= group.events;
      const thousand = excessPerThousand(group, reference, 'children');
      const theirs = (1000 * reference.events) / reference.base;
      const isRate =
        (thousand.lower ?? NaN) >= -theirs - 1e-9 &&
        (thousand.upper ?? NaN) <= 1000 - theirs + 1e-9;
      if (!holds || !isRate || !(few || bounded))
        wrong.push([group, reference, lower, upper, above, thousand]);
    });
    expect(wrong).toEqual([]);
  });

  it('has no ratio, excess or interval where the reference has no event, over all small tables', () => {
    const none = { value: null, lower: null, upper: null };
    for (let size = 1; size <= 12; size++)
      for (let events = 0; events <= size; events++)
        for (let whole = 1; whole <= 60; whole++) {
          const [group, reference] = [tally(events, size), tally(0, whole)];
          expect(relativeRate(group, reference, 'children')).toEqual(none);
          expect(excessOverParity(group, reference, 'children')).toEqual(none);
          expect(excessPerThousand(group, reference, 'children')).toEqual(none);
        }
  });

  it('has shares within 0 and 1, and differences of shares within −1 and 1, over all small tables', () => {
    const wrong: unknown[] = [];
    forEachTable((group, reference) => {
      const gap = proportionDifference(
        share(group.events, group.base),
        share(reference.events, reference.base),
      );
      const isGap =
        gap !== null &&
        gap.lower >= -1 - 1e-12 &&
        gap.upper <= 1 + 1e-12 &&
        gap.lower <= gap.difference + 1e-12 &&
        gap.upper >= gap.difference - 1e-12;
      const { value, lower, upper } = estimate('proportion', group.events, group.base, 1);
      const isShare =
        (lower ?? -1) >= 0 &&
        (upper ?? 2) <= 1 &&
        (lower ?? 2) <= (value ?? -1) &&
        (upper ?? -1) >= (value ?? 2);
      if (!isGap || !isShare) wrong.push([group, reference, gap, lower, upper]);
    });
    expect(wrong).toEqual([]);
  });

  it('has an interval that excludes 1 wherever Fisher’s p is under 5%', () => {
    const apart: unknown[] = [];
    forEachTable((group, reference) => {
      if (reference.base % 6 !== 0) return;
      const { lower, upper } = relativeRate(group, reference, 'children');
      const p = fisherP(
        share(group.events, group.base),
        share(reference.events, reference.base),
      ).twoSided;
      if (p < 0.05 && (lower ?? 0) <= 1 && (upper ?? 2) >= 1) apart.push([group, reference, p]);
    });
    expect(apart).toEqual([]);
  });

  it('refuses a ratio to a share of 0, an empty whole, and a part above its whole', () => {
    for (const [ours, theirs] of [
      [share(1, 3), share(0, 9)],
      [share(0, 0), share(2, 9)],
      [share(4, 3), share(2, 9)],
      [share(1, 3), share(10, 9)],
    ] as const)
      expect(() => shareRatioInterval(ours, theirs)).toThrow(RangeError);
  });
});

describe('a group against its reference group, as shares of children', () => {
  // Fisher's p by scipy's fisher_exact. As rare events each of the first four was too few to tell, or unclear.
  it.each([
    [9, 9, 40, 90, 'higher', 0.0011868393],
    [0, 12, 40, 90, 'lower', 0.0028956505],
    [7, 8, 30, 80, 'higher', 0.0087695106],
    [10, 10, 55, 120, 'higher', 0.0013439411],
    [5, 9, 40, 90, 'too few to tell', 0.7277933253],
  ])('%d of %d against %d of %d: %s', (x1, n1, x0, n0, verdict, p) => {
    const found = compareWithReference(tally(x1, n1), tally(x0, n0), 'children');
    expect(found.verdict).toBe(verdict);
    expect(found.p).toBeCloseTo(p, 9);
  });

  it('keeps rare events in a population as rare events', () => {
    const [group, reference] = [tally(8, 1990), tally(182, 62_375)];
    const { lower, upper } = compareWithReference(group, reference, 'population');
    expect([lower?.toFixed(2), upper?.toFixed(2)]).toEqual(['0.59', '2.77']);
  });

  it('gives 7 as the most of 1 of 1 against 1 of 7', () => {
    const { value, upper } = relativeRate(tally(1, 1), tally(1, 7), 'children');
    expect([value, upper]).toEqual([7, 7]);
  });
});

type Group = ReturnType<typeof tally>;

function forEachTable(visit: (group: Group, reference: Group) => void): void {
  for (let size = 1; size <= 12; size++)
    for (let events = 0; events <= size; events++)
      for (let whole = 1; whole <= 60; whole++)
        for (let part = 1; part <= whole; part++) visit(tally(events, size), tally(part, whole));
}
