// Days, quarters and windows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayNumber,
  endOfMonth,
  parseQuarter,
  findQuarter,
  windowEnding,
} from '../../pipeline/domain/period.js';

/** A copy of the project's shared test vectors, `vectors/calendar/financial_quarters.csv`. */
const QUARTERS = Papa.parse<Record<string, string>>(
  readFileSync(join(import.meta.dirname, 'vectors', 'financial_quarters.csv'), 'utf8'),
  { header: true, skipEmptyLines: true },
).data;

const day = fc.integer({ min: -25_567, max: 84_005 }).map((count) => addDays('1970-01-01', count));

describe('quarters', () => {
  it.each(QUARTERS)('$date is in $financial_quarter', (row) => {
    const quarter = findQuarter(row['date'] ?? '');
    expect(quarter).toMatchObject({
      label: row['financial_quarter'],
      starts: row['quarter_start'],
      ends: row['quarter_end'],
    });
    expect(windowEnding(quarter.ends, 12)).toEqual({
      id: row['rolling12_end'],
      starts: row['rolling12_start'],
      ends: row['rolling12_end'],
    });
  });

  it('contain each day exactly once, and parse from both spellings of their label', () => {
    fc.assert(
      fc.property(day, (each) => {
        const quarter = findQuarter(each);
        expect(quarter.starts <= each && each <= quarter.ends).toBe(true);
        expect(parseQuarter(quarter.label)).toEqual(quarter);
        expect(parseQuarter(quarter.path)).toEqual(quarter);
        expect(findQuarter(addDays(quarter.ends, 1)).starts).toBe(addDays(quarter.ends, 1));
      }),
    );
  });

  it('have a correct label at the turn of a century', () => {
    expect(findQuarter('2000-03-31')).toMatchObject({ label: '1999-00 Q4', path: '1999-00-q4' });
    expect(parseQuarter('1999-00 Q4')?.ends).toBe('2000-03-31');
  });

  it.each([
    '2022-23 Q5',
    '2022-23 Q0',
    '2022-24 Q1',
    '2022-23',
    '22-23 Q1',
    '2022/23 Q1',
    '',
    '2022-23  Q1',
  ])('are not parsed from %j', (text) => {
    expect(parseQuarter(text)).toBeNull();
  });
});

describe('days', () => {
  it.each([
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-1-1',
    '01/02/2023',
    '',
    '2023-04-31',
    '2023-02-01T00:00:00Z',
    ' 2023-02-01',
  ])('reject %j as a day', (text) => {
    expect(() => dayNumber(text)).toThrow(RangeError);
    expect(() => addDays(text, 1)).toThrow(RangeError);
    expect(() => addMonths(text, 1)).toThrow(RangeError);
    expect(() => findQuarter(text)).toThrow(RangeError);
  });

  it('convert to a number of days since 1970 and back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (each, count) => {
        expect(dayNumber(addDays(each, count)) - dayNumber(each)).toBe(count);
      }),
    );
  });

  it.each([
    ['2023-08-31', 6, '2024-02-29'],
    ['2022-08-31', 6, '2023-02-28'],
    ['2021-09-30', 18, '2023-03-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', -48, '2020-02-29'],
    ['2023-01-15', -1, '2022-12-15'],
    ['2023-03-31', 0, '2023-03-31'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it.each([
    ['2023-02-10', 0, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-03-31', -12, '2022-03-31'],
    ['2023-12-31', 0, '2023-12-31'],
  ])('the month %s plus %i ends on %s', (from, months, to) => {
    expect(endOfMonth(from, months)).toBe(to);
  });
});

describe('windows', () => {
  it('consist of whole months and follow the window before without sharing a day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 36 }), (each, months) => {
        const window = windowEnding(endOfMonth(each), months);
        const before = windowEnding(addDays(window.starts, -1), months);
        expect(window.starts.slice(8)).toBe('01');
        expect(addMonths(window.starts, months)).toBe(addDays(window.ends, 1));
        expect(addMonths(before.starts, months)).toBe(window.starts);
      }),
    );
  });
});
