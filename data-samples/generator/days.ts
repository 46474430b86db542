// Days → ages, working days and the way an extract writes them.
import { addDays, addMonths, dayNumber, type Day } from '../../pipeline/domain/period.js';
import type { Random } from './random.js';

/** Whole years lived on a day. A child born on 29 February comes of age on the 28th or the 29th, as the year has it. */
export function ageOn(born: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return addMonths(born, years * 12) <= day ? years : years - 1;
}

/** Days from one day to another, negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day itself on a weekday, else the nearest weekday; never Christmas, Boxing or New Year's Day. */
export function workday(day: Day): Day {
  const moved = addDays(day, [1, 0, 0, 0, 0, 0, -1][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 0);
  return /-(12-25|12-26|01-01)$/.test(moved) ? workday(addDays(moved, -2)) : moved;
}

/** A day between two, both included, drawn evenly. */
export function dayWithin(starts: Day, ends: Day, random: Random): Day {
  return addDays(starts, random.whole(0, daysBetween(starts, ends)));
}

/** `2022-03-09` → `09/03/2022`; an unknown day stays blank. */
export function british(day: Day | null): string {
  return day === null ? '' : day.split('-').reverse().join('/');
}

/** The earlier of two days. */
export function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}

/** Whether a day falls in a stretch, both ends included. */
export function within(day: Day, stretch: { readonly starts: Day; readonly ends: Day }): boolean {
  return day >= stretch.starts && day <= stretch.ends;
}
