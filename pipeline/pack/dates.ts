// ISO days, counts and shares → text for readers, in either language.
import type { Day } from '../domain/period.js';
import type { Language } from '../domain/language.js';

const LOCALE = { en: 'en-GB', cy: 'cy' } as const;

/** `31 March 2023`, `31 Mawrth 2023`. */
export function formatDay(day: Day, language: Language): string {
  return formatDate(day, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `31 Mar 2023`, `31 Maw 2023`: for tables. */
export function formatShortDay(day: Day, language: Language): string {
  return formatDate(day, language, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** One month of a range such as `January to March 2023`, with or without its year. */
export function formatMonth(day: Day, language: Language, withYear: boolean): string {
  return formatDate(
    day,
    language,
    withYear ? { month: 'long', year: 'numeric' } : { month: 'long' },
  );
}

/** A count with commas between thousands. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat('en-GB').format(count);
}

/** A share from 0 to 1 as a whole percentage. Only exact 0 and 1 are written as 0% and 100%. */
export function formatShare(share: number): string {
  // 57 of 200 is 28.499999… once multiplied, and still a half.
  const percent = Math.round(Number((share * 100).toPrecision(12)));
  if (share > 0 && percent === 0) return '<1%';
  if (share < 1 && percent === 100) return '>99%';
  return `${percent}%`;
}

function formatDate(day: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: 'UTC' }).format(date);
}
