// The Kaplan–Meier estimate held to the best known worked example, and to what must hold of any children at all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  medianDay,
  ratePer100Years,
  findSurvivalStep,
  survivalSteps,
  timeAtRisk,
  DAYS_PER_YEAR,
  type Exits,
} from '../../pipeline/statistics/survival.js';
import { numberIn, rowsOf } from './vectors.js';

/** Weeks in remission of the two groups (Freireich and others 1963); `+` marks a child still in remission. */
const WEEKS: Readonly<Record<string, string>> = {
  treated: '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+',
  control: '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23',
};

function exitsOf(weeks: string): Exits[] {
  return weeks.split(' ').map((week) => {
    const left = Number(week.endsWith('+'));
    return { day: Number.parseInt(week, 10), happened: 1 - left, left };
  });
}

const ROWS = rowsOf('kaplan_meier');

describe('the Kaplan–Meier estimate', () => {
  it.each(Object.keys(WEEKS))('matches the published estimate for the %s', (series) => {
    const steps = survivalSteps(exitsOf(WEEKS[series] as string));
    const rows = ROWS.filter((row) => row['series'] === series);
    const compared = steps.slice(0, rows.length);
    expect(compared.map(({ day, atRisk, happened }) => [day, atRisk, happened])).toEqual(
      rows.map((row) => ['time', 'at_risk', 'events'].map((column) => numberIn(row, column))),
    );
    compared.forEach(({ value, error, lower, upper }, at) => {
      const row = rows[at] as (typeof rows)[number];
      for (const [column, ours] of Object.entries({ survival: value, error, lower, upper }))
        expect(ours, `${column} at ${row['time']}`).toBeCloseTo(numberIn(row, column), 4);
    });
  });

  it('ends at 0 without an interval if the last child has the event', () => {
    const last = survivalSteps(exitsOf(WEEKS['control'] as string)).at(-1);
    expect(last).toMatchObject({ day: 23, value: 0, lower: null, upper: null, error: null });
  });

  it('has the published medians: 23 weeks treated, 8 not', () => {
    const median = (series: string): number | null =>
      medianDay(survivalSteps(exitsOf(WEEKS[series] as string)));
    expect([median('treated'), median('control')]).toEqual([23, 8]);
  });

  it('counts children censored on a day as at risk on it: events come first', () => {
    const [step] = survivalSteps([{ day: 5, happened: 1, left: 3 }]);
    expect(step).toMatchObject({ atRisk: 4, value: 0.75 });
    const [later] = survivalSteps([
      { day: 4, happened: 0, left: 3 },
      { day: 5, happened: 1, left: 0 },
    ]);
    expect(later).toMatchObject({ atRisk: 1, value: 0 });
  });

  it('merges exits on one day, in any order', () => {
    const together = survivalSteps([{ day: 7, happened: 2, left: 1 }]);
    expect(
      survivalSteps([
        { day: 7, happened: 0, left: 1 },
        { day: 7, happened: 1, left: 0 },
        { day: 7, happened: 1, left: 0 },
      ]),
    ).toEqual(together);
  });

  it('is empty for no children, and has no step if all are censored', () => {
    expect(survivalSteps([])).toEqual([]);
    const left = survivalSteps([{ day: 100, happened: 0, left: 12 }]);
    expect([left, medianDay(left), findSurvivalStep(left, 100)]).toEqual([[], null, null]);
  });

  it('drops from 1 to 0 for one child', () => {
    const steps = survivalSteps([{ day: 40, happened: 1, left: 0 }]);
    expect(steps.map(({ value }) => value)).toEqual([0]);
    expect(medianDay(steps)).toBe(40);
    expect([findSurvivalStep(steps, 39), findSurvivalStep(steps, 40)]).toEqual([null, steps[0]]);
  });

  it.each([
    { day: -1, happened: 1, left: 0 },
    { day: 1.5, happened: 1, left: 0 },
    { day: 1, happened: -1, left: 2 },
    { day: 1, happened: 0, left: Number.NaN },
  ])('refuses %o', (exits) => {
    expect(() => survivalSteps([exits])).toThrow(RangeError);
  });

  const anyExits = fc.array(fc.record({ day: fc.nat(50), happened: fc.nat(3), left: fc.nat(3) }), {
    maxLength: 20,
  });

  it('never rises, stays between 0 and 1, and lies within its interval', () => {
    fc.assert(
      fc.property(anyExits, (exits) => {
        let before = 1;
        for (const { value, lower, upper } of survivalSteps(exits)) {
          const at = value as number;
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThan(before);
          before = at;
          if (lower === null || upper === null) expect(at).toBe(0);
          else expect(lower <= at && at <= upper && lower >= 0 && upper <= 1).toBe(true);
        }
      }),
    );
  });

  it('equals the plain share if nobody is censored before the end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 1, maxLength: 25 }),
        fc.nat(9),
        (days, stay) => {
          const exits = days.map((day) => ({ day, happened: 1, left: 0 }));
          const all = [...exits, { day: 31, happened: 0, left: stay }];
          for (const { day, value } of survivalSteps(all)) {
            const gone = days.filter((each) => each <= day).length;
            expect(value).toBeCloseTo(1 - gone / (days.length + stay), 10);
          }
        },
      ),
    );
  });
});

describe('time at risk', () => {
  it('matches the published example: 359 weeks with 9 relapses, 182 with 21', () => {
    const [treated, control] = ['treated', 'control'].map((series) =>
      timeAtRisk(exitsOf(WEEKS[series] as string)),
    );
    expect([treated, control]).toEqual([359, 182]);
  });

  it('gives a rate with the exact Poisson interval: 9 in 359, by hand 4.1154 to 17.0848', () => {
    const scale = (100 * DAYS_PER_YEAR) / 359;
    const { value, lower, upper } = ratePer100Years(9, 359);
    expect((value ?? 0) / scale).toBeCloseTo(9, 10);
    expect((lower ?? 0) / scale).toBeCloseTo(4.115373097, 8);
    expect((upper ?? 0) / scale).toBeCloseTo(17.084803451, 8);
  });

  it('gives no rate without a day at risk, and an upper limit without events', () => {
    expect(ratePer100Years(0, 0)).toEqual({ value: null, lower: null, upper: null });
    const { value, lower, upper } = ratePer100Years(0, 36525);
    expect([value, lower]).toEqual([0, 0]);
    expect(upper).toBeCloseTo(3.68888, 4);
  });
});
