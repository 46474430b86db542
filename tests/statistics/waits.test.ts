// Waits → the median with its order-statistic interval, by published ranks; pairs against chance, by hand-worked tables.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedOverlap, buildOverlap } from '../../pipeline/statistics/overlap.js';
import { buildServicePathways } from '../../pipeline/statistics/services.js';
import { medianRank, summariseWaits } from '../../pipeline/statistics/waits.js';
import type { Count } from '../../pipeline/measures/count.js';

const WINDOW = { id: '2023-03-31', starts: '2022-04-01', ends: '2023-03-31' };
const BEFORE = { id: '2022-03-31', starts: '2021-04-01', ends: '2022-03-31' };
const count = (
  breakdown: string,
  group: string,
  numerator: number,
  of: number | null = null,
): Count => ({
  windowId: WINDOW.id,
  breakdown,
  group,
  numerator,
  denominator: of,
});

describe('the interval of a median', () => {
  // The ranks that the binomial distribution gives for 95%, as tables of exact confidence limits for the median print them.
  it.each([
    [5, null],
    [6, 1],
    [8, 1],
    [9, 2],
    [11, 2],
    [12, 3],
    [15, 4],
    [17, 5],
    [20, 6],
    [25, 8],
    [30, 10],
    [40, 14],
    [50, 18],
    [100, 40],
  ])('of %i waits uses rank %s from either end', (waits, rank) => {
    expect(medianRank(waits)).toBe(rank);
  });

  it('matches eleven waits worked by hand', () => {
    const days = [3, 5, 8, 8, 12, 14, 19, 21, 30, 45, 90].map((each) => ({ days: each, count: 1 }));
    expect(summariseWaits(days)).toEqual({
      count: 11,
      median: 14,
      lower: 5,
      upper: 45,
      quarter: 8,
      threeQuarters: 30,
    });
  });

  it('averages two waits for an even number, and has no interval for five or fewer', () => {
    const four = [1, 2, 4, 10].map((days) => ({ days, count: 1 }));
    expect(summariseWaits(four)).toEqual({
      count: 4,
      median: 3,
      lower: null,
      upper: null,
      quarter: 1.5,
      threeQuarters: 7,
    });
    expect(summariseWaits([])).toBeNull();
    expect(() => summariseWaits([{ days: -1, count: 1 }])).toThrow(RangeError);
  });

  it('contains its median, for any waits in any order', () => {
    const length = fc.record({ days: fc.nat(400), count: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(length, { minLength: 1, maxLength: 40 }), (lengths) => {
        const waits = summariseWaits(lengths);
        expect(summariseWaits([...lengths].reverse())).toEqual(waits);
        if (waits === null) throw new Error('nobody waited');
        const { lower, quarter, median, threeQuarters, upper } = waits;
        expect(quarter <= median && median <= threeQuarters).toBe(true);
        if (lower !== null && upper !== null) expect(lower <= median && median <= upper).toBe(true);
      }),
    );
  });
});

describe('the overlap of two needs', () => {
  it('matches Fisher’s tea-tasting table, whose p is 0.4857', () => {
    const { expected, lower, upper, p } = expectedOverlap({
      lookedFor: 8,
      first: 4,
      second: 4,
      both: 3,
    });
    expect([expected, lower, upper]).toEqual([2, 1, 3]);
    expect(p).toBeCloseTo(34 / 70, 12);
  });

  it('refuses more children with both than with either, and adjusts for all pairs', () => {
    expect(() => expectedOverlap({ lookedFor: 5, first: 2, second: 2, both: 3 })).toThrow(
      RangeError,
    );
    const pair = (name: string, both: number, first: number, second: number): Count[] => [
      count('pair', name, both, 40),
      count('pair_first', name, first, 40),
      count('pair_second', name, second, 40),
    ];
    const overlap = buildOverlap('m', WINDOW, [
      count('held', '0', 3),
      count('held', '2', 37),
      ...pair('A + B', 20, 20, 20),
      ...pair('A + C', 0, 20, 20),
      ...pair('B + C', 10, 20, 20),
      ...pair('C + D', 2, 20, 4),
    ]);
    expect(overlap?.held).toEqual([
      { needs: 0, children: 3 },
      { needs: 1, children: 0 },
      { needs: 2, children: 37 },
    ]);
    expect(overlap?.pairs.map(({ first, second, says }) => `${first}${second} ${says}`)).toEqual([
      'AB together',
      'AC apart',
      'BC unclear',
      'CD few',
    ]);
  });
});

describe('service pathways', () => {
  it('list steps and waits, most needed first, with the year before', () => {
    const counts = [
      count('step_needed', 'Small', 2),
      count('step_needed', 'Large', 9),
      count('step_referred', 'Large', 7),
      count('step_offered', 'Large', 5),
      count('step_attended', 'Large', 5),
      count('days_waited/Large', '4', 3),
      { ...count('days_waited/Large', '9', 1), windowId: BEFORE.id },
    ];
    const found = buildServicePathways('m', WINDOW, BEFORE, counts);
    expect(found?.services.map(({ service }) => service)).toEqual(['Large', 'Small']);
    expect(found?.services[0]?.steps).toEqual({
      needed: 9,
      referred: 7,
      offered: 5,
      attended: 5,
      completed: 0,
    });
    expect(found?.services[0]?.waits?.median).toBe(4);
    expect(found?.services[0]?.waitsBefore?.median).toBe(9);
    expect(buildServicePathways('m', WINDOW, BEFORE, [])).toBeNull();
  });

  it('refuse a step that more children reached than the previous one', () => {
    const counts = [count('step_needed', 'A', 2), count('step_referred', 'A', 3)];
    expect(() => buildServicePathways('m', WINDOW, null, counts)).toThrow(TypeError);
  });
});
