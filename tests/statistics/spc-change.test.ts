// Counts of quarters → a chart by the NHS rules, or why there is none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOverTime } from '../../pipeline/statistics/spc.js';

const STEADY = [9, 11, 10, 12, 8, 10, 11, 9, 10, 12, 9, 11];
const charted = (counts: readonly number[], better: 'lower' | 'higher' | 'neither' = 'lower') => {
  const change = changeOverTime(counts, better);
  if ('unsaid' in change) throw new Error(change.unsaid);
  return change;
};

describe('change over time', () => {
  it('reports common cause for a steady series', () => {
    expect(charted(STEADY)).toMatchObject({ variation: 'common cause', trial: true });
  });

  it('signs the newest point by the direction of improvement', () => {
    const high = [...STEADY, 30];
    const low = [...STEADY, 0];
    expect(charted(high, 'lower').variation).toBe('concerning');
    expect(charted(high, 'higher').variation).toBe('improving');
    expect(charted(low, 'lower').variation).toBe('improving');
    expect(charted(low, 'higher').variation).toBe('concerning');
    expect(charted(high, 'neither').variation).toBe('neither');
  });

  it('ignores an old special cause: the sign is of the newest point', () => {
    const change = charted([...STEADY, 30, ...STEADY]);
    expect(change.causes[12]).toEqual({ rule: 'outside limits', towards: 'high' });
    expect(change.variation).toBe('common cause');
  });

  it('marks limits as provisional below 20 quarters', () => {
    const counts = [...STEADY, ...STEADY];
    expect(charted(counts.slice(0, 19)).trial).toBe(true);
    expect(charted(counts.slice(0, 20)).trial).toBe(false);
  });

  it('draws no chart for fewer than 8 quarters, zeros, or very few events', () => {
    expect(changeOverTime([], 'lower')).toEqual({ unsaid: 'too short' });
    expect(changeOverTime([7], 'lower')).toEqual({ unsaid: 'too short' });
    expect(changeOverTime(STEADY.slice(0, 7), 'lower')).toEqual({ unsaid: 'too short' });
    expect(changeOverTime(Array<number>(20).fill(0), 'lower')).toEqual({ unsaid: 'too rare' });
    expect(changeOverTime([3, 4, 4, 4, 4, 4, 4, 4], 'lower')).toEqual({ unsaid: 'too rare' });
    expect(charted([4, 4, 4, 4, 4, 4, 4, 4]).variation).toBe('common cause');
  });

  // One more or one fewer than ten, after quarters that are all alike, was outside limits without width.
  it.each([
    ['one more', [...Array<number>(12).fill(10), 11]],
    ['one fewer', [...Array<number>(12).fill(10), 9, 10, 10]],
    ['two steps of one', [6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 6, 6, 6]],
    ['no difference', Array<number>(9).fill(5)],
  ])('gives limits a width where nearly all quarters are alike: %s', (_, counts) => {
    const { limits, causes } = charted(counts);
    const sigma = Math.sqrt(counts.reduce((sum, each) => sum + each, 0) / counts.length);
    expect(limits.upper - limits.mean).toBeCloseTo(3 * sigma, 9);
    expect(limits.mean - limits.lower).toBeCloseTo(3 * sigma, 9);
    expect(causes.filter((cause) => cause?.rule === 'outside limits')).toEqual([]);
  });

  it('still finds a count far from quarters that are all alike', () => {
    expect(charted([...Array<number>(12).fill(10), 30]).causes[12]?.rule).toBe('outside limits');
  });

  it('tolerates one huge count: it is outside the limits, and its neighbours are not', () => {
    const { causes, limits } = charted([...STEADY, 1_000_000, ...STEADY]);
    expect(causes[12]?.rule).toBe('outside limits');
    expect(Number.isFinite(limits.upper)).toBe(true);
  });

  it('is symmetric: mirrored counts break the same rules on the other side', () => {
    const counts = fc.array(fc.integer({ min: 20, max: 60 }), { minLength: 8, maxLength: 20 });
    fc.assert(
      fc.property(counts, (series) => {
        const mirrored = charted(series.map((count) => 80 - count));
        charted(series).causes.forEach((cause, at) => {
          const other = mirrored.causes[at];
          expect(other?.rule).toBe(cause?.rule);
          if (cause) expect(other?.towards).not.toBe(cause.towards);
        });
      }),
    );
  });
});
