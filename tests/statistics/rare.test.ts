// Days between rare events: limits by the geometric distribution, added up by hand.
import { describe, expect, it } from 'vitest';
import { chartTimeBetweenEvents } from '../../pipeline/statistics/rare.js';

const DAYS = [40, 130, 12, 95, 260, 33, 71, 150, 5, 88];
const charted = (days: readonly number[], since = 10, better: 'lower' | 'higher' = 'lower') => {
  const change = chartTimeBetweenEvents(days, since, better);
  if ('unsaid' in change) throw new Error(change.unsaid);
  return change;
};

/** P(at least so many days without an event), one day after another. */
function chanceOfNone(days: number, chance: number): number {
  let left = 1;
  for (let day = 0; day < days; day += 1) left *= 1 - chance;
  return left;
}

describe('a chart of time between rare events', () => {
  it('has half of all gaps beyond its median, and 1 in 740 at its limit', () => {
    const { median, upper } = charted(DAYS);
    const total = DAYS.reduce((sum, each) => sum + each, 0);
    const chance = 1 / (total / DAYS.length + 1);
    expect(chanceOfNone(Math.floor(median), chance)).toBeGreaterThanOrEqual(0.5);
    expect(chanceOfNone(Math.ceil(median), chance)).toBeLessThanOrEqual(0.5);
    expect(chanceOfNone(Math.floor(upper), chance)).toBeGreaterThanOrEqual(0.00135);
    expect(chanceOfNone(Math.ceil(upper), chance)).toBeLessThanOrEqual(0.00135);
  });

  it('reports common cause if short and long gaps alternate', () => {
    expect(charted(DAYS)).toMatchObject({ variation: 'common cause', trial: true });
  });

  it('reports days without an event as special only beyond the limit', () => {
    const { upper } = charted(DAYS);
    expect(charted(DAYS, Math.floor(upper)).variation).toBe('common cause');
    expect(charted(DAYS, Math.ceil(upper)).variation).toBe('improving');
    expect(charted(DAYS, Math.ceil(upper), 'higher').variation).toBe('concerning');
  });

  it('never reports a short gap as special before it has ended', () => {
    expect(charted(DAYS, 0).causes.at(-1)).toBeNull();
  });

  it('reports seven short gaps in a row as a shift towards more events', () => {
    const often = [300, 280, 310, 9, 4, 12, 7, 3, 8, 6];
    const change = charted(often);
    expect(change.causes.slice(3, 10)).toEqual(
      Array.from({ length: 7 }, () => ({ rule: 'shift', towards: 'high' })),
    );
    expect(change.variation).toBe('concerning');
  });

  it('reports a gap with a probability of 1 in 740 or less as special, if events are that rare', () => {
    const rare = [3000, 2500, 3600, 2900, 3100, 2800, 3300, 0];
    expect(charted(rare).causes[7]).toEqual({ rule: 'outside limits', towards: 'high' });
  });

  it('draws no chart for fewer than 8 gaps, or if all events are on one day', () => {
    expect(chartTimeBetweenEvents([], 0, 'lower')).toEqual({ unsaid: 'too short' });
    expect(chartTimeBetweenEvents(DAYS.slice(0, 7), 0, 'lower')).toEqual({ unsaid: 'too short' });
    expect(chartTimeBetweenEvents(Array<number>(9).fill(0), 5, 'lower')).toEqual({
      unsaid: 'too short',
    });
    expect(() => chartTimeBetweenEvents([-1, ...DAYS], 0, 'lower')).toThrow(RangeError);
  });
});
