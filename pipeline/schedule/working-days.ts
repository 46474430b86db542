// The bank holidays of England and Wales → which days are working days, and the nth working day after a day.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { addDays, dayNumber, type Day } from '../domain/period.js';
import { ProblemError, type Problem } from '../domain/problem.js';

/** The known bank holidays, and their file. */
export interface BankHolidays {
  readonly file: string;
  readonly days: ReadonlySet<Day>;
  /** Years whose holidays are complete. */
  readonly years: ReadonlySet<string>;
}

/** Every year has at least these: New Year, Good Friday, Easter Monday, two in May, August, Christmas, Boxing Day. */
const MIN_PER_YEAR = 8;

/**
 * Reads `queries/reference/bank_holidays.csv`. Throws `Stopped` for a file that cannot be read and for an invalid day.
 */
export function readBankHolidays(file: string): BankHolidays {
  const days = new Set(readLines(file).map((line, at) => parseHoliday(line, file, at + 2)));
  const counts = new Map<string, number>();
  for (const day of days) {
    const year = day.slice(0, 4);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const whole = [...counts].filter(([, count]) => count >= MIN_PER_YEAR).map(([year]) => year);
  return { file, days, years: new Set(whole) };
}

/**
 * Whether a day is neither at the weekend nor a bank holiday. Throws `Stopped` for a year whose holidays are not known.
 */
export function isWorkingDay(day: Day, holidays: BankHolidays): boolean {
  // 1 January 1970 was a Thursday.
  const weekday = (((dayNumber(day) + 3) % 7) + 7) % 7;
  if (weekday > 4) return false;
  if (!holidays.years.has(day.slice(0, 4))) throw createUnknownYearError(day.slice(0, 4), holidays);
  return !holidays.days.has(day);
}

/**
 * Finds the `count`th working day after a day; the first is the next working day. Throws `Stopped` as `isWorkingDay`
 * does.
 */
export function findWorkingDay(day: Day, count: number, holidays: BankHolidays): Day {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`no such working day: ${count}`);
  let at = day;
  for (let remaining = count; remaining > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(at, holidays)) remaining -= 1;
  }
  return at;
}

function readLines(file: string): Record<string, string>[] {
  try {
    const options = { header: true, skipEmptyLines: true } as const;
    return Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), options).data;
  } catch {
    throw createHolidayError('no-bank-holidays', 'unreadable', file);
  }
}

function parseHoliday(line: Record<string, string>, file: string, number: number): Day {
  const day = line['day'] ?? '';
  try {
    dayNumber(day);
    return day;
  } catch {
    throw createHolidayError('bad-bank-holiday', 'day', file, { line: number });
  }
}

function createUnknownYearError(year: string, { file }: BankHolidays): ProblemError {
  return createHolidayError('no-bank-holidays', 'year', file, { facts: { year } });
}

function createHolidayError(
  code: 'no-bank-holidays' | 'bad-bank-holiday',
  variant: 'unreadable' | 'year' | 'day',
  file: string,
  details: Partial<Pick<Problem, 'line' | 'facts'>> = {},
): ProblemError {
  return new ProblemError([{ kind: 'declaration', code, variant, file, ...details }]);
}
