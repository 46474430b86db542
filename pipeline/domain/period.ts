// Dates, quarters and windows. Dates are ISO strings; this module reads no clock and no time zone.

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** A financial quarter: Q1 is April to June. `label` is `2022-23 Q4`, `path` is `2022-23-q4`. */
export interface Quarter {
  readonly label: string;
  readonly path: string;
  readonly starts: Day;
  readonly ends: Day;
}

/** A period of days, both ends included. `id` is its last day, plus its length in months unless that is twelve. */
export interface Window {
  readonly id: string;
  readonly starts: Day;
  readonly ends: Day;
}

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. Throws RangeError for anything that is not a real `YYYY-MM-DD` day. */
export function dayNumber(day: Day): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw new RangeError(`not a day written YYYY-MM-DD: ${day}`);
  return time / MS_PER_DAY;
}

/** The day `count` days after `day` (before it, if negative). */
export function addDays(day: Day, count: number): Day {
  return new Date((dayNumber(day) + count) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The same day `count` months later (earlier, if negative); 31 August plus 6 months is the last day of February. */
export function addMonths(day: Day, count: number): Day {
  dayNumber(day);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + count, Math.min(date, last)));
  return moved.toISOString().slice(0, 10);
}

/** The last day of the month `count` months after the month of `day`. */
export function endOfMonth(day: Day, count = 0): Day {
  return addDays(addMonths(`${day.slice(0, 7)}-01`, count + 1), -1);
}

/** The financial quarter that contains a day. */
export function findQuarter(day: Day): Quarter {
  dayNumber(day);
  const month = Number(day.slice(5, 7));
  const index = Math.floor(((month + 8) % 12) / 3);
  const firstYear = Number(day.slice(0, 4)) - (month < 4 ? 1 : 0);
  const starts = addMonths(`${firstYear}-04-01`, index * 3);
  const label = `${firstYear}-${String((firstYear + 1) % 100).padStart(2, '0')} Q${index + 1}`;
  return {
    label,
    path: label.toLowerCase().replace(' ', '-'),
    starts,
    ends: endOfMonth(starts, 2),
  };
}

/**
 * Parses `2022-23 Q4` or `2022-23-q4`. Returns null for anything else, such as the year `2022-24` or a fifth quarter.
 */
export function parseQuarter(text: string): Quarter | null {
  const match = /^(\d{4})-(\d{2})[ -]q([1-4])$/i.exec(text.trim());
  if (!match) return null;
  const [, year, next, number] = match as unknown as [string, string, string, string];
  if ((Number(year) + 1) % 100 !== Number(next)) return null;
  return findQuarter(addMonths(`${year}-04-01`, (Number(number) - 1) * 3));
}

/** Whether two windows are of the same days: a year and three years that end on one day are not. */
export function isSamePeriod(one: Window, other: Window): boolean {
  return one.starts === other.starts && one.ends === other.ends;
}

/**
 * The window of `months` whole months ending on `ends`, a month's last day: twelve months to 31 March start on 1 April.
 */
export function windowEnding(ends: Day, months: number): Window {
  return { id: ends, starts: addDays(endOfMonth(ends, -months), 1), ends };
}

/** Length of a window in whole months. It starts on a month's first day and ends on a month's last. */
export function countWindowMonths({ starts, ends }: Pick<Window, 'starts' | 'ends'>): number {
  const [start, end] = [starts, ends].map((day) => day.split('-').map(Number)) as [
    number[],
    number[],
  ];
  const [[fromYear = 0, fromMonth = 0], [toYear = 0, toMonth = 0]] = [start, end];
  return (toYear - fromYear) * 12 + toMonth - fromMonth + 1;
}
