// Where limits begin anew after a lasting step, and how runs are judged where quarters are nearly all alike.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOverTime, FEWEST_QUARTERS, RARE_BELOW } from '../../pipeline/statistics/spc.js';
import { findSteps, LASTING_QUARTERS } from '../../pipeline/statistics/spc-steps.js';
import { countLimits } from '../../pipeline/statistics/xmr.js';

const repeat = (count: number, times: number): number[] => Array<number>(times).fill(count);
const charted = (counts: readonly number[]) => {
  const change = changeOverTime(counts, 'lower');
  if ('unsaid' in change) throw new Error(change.unsaid);
  return change;
};

/** Sixteen quarters of first-time entrants, as NHSRplotthedots is tried on them, and what came after. */
const FALLING = [62, 58, 71, 66, 59, 63, 57, 61, 55, 52, 49, 47, 44, 46, 41, 39];
const HIGH = [40, 44, 38, 42, 41, 37, 43, 39, 40, 42];
const LOW = [20, 23, 18, 21, 19, 22, 20, 21];

describe('limits after a lasting step', () => {
  // By hand: of the 17 the mean is 53.5, and the last eight are below it. The nine before have a mean of 61.3, those
  // eight one of 44.75. The nine's ranges are 4, 13, 5, 7, 4, 6, 4, 6: mean 6.125, one sigma 5.4; 61.3 − 44.75 = 16.6.
  it('begin with the first quarter of the step, as worked by hand', () => {
    expect(findSteps(FALLING, RARE_BELOW)).toEqual([]);
    const { limits, levels, causes, variation } = charted([...FALLING, 40]);
    expect(levels.map(({ from }) => from)).toEqual([0, 9]);
    expect(levels[0]?.limits.mean).toBeCloseTo(552 / 9, 9);
    expect(limits.mean).toBeCloseTo(44.75, 9);
    expect(limits.upper - limits.mean).toBeCloseTo(2.66 * (18 / 7), 9);
    // 52 stands 7.25 above the new mean, and 2.66 × 18/7 is 6.84: the first quarter was still on its way down.
    expect(causes.at(9)?.rule).toBe('outside limits');
    // 39 and 40 are 5.75 and 4.75 below it, further than two thirds of 6.84: the new level still falls.
    expect(causes.at(-1)).toEqual({ rule: 'two of three', towards: 'low' });
    expect(variation).toBe('improving');
  });

  it.each([
    ['down', [...HIGH, ...LOW], [10]],
    ['up', [...LOW, ...HIGH], [8]],
    ['down and up again', [...HIGH, ...LOW, ...HIGH], [10, 18]],
    ['down twice', [...HIGH, ...LOW, ...repeat(9, 5), 8, 10, 9], [10, 18]],
  ])('begin anew at every step: %s', (_, counts, steps) => {
    expect(findSteps(counts, RARE_BELOW)).toEqual(steps);
    expect(charted(counts).causes.at(-1)).toBeNull();
  });

  it('still find a quarter that leaves the new level, which the old limits would have held', () => {
    const counts = [...HIGH, ...LOW, 34];
    expect(charted(counts).causes.at(-1)).toEqual({ rule: 'outside limits', towards: 'high' });
    expect(countLimits(counts).upper).toBeGreaterThan(34);
  });

  it.each([
    ['seven quarters, which are a shift and not yet lasting', [...HIGH, ...LOW.slice(1)]],
    ['a step that went back', [...HIGH, ...LOW.slice(1), 41, 40]],
    ['a drift within one sigma', [9, 12, 8, 11, 13, 9, 12, 10, 9, 9, 8, 9, 8, 9, 8, 9]],
    // Means of 20 and 12; ranges of 20, one sigma 17.7, and the root of 20 is 4.5.
    [
      'less than one sigma, where the quarters vary much',
      [10, 30, 10, 30, 10, 30, 10, 30, ...repeat(12, 8)],
    ],
    // Means of 21.625 and 20.5; ranges of 2, 1, 0, 1, 1, 1 and 2, one sigma 1.01, and the root of 21.625 is 4.65.
    [
      'less than chance brings, where the quarters hardly vary',
      [20, 22, 23, 23, 22, 21, 20, 22, 21, 20, 21, 21, 20, 21, 20, 20],
    ],
    // Means of 9.1 and 6; ranges of 6, 6, 0, 0, 0, 0 and 7 and two too wide to keep, one sigma 2.41, and the root of 9.1 is
    // 3.02. But nearly all quarters are 6: two of them moved the mean.
    [
      'two quarters far off, which moved the mean',
      [...[6, 0, 6, 6, 6, 6, 6, 36, 6, 13], ...repeat(6, 10)],
    ],
    // Medians of 20 and 31, but means of 30 and 31; the root of 30 is 5.5.
    ['a middle that moved and hardly a mean', [60, 60, ...repeat(20, 6), ...repeat(31, 8)]],
    // Medians of 20 and 30, but means of 40 and 30; the root of 40 is 6.3.
    ['a middle that moved up and a mean down', [...repeat(20, 6), 100, 100, ...repeat(30, 8)]],
    ['too few quarters before it', [...HIGH.slice(0, 7), ...LOW]],
    ['a new level of too few events for limits', [...HIGH, 1, 2, 1, 0, 2, 1, 1, 2]],
  ])('do not begin anew for %s', (_, counts) => {
    expect(findSteps(counts, RARE_BELOW)).toEqual([]);
  });

  const series = fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 8, maxLength: 50 });

  it('give each level eight quarters or more, and keep a step whatever follows it', () => {
    fc.assert(
      fc.property(
        series,
        fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 10 }),
        (first, later) => {
          const steps = findSteps(first, RARE_BELOW);
          const bounds = [0, ...steps, first.length];
          const lengths = bounds.slice(1).map((end, at) => end - (bounds[at] ?? 0));
          if (steps.length > 0)
            expect(Math.min(...lengths)).toBeGreaterThanOrEqual(LASTING_QUARTERS);
          expect(findSteps([...first, ...later], RARE_BELOW).slice(0, steps.length)).toEqual(steps);
        },
      ),
    );
  });

  it('find every step of double the level where the quarters hardly vary', () => {
    const near = (level: number) =>
      fc.array(fc.integer({ min: level, max: level + 3 }), { minLength: 8, maxLength: 20 });
    fc.assert(
      fc.property(near(20), near(45), fc.boolean(), (low, high, up) => {
        const [first, then] = up ? [low, high] : [high, low];
        expect(findSteps([...first, ...then], RARE_BELOW)[0]).toBe(first.length);
      }),
    );
  });

  it('always have a width, on every level', () => {
    fc.assert(
      fc.property(series, (counts) => {
        const change = changeOverTime(counts, 'lower');
        if ('unsaid' in change) return;
        for (const { limits } of change.levels)
          expect(limits.mean === 0 || limits.upper > limits.mean).toBe(true);
        expect(change.causes).toHaveLength(counts.length);
      }),
    );
  });
});

