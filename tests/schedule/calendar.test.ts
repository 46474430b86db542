// London's clock on every kind of day, the quarters, and working days.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { addDays, findQuarter } from '../../pipeline/domain/period.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { projectFolder } from '../../pipeline/config/project.js';
import { parseTime, londonDay, londonTime, MINUTE } from '../../pipeline/schedule/london.js';
import {
  isWorkingDay,
  readBankHolidays,
  findWorkingDay,
} from '../../pipeline/schedule/working-days.js';
import { emptyFolder } from '../deliveries/folder.js';
import { readProblem } from '../problems/words.js';

function vectors(name: string): Record<string, string>[] {
  const text = readFileSync(join(import.meta.dirname, 'vectors', name), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

const DAILY = vectors('europe_london_daily_job.csv');
const QUARTERS = vectors('financial_quarters.csv');
const HOLIDAYS = readBankHolidays(join(projectFolder(), 'queries/reference/bank_holidays.csv'));

let passed = 0;
afterAll(() => {
  const all = DAILY.length + QUARTERS.length;
  process.stdout.write(`calendar: ${passed} of ${all} days and quarters as they should be\n`);
});

describe('a daily job in London', () => {
  it('has vectors for times that occur once, never and twice in a day', () => {
    expect(new Set(DAILY.map((row) => row['local_time_exists']))).toEqual(new Set(['0', '1']));
    expect(new Set(DAILY.map((row) => row['local_time_occurs_twice']))).toEqual(
      new Set(['0', '1']),
    );
  });

  it.each(DAILY)('at $local_time_of_daily_job runs exactly once', (row) => {
    const [day = '', time = ''] = (row['local_time_of_daily_job'] ?? '').split('T');
    const instant = parseTime(day, time);
    if (row['utc_instant_first']) expect(instant).toBe(Date.parse(row['utc_instant_first']));
    else expect(londonTime(instant)).toBe(`02${time.slice(2)}`);
    const minutes = [...Array(49 * 60).keys()].map(
      (minute) => Date.parse(`${addDays(day, -1)}T23:30Z`) + minute * MINUTE,
    );
    const runs = minutes.filter((at) => londonDay(at) === day && at === parseTime(day, time));
    expect(runs).toHaveLength(Number(row['expected_runs_that_day']));
    passed += 1;
  });

  it('runs on its own day and after the previous run, at any time of day', () => {
    const day = fc.integer({ min: 3_000, max: 40_000 }).map((at) => addDays('1970-01-01', at));
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((both) => both.map((each) => String(each).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(day, time, (on, at) => {
        const instant = parseTime(on, at);
        expect(londonDay(instant)).toBe(on);
        const hours = (instant - parseTime(addDays(on, -1), at)) / (60 * MINUTE);
        expect([23, 24, 25]).toContain(hours);
      }),
    );
  });

  it.each(['24:00', '2:00', '02:60', ''])('refuses %j as a time', (time) => {
    expect(() => parseTime('2026-01-01', time)).toThrow(RangeError);
  });
});

describe('finding the quarter of a day', () => {
  it.each(QUARTERS)('$date', (row) => {
    expect(findQuarter(row['date'] ?? '').label).toBe(row['financial_quarter']);
    passed += 1;
  });
});

describe('working days', () => {
  it.each([
    // Counted on a calendar and gov.uk/bank-holidays.
    ['2024-03-31', 10, '2024-04-15', 'Easter Monday on 1 April'],
    ['2025-12-31', 10, '2026-01-15', 'New Year'],
    ['2022-06-30', 10, '2022-07-14', 'no bank holiday'],
    ['2022-09-16', 1, '2022-09-20', 'the State Funeral'],
    ['2025-12-24', 1, '2025-12-29', 'Christmas, Boxing Day and a weekend'],
  ])('after %s, working day %i is %s: %s', (day, count, expected) => {
    expect(findWorkingDay(day, count, HOLIDAYS)).toBe(expected);
  });

  it('exclude bank holidays, and are five in an ordinary week', () => {
    for (const day of HOLIDAYS.days) expect(isWorkingDay(day, HOLIDAYS)).toBe(false);
    const week = [...Array(7).keys()].map((at) => addDays('2026-03-02', at));
    expect(week.map((day) => isWorkingDay(day, HOLIDAYS))).toEqual([
      ...Array<boolean>(5).fill(true),
      false,
      false,
    ]);
  });

  it('are known for complete years, and other years are refused by name', () => {
    expect([...HOLIDAYS.years].sort()).toEqual([...Array(17).keys()].map((at) => `${2012 + at}`));
    try {
      findWorkingDay('2028-12-20', 10, HOLIDAYS);
      expect.unreachable();
    } catch (error) {
      expect((error as ProblemError).problems).toMatchObject([{ code: 'no-bank-holidays' }]);
      expect(readProblem((error as ProblemError).problems[0])?.what).toContain('2029');
    }
  });

  it('are refused for an incomplete year, and for a file without valid days', () => {
    const file = join(emptyFolder(), 'bank_holidays.csv');
    writeFileSync(file, 'day,name\n2030-01-01,New Year’s Day\n');
    expect(() => isWorkingDay('2030-01-02', readBankHolidays(file))).toThrow(/2030/);
    writeFileSync(file, 'day,name\n2030-02-30,Nobody’s Day\n');
    expect(() => readBankHolidays(file)).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ code: 'bad-bank-holiday', variant: 'day', line: 2 })],
      }),
    );
    expect(() => readBankHolidays(join(file, 'not'))).toThrow(ProblemError);
  });
});
