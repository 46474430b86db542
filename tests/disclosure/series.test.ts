// Quarters beside rolling years: nothing hidden can be found by taking one from the other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclose, type DisclosureRelations } from '../../pipeline/disclosure/disclose.js';
import { discloseQuarters } from '../../pipeline/disclosure/series.js';
import { addDays, endOfMonth, windowEnding } from '../../pipeline/domain/period.js';
import type { Value } from '../../pipeline/domain/value.js';
import { sensitivities, THRESHOLD, valueOf } from './table.js';

const ALONE: Pick<DisclosureRelations, 'hiddenWith'> = { hiddenWith: null };
const RULES = sensitivities({ children: 'count', behind: 'count' });

/** Quarters that end with March 2023, oldest first. */
function quarters(counts: readonly number[]): Value[] {
  return counts.map((count, at) => {
    const ends = endOfMonth('2023-03-31', -3 * (counts.length - 1 - at));
    const window = { id: `Q ${ends}`, starts: addDays(endOfMonth(ends, -3), 1), ends };
    return valueOf(count, { window });
  });
}

/** Rolling years of those quarters, each child once: `back` of them come back within a year. */
function years(counts: readonly number[], back = 0, place: Partial<Value> = {}): Value[] {
  return quarters(counts)
    .slice(3)
    .map(({ window }, at) => {
      const sum = counts.slice(at, at + 4).reduce((before, each) => before + each, 0);
      return valueOf(sum - back, { window: windowEnding(window.ends, 12), ...place });
    });
}

function seen(
  counts: readonly number[],
  told: readonly Value[],
  rule = ALONE,
  hideBelow = THRESHOLD,
) {
  const disclosed = disclose(told, RULES, hideBelow);
  const shown = discloseQuarters(quarters(counts), { values: told, disclosed }, rule, hideBelow);
  return [...new Set(shown.map(({ status }) => status))];
}

describe('quarters', () => {
  const LARGE = [7, 9, 5, 8, 6, 0, 11, 5];

  it('are all shown if each is zero or large and years are their sums', () => {
    expect(seen(LARGE, years(LARGE))).toEqual(['shown']);
  });

  it('are all shown in an edition without suppression', () => {
    const small = [1, 2, 3, 4, 0, 1, 2, 3];
    expect(seen(small, years(small), ALONE, 0)).toEqual(['shown']);
  });

  it.each([1, 4])('are all suppressed for one quarter of %i', (few) => {
    const counts = [...LARGE.slice(0, -1), few];
    expect(seen(counts, years(counts))).toEqual(['hidden']);
  });

  it('are all suppressed for a small quarter that no shown year includes', () => {
    const counts = [2, ...LARGE];
    expect(seen(counts, years(counts).slice(-2))).toEqual(['hidden']);
  });

  it('are all suppressed with a year of the measure, or of the measure of the same children', () => {
    const behind = years([0, 0, 0, 0, 0, 0, 0, 3], 0, { measure: 'behind' });
    expect(seen(LARGE, [...years(LARGE), ...behind])).toEqual(['shown']);
    expect(seen(LARGE, [...years(LARGE), ...behind], { hiddenWith: 'behind' })).toEqual(['hidden']);
  });

  it('are all suppressed if a shown year begins before them, because its remainder could be derived', () => {
    const earlier = years([3, ...LARGE]);
    expect(seen(LARGE, earlier)).toEqual(['hidden']);
  });

  it.each([
    [1, 'hidden'],
    [4, 'hidden'],
    [5, 'shown'],
  ])('with %i children returning within the year are %s', (back, status) => {
    expect(seen(LARGE, years(LARGE, back))).toEqual([status]);
  });

  it('keep a quarter without data as it is', () => {
    const [first, ...rest] = quarters(LARGE) as [Value, ...Value[]];
    const series: Value[] = [
      { ...first, status: 'no data', numerator: null, value: null },
      ...rest,
    ];
    const told = years(LARGE).slice(1);
    const shown = discloseQuarters(
      series,
      { values: told, disclosed: disclose(told, RULES, THRESHOLD) },
      ALONE,
      THRESHOLD,
    );
    expect(shown.map(({ status }) => status)).toEqual(['no data', ...rest.map(() => 'shown')]);
  });

  it('never show a small quarter or allow it to be derived from years and other quarters, for random counts', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(counts, (series) => {
        const small = series.some((count) => count > 0 && count < THRESHOLD);
        expect(seen(series, years(series))[0] === 'hidden').toBe(
          small ||
            years(series).some(
              ({ numerator }) => (numerator ?? 0) > 0 && (numerator ?? 0) < THRESHOLD,
            ),
        );
      }),
    );
  });
});
