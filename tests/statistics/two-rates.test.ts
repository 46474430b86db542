import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareCounts,
  compareRates,
  compareWithFixed,
} from '../../pipeline/statistics/compare.js';
import { exactInterval } from '../../pipeline/statistics/count-interval.js';
import { minimumLikelihoodP } from '../../pipeline/statistics/exact-test.js';
import { rateRatio, rateRatioInterval, rateRatioP } from '../../pipeline/statistics/rate-ratio.js';
import { excessPerThousand } from '../../pipeline/statistics/relative-excess.js';
import { relativeRate } from '../../pipeline/statistics/relative-rate.js';
import { expectColumn, numberIn, rowsOf, type Row } from './vectors.js';

const NOTHING = { value: null, lower: null, upper: null };
const tallyIn = (row: Row, events: string, base: string) => ({
  events: numberIn(row, events),
  base: numberIn(row, base),
});
const tally = fc.record({ events: fc.nat(200), base: fc.integer({ min: 1, max: 50_000 }) });

const placesOf = (printed = '') => printed.split('.')[1]?.length ?? 0;

describe('a comparison of two rates', () => {
  // The wald_log columns do not apply: that interval calls differences real that the exact one does not.
  it('agrees with every row of rate_ratio_exact', () => {
    for (const row of rowsOf('rate_ratio_exact')) {
      const [ours, theirs] = [tallyIn(row, 'x1', 'n1'), tallyIn(row, 'x2', 'n2')];
      const { lower, upper } = rateRatioInterval(ours, theirs);
      const [central, minlike] = [
        rateRatioP(ours, theirs),
        rateRatioP(ours, theirs, minimumLikelihoodP),
      ];
      expectColumn(row, 'rate_ratio', rateRatio(ours, theirs));
      expectColumn(row, 'exact_lower', lower);
      expectColumn(row, 'exact_upper', upper);
      expectColumn(row, 'p_central', central);
      expectColumn(row, 'p_minlike_R_poisson_test', minlike);
      expect(Number(central < 0.05), JSON.stringify(row)).toBe(numberIn(row, 'sig_central'));
      expect(Number(minlike < 0.05), JSON.stringify(row)).toBe(numberIn(row, 'sig_minlike'));
      expect(Number(lower > 1 || upper < 1), JSON.stringify(row)).toBe(
        numberIn(row, 'ci_excludes_1'),
      );
    }
  });

  // The katz columns do not apply: they are a Wald log interval too.
  it('agrees with every row of rri', () => {
    for (const row of rowsOf('rri')) {
      const [group, reference] = [
        tallyIn(row, 'x_group', 'n_group'),
        tallyIn(row, 'x_ref', 'n_ref'),
      ];
      const { value, lower, upper } = relativeRate(group, reference, 'population');
      expectColumn(row, 'rri', value);
      expectColumn(row, 'exact_lower', lower);
      expectColumn(row, 'exact_upper', upper);
      expectColumn(row, 'p_central', rateRatioP(group, reference));
      expectColumn(
        row,
        'rate_diff_per_1000',
        excessPerThousand(group, reference, 'population').value,
      );
    }
  });

  // Counts in the Flintshire Youth Justice Plan 2023-26 for Flintshire and North Wales, over the plan's populations and
  // over Census 2021's, with ratios worked from them elsewhere; the last two rows are published by PRISM-R.
  it.each([
    [1, 147, 43, 14_711, '2.33', '0.06', '13.68'],
    [1, 304, 43, 14_135, '1.08', '0.03', '6.35'],
    [1, 13, 43, 14_711, '26.3', '0.65', '154.7'],
    [2, 284, 43, 14_711, '2.41', '0.28', '9.25'],
    [2, 553, 43, 14_135, '1.19', '0.14', '4.56'],
    [2, 155, 182, 62_375, '4.42', '0.53', '16.2'],
    [5, 865, 182, 62_375, '1.98', '0.64', '4.71'],
    [8, 1_990, 182, 62_375, '1.38', '0.59', '2.77'],
    [0, 836, 182, 62_375, '0', '0', '1.53'],
    [9, 85, 210, 3_636, '1.833277', '0.826768', '3.547330'],
    [252, 1_933, 444, 6_526, '1.916164', '1.635148', '2.241532'],
  ])('%d of %d against %d of %d: %s, %s to %s', (a, groupBase, b, referenceBase, ...printed) => {
    const group = { events: a, base: groupBase };
    const found = relativeRate(group, { events: b, base: referenceBase }, 'population');
    const limits = [found.value, found.lower, found.upper] as number[];
    const rounded = limits.map((limit, place) => limit.toFixed(placesOf(printed[place])));
    expect(rounded).toEqual(printed);
  });

  it('inverts the ratio and its limits if the groups swap, and keeps p', () => {
    fc.assert(
      fc.property(tally, tally, (ours, theirs) => {
        fc.pre(ours.events > 0 && theirs.events > 0);
        const [there, back] = [rateRatioInterval(ours, theirs), rateRatioInterval(theirs, ours)];
        expect(rateRatio(ours, theirs) * rateRatio(theirs, ours)).toBeCloseTo(1, 12);
        expect(there.lower * back.upper).toBeCloseTo(1, 9);
        expect(there.upper * back.lower).toBeCloseTo(1, 9);
        expect(rateRatioP(ours, theirs)).toBeCloseTo(rateRatioP(theirs, ours), 9);
      }),
    );
  });

  it('has an interval that contains its ratio and rises with our events', () => {
    fc.assert(
      fc.property(tally, tally, (ours, theirs) => {
        fc.pre(theirs.events > 0);
        const here = rateRatioInterval(ours, theirs);
        const more = rateRatioInterval({ ...ours, events: ours.events + 1 }, theirs);
        const ratio = rateRatio(ours, theirs);
        expect(here.lower).toBeLessThanOrEqual(ratio);
        expect(here.upper).toBeGreaterThan(ratio);
        expect(more.lower).toBeGreaterThan(here.lower);
        expect(more.upper).toBeGreaterThan(here.upper);
      }),
    );
  });

  it('treats a p of exactly 5% as not significant: one event of four children against none of 156', () => {
    const { verdict, p, lower } = compareRates({ events: 1, base: 4 }, { events: 0, base: 156 });
    expect([p, lower]).toEqual([expect.closeTo(0.05, 12), expect.closeTo(1, 12)]);
    expect(verdict).toBe('too few to tell');
  });

  it('gives higher or lower exactly when the interval excludes 1, on that side', () => {
    const few = fc.record({ events: fc.nat(40), base: fc.integer({ min: 1, max: 400 }) });
    fc.assert(
      fc.property(few, few, (ours, theirs) => {
        const { verdict, p, lower, upper, ratio } = compareRates(ours, theirs);
        // At 5% to the last bit the interval ends at 1 to the last bit, on either side of it: the verdict follows p.
        fc.pre(Math.abs((p ?? 1) - 0.05) > 1e-12);
        expect(verdict === 'lower').toBe(upper !== null && upper < 1);
        expect(verdict === 'higher').toBe(lower !== null && lower > 1);
        expect(ratio === null).toBe(theirs.events === 0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a verdict on two rates', () => {
  const children = 10_000;
  const against = (ours: number, theirs: number) =>
    compareRates({ events: ours, base: children }, { events: theirs, base: children }).verdict;

  it.each([
    [28, 26, 'no clear change'],
    [60, 30, 'higher'],
    [30, 60, 'lower'],
    [5, 4, 'too few to tell'],
    [0, 0, 'too few to tell'],
    // Nine events together, though the interval leaves a doubling out.
    [2, 7, 'too few to tell'],
    // Ten events, and an interval wide enough for a halving and a doubling: 0.491 to 2.037 at 18, 0.501 to 1.996 at 19.
    [5, 5, 'too few to tell'],
    [18, 18, 'too few to tell'],
    [19, 19, 'no clear change'],
    // Ten events, but a doubling would have shown.
    [2, 8, 'no clear change'],
    // Few events can still be clear.
    [0, 6, 'lower'],
    [6, 0, 'higher'],
  ])('%d against %d: %s', (ours, theirs, verdict) => {
    expect(against(ours, theirs)).toBe(verdict);
    expect(compareCounts(ours, theirs).verdict).toBe(verdict);
  });

  it('keeps the lower limit if they had no events, and is null for a base of 0', () => {
    const found = compareRates({ events: 3, base: 300 }, { events: 0, base: 9_700 });
    expect(found).toMatchObject({ verdict: 'higher', ratio: null, upper: null });
    expect(found.lower).toBeCloseTo(13.3611471459989, 9);
    const nobody = { events: 0, base: 0 };
    expect(compareRates({ events: 3, base: 300 }, nobody)).toEqual({
      verdict: null,
      p: null,
      ratio: null,
      lower: null,
      upper: null,
    });
    for (const base of ['population', 'children'] as const) {
      const group = { events: 3, base: 300 };
      expect(relativeRate(group, nobody, base)).toEqual(NOTHING);
      expect(relativeRate(group, { events: 0, base: 50 }, base)).toEqual(NOTHING);
      expect(excessPerThousand(group, nobody, base)).toEqual(NOTHING);
    }
  });

  it('refuses numbers that are not counts', () => {
    const sound = { events: 3, base: 300 };
    for (const wrong of [
      { events: -1, base: 10 },
      { events: 1.5, base: 10 },
      { events: 1, base: -10 },
      { events: 1, base: Infinity },
      { events: Number.NaN, base: 10 },
    ]) {
      expect(() => compareRates(wrong, sound)).toThrow(RangeError);
      expect(() => relativeRate(sound, wrong, 'population')).toThrow(RangeError);
      expect(() => compareWithFixed(wrong.events, wrong.base, 0.01)).toThrow(RangeError);
    }
  });
});

describe('a comparison with a published rate', () => {
  it('agrees with poisson_test_one_sample', () => {
    for (const row of rowsOf('poisson_test_one_sample')) {
      const found = compareWithFixed(numberIn(row, 'x'), 1, numberIn(row, 'expected'));
      expectColumn(row, 'p_central', found.p);
      expectColumn(row, 'smr', found.ratio);
    }
  });

  it.each([
    [60, 'higher'],
    [30, 'no clear change'],
    [12, 'lower'],
  ])('%d events where 30 were expected: %s', (events, verdict) => {
    expect(compareWithFixed(events, 15_000, 0.002).verdict).toBe(verdict);
  });

  it('is too few to tell for few events, and null if none is expected', () => {
    expect(compareWithFixed(4, 1000, 0.005).verdict).toBe('too few to tell');
    expect(compareWithFixed(4, 0, 0.005).verdict).toBeNull();
    expect(compareWithFixed(4, 1000, 0).verdict).toBeNull();
    expect(() => compareWithFixed(4, 1000, -0.1)).toThrow(RangeError);
  });

  it('gives higher or lower exactly when the exact interval excludes the expected value', () => {
    const nudge = fc.constantFrom(1 - 1e-6, 1 + 1e-6);
    const end = fc.constantFrom('lower', 'upper');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), end, nudge, (events, side, times) => {
        const limits = exactInterval(events);
        const expected = limits[side] * times;
        const { verdict, lower, upper } = compareWithFixed(events, 1, expected);
        expect([verdict === 'higher', (lower as number) > 1]).toEqual(
          Array(2).fill(expected < limits.lower),
        );
        expect([verdict === 'lower', (upper as number) < 1]).toEqual(
          Array(2).fill(expected > limits.upper),
        );
      }),
    );
  });
});
