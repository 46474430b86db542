// The median of a survival curve, held to exact fractions over every small cohort.
import { describe, expect, it } from 'vitest';
import { medianDay, survivalSteps, type Exits } from '../../pipeline/statistics/survival.js';

describe('the median of a survival curve', () => {
  // Each reaches a half exactly, which a product of rounded fractions misses.
  it.each([
    [28, [3, 11]],
    [18, [7, 2]],
    [22, [4, 7]],
    [24, [7, 5]],
  ])('is the day on which half of %d children have had the event', (children, events) => {
    const exits = events.map((happened, at) => ({ day: 10 * (at + 1), happened, left: 0 }));
    const had = events.reduce((sum, each) => sum + each, 0);
    const steps = survivalSteps([...exits, { day: 30, happened: 0, left: children - had }]);
    expect(medianDay(steps)).toBe(20);
  });

  it('is what exact fractions give for every cohort of up to seven children on three days', () => {
    let cohorts = 0;
    const wrong: unknown[] = [];
    for (const exits of listCohorts(7)) {
      cohorts += 1;
      const expected = findMedian(exits);
      if (medianDay(survivalSteps(exits)) !== expected) wrong.push([exits, expected]);
    }
    expect(cohorts).toBe(1715);
    expect(wrong).toEqual([]);
  });

  it('is what counting gives for every cohort of up to 60 children in which none is censored early', () => {
    const wrong: unknown[] = [];
    for (let children = 1; children <= 60; children++)
      for (let first = 0; first <= children; first++)
        for (let second = 0; first + second <= children; second++) {
          const left = children - first - second;
          const found = medianDay(
            survivalSteps([
              { day: 1, happened: first, left: 0 },
              { day: 2, happened: second, left },
            ]),
          );
          const expected = 2 * first >= children ? 1 : 2 * (first + second) >= children ? 2 : null;
          if (found !== expected) wrong.push([children, first, second, found]);
        }
    expect(wrong).toEqual([]);
  });
});

/** Every way to spread 1 to `most` children over three days, with the event or censored. */
function* listCohorts(most: number): Generator<Exits[]> {
  for (const counts of spread(6, most)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = counts;
    if (a + b + c + d + e + f > 0)
      yield [
        { day: 1, happened: a, left: b },
        { day: 2, happened: c, left: d },
        { day: 3, happened: e, left: f },
      ];
  }
}

function* spread(places: number, most: number): Generator<number[]> {
  if (places === 0) yield [];
  else
    for (let first = 0; first <= most; first++)
      for (const rest of spread(places - 1, most - first)) yield [first, ...rest];
}

/** Efron's redistribution to the right, in units small enough to stay whole: each censored child's share moves on. */
function findMedian(exits: readonly Exits[]): number | null {
  const UNIT = 420n ** 4n;
  let after = exits.reduce((sum, { happened, left }) => sum + happened + left, 0);
  const all = UNIT * BigInt(after);
  let share = UNIT;
  let had = 0n;
  for (const { day, happened, left } of exits) {
    had += share * BigInt(happened);
    if (2n * had >= all) return day;
    after -= happened + left;
    if (after > 0) {
      const moved = share * BigInt(left);
      if (moved % BigInt(after) !== 0n) throw new RangeError('the unit is too large');
      share += moved / BigInt(after);
    }
  }
  return null;
}
