// Windows → their names in a language, and month numbers for time axes.
import type { Day, Window } from '../domain/period.js';
import type { FigureWords } from './words.js';

/** `31 March 2023` */
export function nameDay(day: Day, words: FigureWords): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return words.say('window.day', {
    day: String(Number(date)),
    month: words.say(`months.${month}`),
    year,
  });
}

/** `year to 31 March 2023`; `calendar year 2022` if the measure is counted in calendar years. */
export function nameWindow(window: Window, calendar: boolean, words: FigureWords): string {
  if (calendar) return words.say('window.calendar', { year: window.ends.slice(0, 4) });
  return words.say('window.year_to', { day: nameDay(window.ends, words) });
}

/** `Mar 2023`, or `2022` for a calendar year: for axes and the heads of narrow columns. */
export function nameWindowShort(window: Window, calendar: boolean, words: FigureWords): string {
  const year = window.ends.slice(0, 4);
  if (calendar) return year;
  const month = words.say(`months_short.${window.ends.slice(5, 7)}`);
  return words.say('window.short', { month, year });
}

/** Months from the year 0 to the month a day falls in. */
export function countMonths(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
