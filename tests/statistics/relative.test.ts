// Relative rates beyond the ratio: children above parity, bounds for the unknown, and many comparisons at once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowEnding } from '../../pipeline/domain/period.js';
import type { Value, Verdict } from '../../pipeline/domain/value.js';
import { unknownBounds } from '../../pipeline/statistics/bounds.js';
import { rateRatio } from '../../pipeline/statistics/rate-ratio.js';
import { excessOverParity, excessPerThousand } from '../../pipeline/statistics/relative-excess.js';
import { adjustVerdicts } from '../../pipeline/statistics/relative-family.js';
import { relativeRate } from '../../pipeline/statistics/relative-rate.js';

const NOTHING = { value: null, lower: null, upper: null };
const tally = fc
  .record({ events: fc.nat(60), more: fc.integer({ min: 1, max: 5000 }) })
  .map(({ events, more }) => ({ events, base: events + more }));

describe('the excess over parity', () => {
  // Flintshire Youth Justice Plan 2023-26: Mixed 1 of 147, White 43 of 14,711.
  it('is observed less expected, without limits for a group under five', () => {
    const above = excessOverParity(
      { events: 1, base: 147 },
      { events: 43, base: 14711 },
      'population',
    );
    expect(above.value).toBeCloseTo(1 - (147 * 43) / 14711, 10);
    expect([above.lower, above.upper]).toEqual([null, null]);
    const small = excessOverParity({ events: 4, base: 4 }, { events: 5, base: 60 }, 'children');
    expect([small.lower, small.upper]).toEqual([null, null]);
  });

  // Relative rates with exact limits worked elsewhere: 5 of 865 against 182 of 62,375 is 1.98 (0.64-4.71); PRISM-R's 252
  // of 1,933 against 444 of 6,526 is 1.916164 (1.635148-2.241532).
  it('is at most the children there were above parity, and at least none below it', () => {
    const few = excessOverParity(
      { events: 5, base: 865 },
      { events: 182, base: 62375 },
      'population',
    );
    expect(few.lower).toBeCloseTo(((865 * 182) / 62375) * (0.64 - 1), 1);
    expect(few.upper).toBeCloseTo(5 * (1 - 1 / 4.71), 2);
    const many = excessOverParity(
      { events: 252, base: 1933 },
      { events: 444, base: 6526 },
      'population',
    );
    expect(many.lower).toBeCloseTo(252 * (1 - 1 / 1.635148), 3);
    expect(many.upper).toBeCloseTo(252 * (1 - 1 / 2.241532), 3);
  });

  it('is negative for a group without events, and null without a reference', () => {
    const none = excessOverParity(
      { events: 0, base: 836 },
      { events: 182, base: 62375 },
      'population',
    );
    expect(none.value).toBeCloseTo((-836 * 182) / 62375, 10);
    for (const base of ['population', 'children'] as const) {
      const [one, empty] = [
        { events: 1, base: 9 },
        { events: 0, base: 0 },
      ];
      expect(excessOverParity(one, { events: 0, base: 9 }, base)).toEqual(NOTHING);
      expect(excessOverParity(empty, { events: 3, base: 9 }, base)).toEqual(NOTHING);
    }
  });

  it('excludes 0 exactly when the relative rate excludes 1, also per 1,000', () => {
    const bases = fc.constantFrom('population' as const, 'children' as const);
    fc.assert(
      fc.property(tally, tally, bases, (group, reference, base) => {
        fc.pre(reference.events > 0 && group.events >= 5);
        const rate = relativeRate(group, reference, base);
        const above = excessOverParity(group, reference, base);
        for (const { lower, upper } of [above, excessPerThousand(group, reference, base)]) {
          expect((lower ?? 0) > 0).toBe((rate.lower ?? 1) > 1);
          expect((upper ?? 0) < 0).toBe((rate.upper ?? 1) < 1);
        }
        expect(above.upper).toBeLessThanOrEqual(group.events);
        expect(above.lower).toBeLessThanOrEqual(above.value ?? NaN);
        expect(above.upper).toBeGreaterThanOrEqual(above.value ?? NaN);
        const apart = 1000 * (group.events / group.base - reference.events / reference.base);
        expect(excessPerThousand(group, reference, base).value).toBeCloseTo(apart, 6);
      }),
    );
  });
});

