// A job and an interval → each due time in it, and the period each is about.
import {
  addDays,
  addMonths,
  dayNumber,
  endOfMonth,
  findQuarter,
  type Day,
} from '../domain/period.js';
import { WEEKDAYS, type Job } from './declaration.js';
import { parseTime, londonDay, type Instant } from './london.js';
import { isWorkingDay, findWorkingDay, type BankHolidays } from './working-days.js';

/** One due time of a job. `period` is the day, the month `2026-03` or the quarter `2025-26 Q4` that it is about. */
export interface Occurrence {
  readonly due: Instant;
  readonly period: string;
}

/** The settings that determine when a job is due. */
type Timing = Pick<Job, 'every' | 'on' | 'at'>;

/** No job is due later than this after its period's end: `on` allows 90 days or 60 working days. */
const MAX_WAIT_DAYS = 100;

/**
 * Lists every due time of a job after one instant and up to another, in order. A period is the last that had ended.
 * Throws `Stopped` if a working day is in a year whose bank holidays are not known.
 */
export function listOccurrences(
  job: Timing,
  after: Instant,
  until: Instant,
  holidays: BankHolidays,
): Occurrence[] {
  const found: Occurrence[] = [];
  for (const each of generateOccurrences(job, after, holidays)) {
    if (each.due > until) break;
    found.push(each);
  }
  return found;
}

/** Finds the first due time after an instant. Throws as `listOccurrences` does. */
export function findNextOccurrence(
  job: Timing,
  after: Instant,
  holidays: BankHolidays,
): Occurrence {
  for (const each of generateOccurrences(job, after, holidays)) return each;
  throw new Error('a job always falls due again');
}

/** Finds the last due time up to an instant. Throws as `listOccurrences` does. */
export function findLastOccurrence(
  job: Timing,
  until: Instant,
  holidays: BankHolidays,
): Occurrence | null {
  const earliest = parseTime(addMonths(addDays(londonDay(until), -MAX_WAIT_DAYS), -4), '00:00');
  return listOccurrences(job, earliest, until, holidays).at(-1) ?? null;
}

function* generateOccurrences(
  job: Timing,
  after: Instant,
  holidays: BankHolidays,
): Generator<Occurrence> {
  const first = londonDay(after);
  const days =
    job.every === 'month' || job.every === 'quarter'
      ? generatePeriodDays(job, job.every, first, holidays)
      : generateDays(job.every, first, holidays);
  for (const { day, period } of days) {
    const due = parseTime(day, job.at);
    if (due > after) yield { due, period };
  }
}

function* generateDays(
  every: Exclude<Job['every'], 'month' | 'quarter'>,
  first: Day,
  holidays: BankHolidays,
): Generator<{ day: Day; period: string }> {
  for (let day = first; ; day = addDays(day, 1)) {
    const runs =
      every === 'day' ||
      (every === 'working day' ? isWorkingDay(day, holidays) : nameWeekday(day) === every);
    if (runs) yield { day, period: day };
  }
}

function* generatePeriodDays(
  { on }: Timing,
  every: 'month' | 'quarter',
  first: Day,
  holidays: BankHolidays,
): Generator<{ day: Day; period: string }> {
  const months = every === 'month' ? 1 : 3;
  const start = addDays(first, -MAX_WAIT_DAYS);
  let ends = every === 'month' ? endOfMonth(start) : findQuarter(start).ends;
  for (; ; ends = endOfMonth(ends, months)) {
    const day = findRunDay(ends, on, holidays, first);
    const period = every === 'month' ? ends.slice(0, 7) : findQuarter(ends).label;
    if (day !== null) yield { day, period };
  }
}

/** Null if the day is before `first`. */
function findRunDay(ends: Day, on: Job['on'], holidays: BankHolidays, first: Day): Day | null {
  if (!on) throw new Error('a job of months or quarters says on which day');
  const day = 'day' in on ? addDays(ends, on.day) : findWorkingDay(ends, on.working_day, holidays);
  return day < first ? null : day;
}

function nameWeekday(day: Day): string {
  // 1 January 1970 was a Thursday.
  return WEEKDAYS[(((dayNumber(day) + 3) % 7) + 7) % 7] ?? '';
}
