// A declared change of definition: which windows it parts, on the day itself and on the days beside it.
import { describe, expect, it } from 'vitest';
import {
  findSeriesBreak,
  findDefinitionChanges,
  countEarlierWindows,
  findNewestChange,
  type DefinitionChange,
} from '../../pipeline/domain/changes.js';
import { windowEnding } from '../../pipeline/domain/period.js';

const SHORT = { en: 'new', cy: 'newydd' };
const on = (from: string, of: DefinitionChange['of'] = 'ours'): DefinitionChange => ({
  from,
  of,
  short: SHORT,
  what: SHORT,
  confirmed: true,
});
const YEAR = windowEnding('2023-03-31', 12);
const BEFORE = windowEnding('2022-03-31', 12);
const quarters = ['2022-06-30', '2022-09-30', '2022-12-31', '2023-03-31'].map((ends) =>
  windowEnding(ends, 3),
);

describe('a change of definition', () => {
  it.each([
    ['2021-04-01', false],
    ['2021-04-02', true],
    ['2022-04-01', true],
    ['2023-03-31', true],
    ['2023-04-01', false],
  ])('on %s breaks the series between two years, or within one of them: %s', (from, parts) => {
    const changing = { changes: [on(from)] };
    expect(findSeriesBreak(changing, BEFORE, YEAR) !== null).toBe(parts);
    expect(findSeriesBreak(changing, YEAR, BEFORE) !== null).toBe(parts);
  });

  it('of published figures does not break our own series', () => {
    expect(findSeriesBreak({ changes: [on('2022-04-01', 'published')] }, BEFORE, YEAR)).toBeNull();
    expect(findDefinitionChanges({ changes: [on('2022-04-01', 'published')] }, YEAR)).toEqual([]);
  });

  it.each([
    ['2022-07-01', 1],
    ['2022-07-02', 2],
    ['2023-03-31', 4],
    ['2022-04-01', 0],
    ['2023-04-01', 0],
  ])(
    'on %s has %i quarters starting before it, including a quarter that contains it',
    (from, count) => {
      expect(countEarlierWindows({ changes: [on(from)] }, quarters)).toBe(count);
    },
  );

  it('is the newest one if several are declared, and null if none is', () => {
    const several = { changes: [on('2023-01-01'), on('2022-07-01')] };
    expect(findNewestChange(several, quarters)?.from).toBe('2023-01-01');
    expect([
      findNewestChange({}, quarters),
      countEarlierWindows({}, quarters),
      findNewestChange(several, []),
    ]).toEqual([null, 0, null]);
  });
});