describe('bounds for children whose group is not known', () => {
  it('contain every assignment to groups, and are attained', () => {
    const few = fc.record({ events: fc.nat(4), spared: fc.nat(4) });
    fc.assert(
      fc.property(tally, tally, few, (group, reference, { events, spared }) => {
        fc.pre(reference.events > 0 && group.base > 0);
        const unknown = { events, base: events + spared };
        const { least, most } = unknownBounds(group, reference, unknown, 'children');
        const ratios = sharings(group, reference, events, spared);
        expect(Math.min(...ratios)).toBeCloseTo(least ?? NaN, 10);
        expect(Math.max(...ratios)).toBeCloseTo(most ?? NaN, 10);
      }),
      { numRuns: 200 },
    );
  });

  it('move only events if the base is a population', () => {
    const bounds = unknownBounds(
      { events: 1, base: 147 },
      { events: 43, base: 14711 },
      { events: 1, base: 0 },
      'population',
    );
    expect(bounds.least).toBeCloseTo(1 / 147 / (44 / 14711), 10);
    expect(bounds.most).toBeCloseTo(2 / 147 / (43 / 14711), 10);
  });

  it('are null if a base is empty, and a single value if nobody is unknown', () => {
    const nobody = { events: 0, base: 0 };
    const [group, reference] = [
      { events: 2, base: 7 },
      { events: 5, base: 50 },
    ];
    expect(unknownBounds(nobody, reference, nobody, 'children')).toEqual({
      least: null,
      most: null,
    });
    const { least, most } = unknownBounds(group, reference, nobody, 'children');
    expect([least, most]).toEqual([rateRatio(group, reference), rateRatio(group, reference)]);
  });
});

interface Events {
  readonly events: number;
  readonly base: number;
}

/** The relative rate of every way to put unknown children in the group or the reference group. */
function sharings(group: Events, reference: Events, events: number, spared: number): number[] {
  const found: number[] = [];
  for (let e = 0; e <= events; e += 1)
    for (let s = 0; s <= spared; s += 1)
      found.push(
        rateRatio(
          { events: group.events + e, base: group.base + e + s },
          {
            events: reference.events + events - e,
            base: reference.base + events - e + spared - s,
          },
        ),
      );
  return found;
}

describe('a family of comparisons', () => {
  const family = new Map([
    ['a', { reference: { sex: 'Male' } }],
    ['b', {}],
  ]);

  // Exact central p: 10 of 100 against 60 of 2,000 gives 0.0028; 9 of 100 against the same gives 0.0075... each alone
  // is clear, and beside nine that are not, only what survives ten times its p is.
  it('keeps verdicts that are still significant after adjustment, and withdraws the others', () => {
    const clear = compared('a', 'Black', [20, 100], 'higher');
    const doubtful = compared('a', 'Asian', [8, 100], 'higher');
    const rest = ['Mixed', 'Other'].map((group) =>
      compared('a', group, [3, 100], 'no clear change'),
    );
    const reference = compared('a', 'White', [60, 2000], null);
    const values = [clear, doubtful, ...rest, reference];
    expect(verdicts(adjustVerdicts(values, family))).toEqual([
      'higher',
      'possible',
      'no clear change',
      'no clear change',
      null,
    ]);
    expect(verdicts(adjustVerdicts([clear, doubtful, reference], family))[0]).toBe('higher');
  });

  it('leaves a single comparison and measures outside the family unchanged', () => {
    const values = [
      compared('a', 'Asian', [8, 100], 'higher'),
      compared('a', 'White', [60, 2000], null),
    ];
    expect(verdicts(adjustVerdicts(values, family))).toEqual(['higher', null]);
    const others = values.flatMap((value) => [value, { ...value, measure: 'other' }]);
    expect(adjustVerdicts(others, new Map())).toEqual(others);
  });

  it('includes only windows of one length: comparisons of other lengths do not affect it', () => {
    const short = [
      compared('a', 'Asian', [8, 100], 'higher'),
      compared('a', 'White', [60, 2000], null),
    ];
    const long = ['Black', 'Mixed', 'Other'].map((group) => ({
      ...compared('a', group, [3, 100], 'no clear change'),
      window: { ...windowEnding('2023-03-31', 36), id: '2023-03-31/36' },
    }));
    expect(verdicts(adjustVerdicts([...short, ...long], family))[0]).toBe('higher');
  });
});

function compared(
  measure: string,
  group: string,
  [numerator, denominator]: readonly [number, number],
  verdict: Verdict | null,
): Value {
  return {
    measure,
    window: windowEnding('2023-03-31', 12),
    areaKind: 'service',
    areaName: 'Sir Enghraifft',
    origin: 'own',
    breakdown: 'ethnicity',
    group,
    unit: 'relative rate',
    source: null,
    numerator,
    denominator,
    value: null,
    lower: null,
    upper: null,
    verdict,
    status: 'known',
  };
}

function verdicts(values: readonly Value[]): (Verdict | null)[] {
  return values.map(({ verdict }) => verdict);
}