describe('quarters that are nearly all alike', () => {
  // One quarter of another count moves the mean off all the others, which then lay in a row on one side of it.
  it.each([
    ['one more', [...repeat(10, 12), 11, ...repeat(10, 7)]],
    ['one fewer', [...repeat(20, 10), 19, ...repeat(20, 10)]],
    ['one far off', [...repeat(5, 9), 30, ...repeat(5, 8)]],
  ])('are no shift because one differs: %s', (_, counts) => {
    const { causes } = charted(counts);
    expect(causes.filter((cause) => cause?.rule === 'shift')).toEqual([]);
    expect(causes.at(-1)).toBeNull();
  });

  it('are a shift where seven in a row left the others', () => {
    expect(charted([...repeat(10, 12), ...repeat(12, 7)]).causes.at(-1)).toEqual({
      rule: 'shift',
      towards: 'high',
    });
  });

  it('never have a special cause for a quarter of the count that most have', () => {
    const few = fc.array(fc.tuple(fc.nat(19), fc.integer({ min: 0, max: 40 })), { maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 30 }), few, (usual, others) => {
        const counts = repeat(usual, 20);
        for (const [at, count] of others) counts[at] = count;
        const change = changeOverTime(counts, 'lower');
        if ('unsaid' in change) return;
        const rules = change.causes.flatMap((cause, at) =>
          counts[at] === usual && cause ? [cause.rule] : [],
        );
        expect(rules.filter((rule) => rule === 'shift')).toEqual([]);
      }),
    );
  });

  it('are charted from the fewest quarters on', () => {
    expect(charted(repeat(9, FEWEST_QUARTERS)).levels).toHaveLength(1);
  });
});
