// The text of a date in any of the forms that systems write → the day it means, and its form.
import { dayNumber, type Day } from '../domain/period.js';
import { CellError, type CellForm, type CellReader, type DateRefusal } from './parsed-cell.js';

/** A day read from a text, with the form to report if it is not `DD/MM/YYYY` or `YYYY-MM-DD`. */
export interface WrittenDay {
  readonly day: Day;
  readonly form: Extract<CellForm, 'time-dropped' | 'date-form'> | null;
}

/**
 * Reads a date: day first with `/`, `-` or `.`, year first with `-`, eight digits with the year first, or with the name of
 * its month in English or Welsh; with or without a time and an offset. The time is dropped. A year has four digits.
 */
export function readWrittenDay(text: string): WrittenDay | DateRefusal {
  const usual = USUAL.exec(text);
  if (usual) return acceptDay(usual[3] ?? usual[4], usual[2] ?? usual[5], usual[1] ?? usual[6]);
  const timed = TIMED.exec(text)?.groups;
  const parts = readParts(timed?.['date'] ?? text);
  if (parts === null) return 'bad-date';
  const found = acceptDay(parts.year, parts.month, parts.date, parts.form);
  return timed === undefined || typeof found === 'string' ? found : dropTime(found, timed);
}

/**
 * Creates the parser of a year that spans two, `2022/23`, `2022-2023` or `202223`, into one day of the first or the last.
 */
export function createYearReader({
  of,
  day,
}: {
  readonly of: 'first' | 'last';
  readonly day: string;
}): CellReader {
  return (text) => {
    const [, first = '', last = ''] = /^(\d{4}) ?[-/]? ?((?:\d\d)?\d\d)$/.exec(text) ?? [];
    const next = String(Number(first) + 1);
    if (last === '' || !next.endsWith(last)) return new CellError('bad-date');
    return `${of === 'first' ? first : next}-${day}`;
  };
}

type TimeGroups = Readonly<Record<string, string | undefined>>;

/** The day of a date with a time. Midnight without an unusual date is the usual form of many systems. */
function dropTime(found: WrittenDay, groups: TimeGroups): WrittenDay | DateRefusal {
  const minutes = readMinutes(groups);
  if (minutes === null) return 'bad-date';
  const { zone, seconds = '' } = groups;
  if (zone !== undefined && !staysOnDay(found.day, minutes, zone)) return 'time-zone';
  return minutes === 0 && !/[1-9]/.test(seconds) ? found : { ...found, form: 'time-dropped' };
}

/** The two usual forms, which need no report. */
const USUAL = /^(?:(\d{1,2})\/(\d{1,2})\/(\d{4})|(\d{4})-(\d{2})-(\d{2}))$/;

/** A date, then a time with or without seconds, half of the day and offset. */
const TIMED =
  /^(?<date>.*\d)(?:T|,? +)(?<hour>\d{1,2}):(?<minute>\d{2})(?<seconds>:\d{2}(?:[.,]\d{1,9})?)? ?(?<half>[ap]\.?m\.?)?(?: ?(?<zone>Z|UTC|GMT|BST|[+-]\d{2}(?::?\d{2})?))?$/i;

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly date: string;
  readonly form: WrittenDay['form'];
}

function readParts(text: string): DateParts | null {
  const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (numeric) {
    const [, date = '', separator, month = '', year = ''] = numeric;
    return { year, month, date, form: separator === '/' ? null : 'date-form' };
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return { year: iso[1] ?? '', month: iso[2] ?? '', date: iso[3] ?? '', form: null };
  const other = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})\/(\d{2})\/(\d{2})$/.exec(text);
  if (other)
    return { year: other[1] ?? '', month: other[2] ?? '', date: other[3] ?? '', form: 'date-form' };
  return readNamedMonth(text);
}

/** Day, name of the month and year, with spaces, dashes or slashes: `01-Apr-2022`, `1af Ebrill 2022`, `April 1, 2022`. */
const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|af|ail|il|ydd|fed|eg|ain)?[ /.-]+(\p{L}{3,10})\.?,?[ /.-]+(\d{4})$/iu;
const MONTH_FIRST = /^(\p{L}{3,10})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/iu;
const YEAR_FIRST = /^(\d{4})[ /-](\p{L}{3,10})[ /-](\d{1,2})$/u;

function readNamedMonth(text: string): DateParts | null {
  const dayFirst = DAY_FIRST.exec(text);
  const monthFirst = dayFirst ? null : MONTH_FIRST.exec(text);
  const yearFirst = dayFirst || monthFirst ? null : YEAR_FIRST.exec(text);
  const [date, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3]]
      : [yearFirst?.[3], yearFirst?.[2], yearFirst?.[1]];
  const month = MONTHS.get((name ?? '').toLowerCase());
  if (!date || !year || month === undefined) return null;
  return { year, month: String(month), date, form: 'date-form' };
}

/** Each month's name and usual short names, in English and then in Welsh. No short name stands for two months. */
const MONTH_NAMES = [
  'january jan ionawr ion',
  'february feb chwefror chwef chw',
  'march mar mawrth maw',
  'april apr ebrill ebr',
  'may mai',
  'june jun mehefin meh',
  'july jul gorffennaf gorff gor',
  'august aug awst',
  'september sept sep medi med',
  'october oct hydref hyd',
  'november nov tachwedd tach tac',
  'december dec rhagfyr rhag rha',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

function acceptDay(
  year = '',
  month = '',
  date = '',
  form: WrittenDay['form'] = null,
): WrittenDay | DateRefusal {
  const day = buildDay(year, month, date);
  if (day !== null) return { day, form };
  return Number(month) > 12 && buildDay(year, date, month) !== null ? 'american-date' : 'bad-date';
}

/** The day, or null if there is none. */
function buildDay(year: string, month: string, date: string): Day | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  try {
    dayNumber(day);
    return day;
  } catch {
    return null;
  }
}

/** Minutes after midnight, null for a time that does not exist. */
function readMinutes(groups: TimeGroups): number | null {
  const [hour, minute] = [Number(groups['hour']), Number(groups['minute'])];
  const half = groups['half']?.[0]?.toLowerCase();
  if (minute > 59 || Number(groups['seconds']?.slice(1, 3) ?? 0) > 59) return null;
  if (half === undefined) return hour > 23 ? null : 60 * hour + minute;
  if (hour < 1 || hour > 12) return null;
  return 60 * ((hour % 12) + (half === 'p' ? 12 : 0)) + minute;
}

let london: Intl.DateTimeFormat | null = null;

/** Made when it is first needed, because few files have offsets. */
function formatLondonDay(instant: number): Day {
  london ??= new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
  return london.format(instant);
}

/** Whether a time with an offset is in the United Kingdom on the day that is written. */
function staysOnDay(day: Day, minutes: number, zone: string): boolean {
  if (/^(GMT|BST)$/i.test(zone)) return true;
  const [, sign = '+', hours = '0', more = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (60 * Number(hours) + Number(more));
  const instant = Date.parse(`${day}T00:00:00Z`) + (minutes - offset) * 60_000;
  return formatLondonDay(instant) === day;
}
