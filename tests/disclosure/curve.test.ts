// A curve of children followed: what an edition that hides shows of it tells of no few children.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintSupplements } from '../../pipeline/disclosure/supplement-history.js';
import {
  discloseCurve,
  type DisclosedCurve,
  type SubgroupCounts,
} from '../../pipeline/disclosure/curve.js';
import { windowEnding } from '../../pipeline/domain/period.js';
import type { Curve } from '../../pipeline/domain/curve.js';
import { buildCurve } from '../../pipeline/statistics/survival-curve.js';
import { THRESHOLD } from './table.js';

const WINDOW = windowEnding('2023-03-31', 12);

/** Children by the day their following ended: so many it happened to, so many it did not. */
type Ends = readonly (readonly [day: number, happened: number, left: number])[];

function curve(ends: Ends): Curve {
  const count = (breakdown: string, group: string, numerator: number, denominator: number) => ({
    windowId: WINDOW.id,
    breakdown,
    group,
    numerator,
    denominator,
  });
  const sum = (at: 1 | 2): number => ends.reduce((before, each) => before + each[at], 0);
  const made = buildCurve('tracker', WINDOW, [
    count('total', 'all', sum(1), sum(1) + sum(2)),
    ...ends.map(([day, happened, left]) =>
      count('days_followed', String(day), happened, happened + left),
    ),
  ]);
  if (!made) throw new Error('nobody was followed');
  return made;
}

/** Five and more between every two ages, and after the last. */
const LARGE: Ends = [
  [50, 5, 6],
  [150, 6, 7],
  [250, 5, 9],
  [300, 6, 8],
  [364, 0, 20],
];

function agesTold(ends: Ends, parts: readonly SubgroupCounts[] = [], total = true): number[] {
  const told = discloseCurve(curve(ends), { total, parts }, THRESHOLD);
  return told.status === 'shown' ? told.ages.map(({ day }) => day) : [];
}

describe('a curve', () => {
  it('is complete in an edition without suppression', () => {
    const whole = curve([[40, 1, 0]]);
    expect(discloseCurve(whole, { total: true, parts: [] }, 0)).toEqual({
      ...whole,
      status: 'shown',
      daily: true,
    });
  });

  it('shows only the fixed ages, without steps or median, in an edition with suppression', () => {
    const told = discloseCurve(curve(LARGE), { total: true, parts: [] }, THRESHOLD);
    expect(told).toMatchObject({ status: 'shown', daily: false, steps: [], median: null });
    expect(agesTold(LARGE)).toEqual([91, 182, 273, 364]);
  });

  it.each([1, 4])('omits an age with %i children between it and the age before', (few) => {
    const happened = LARGE.map((each) => (each[0] === 150 ? ([150, few, 7] as const) : each));
    expect(agesTold(happened)).toEqual([91, 273, 364]);
    const left = LARGE.map((each) => (each[0] === 150 ? ([150, 6, few] as const) : each));
    expect(agesTold(left)).toEqual([91, 273, 364]);
  });

  it('omits the last ages if the total would reveal the few children after them', () => {
    const late: Ends = [...LARGE.slice(0, 3), [300, 2, 8], [330, 0, 12]];
    expect(agesTold(late)).toEqual([91, 182]);
  });

  it('omits an age to which few children were followed', () => {
    expect(agesTold([...LARGE.slice(0, 4), [364, 0, 4]]).includes(364)).toBe(false);
  });

  it('omits an age if a figure about a subgroup would reveal a small difference', () => {
    expect(agesTold(LARGE, [{ children: 40, happened: 13 }])).not.toContain(182);
  });

  it('is suppressed with its total, and if no age can be shown', () => {
    expect(agesTold(LARGE, [], false)).toEqual([]);
    const few = discloseCurve(curve([[40, 2, 9]]), { total: true, parts: [] }, THRESHOLD);
    expect(few).toEqual({ measure: 'tracker', window: WINDOW, status: 'hidden' });
  });

  it('refuses days that do not add up to the total', () => {
    const count = { windowId: WINDOW.id, breakdown: 'total', group: 'all' };
    expect(() =>
      buildCurve('tracker', WINDOW, [{ ...count, numerator: 1, denominator: 2 }]),
    ).toThrow(TypeError);
    expect(buildCurve('tracker', WINDOW, [{ ...count, numerator: 0, denominator: 0 }])).toBeNull();
  });

  it('shows no two counts that differ by few, for random children', () => {
    const ends = fc.array(fc.tuple(fc.nat(364), fc.nat(4), fc.nat(6)), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(ends, (days) => {
        const apart = [...new Map(days.map((each) => [each[0], each])).values()];
        if (apart.every(([, happened, left]) => happened + left === 0)) return;
        const made = curve(apart);
        const told = discloseCurve(made, { total: true, parts: [] }, THRESHOLD);
        if (told.status !== 'shown') return;
        const ends = { happened: made.happened, left: made.children - made.happened };
        const points = [{ happened: 0, left: 0 }, ...told.ages, ends];
        for (const one of points)
          for (const other of points)
            for (const key of ['happened', 'left'] as const)
              expect(few(one[key] - other[key])).toBe(false);
        expect(told.ages.some(({ atRisk }) => few(atRisk))).toBe(false);
      }),
    );
  });
});

function few(count: number): boolean {
  return Math.abs(count) > 0 && Math.abs(count) < THRESHOLD;
}

describe('a curve that an earlier pack released', () => {
  const alone = { total: true, parts: [] };
  const after = (before: DisclosedCurve, now: Curve, hideBelow = THRESHOLD): string =>
    discloseCurve(now, alone, hideBelow, [fingerprintSupplements([before])]).status;
  const first = discloseCurve(curve(LARGE), alone, THRESHOLD);
  // One more at the first age, and at every one after.
  const later = curve([...LARGE, [60, 1, 0]]);

  it('is shown if it has not changed, or if the earlier curve is about other children', () => {
    expect(first.status).toBe('shown');
    expect(after(first, curve(LARGE))).toBe('shown');
    const another = windowEnding('2022-12-31', 12);
    expect(after({ ...first, window: another }, later)).toBe('shown');
  });

  it('is suppressed if it has changed or was suppressed before, so that subtraction reveals nobody', () => {
    expect(discloseCurve(later, alone, THRESHOLD).status).toBe('shown');
    expect(after(first, later)).toBe('hidden');
    const unseen = discloseCurve(curve([[40, 2, 9]]), alone, THRESHOLD);
    expect(unseen.status).toBe('hidden');
    expect(after(unseen, later)).toBe('hidden');
    expect(after(first, later, 0)).toBe('shown');
  });
});
