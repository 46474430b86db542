// One cell of a workbook → the text that a CSV export of it would hold.
import { SSF, type CellObject } from '@e965/xlsx';
import { addDays, type Day } from '../domain/period.js';

const LAST_SERIAL = 2_958_465; // 9999-12-31
const DAYS_BETWEEN_SYSTEMS = 1462;
const SECONDS_OF_DAY = 86_400;
const ERROR = '#ERROR!';
/** The number of the error `#N/A`, which stands for an empty cell. Source: ECMA-376-1, 18.18.11. */
const NOT_AVAILABLE = 42;

/**
 * The text of a cell: text as it is, with line feeds for line breaks; a true date as `YYYY-MM-DD`, with its time if its
 * format shows one other than midnight; a number in full, without exponent, rounding or thousands; a number formatted as
 * `00000`, or in another form with leading zeros, as it is shown; yes/no for a boolean; `#N/A` as it is, any other error as `#ERROR!`. A number formatted as a
 * date that is no day comes out as the number.
 */
export function formatCellText(cell: CellObject, date1904: boolean): string {
  const { v: value } = cell;
  if (typeof value === 'string')
    return value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'number') return '';
  if (cell.t === 'e') return value === NOT_AVAILABLE ? '#N/A' : ERROR;
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  const day = isDateFormat(format) ? serialDay(value, date1904) : null;
  return day === null ? formatNumberCell(value, format) : day + formatTime(value, format);
}

/** The time of a serial number with a space before it; nothing at midnight, or if the format shows no hours. */
function formatTime(serial: number, format: string): string {
  const seconds = Math.round(serial * SECONDS_OF_DAY) % SECONDS_OF_DAY;
  if (seconds === 0 || !/h/i.test(removeLiterals(format))) return '';
  return ` ${new Date(seconds * 1000).toISOString().slice(11, 19)}`;
}

/**
 * The day of a spreadsheet's serial number, null if there is none. The 1900 system counts a 29 February 1900 that
 * never was, as serial 60; the 1904 system counts 1 January 1904 as 0. Source: ECMA-376-1, 18.17.4.1.
 */
export function serialDay(serial: number, date1904: boolean): Day | null {
  // To the second: a moment before midnight by a rounding error of the program that wrote it is midnight.
  const days = Math.floor(Math.round(serial * SECONDS_OF_DAY) / SECONDS_OF_DAY);
  if (days < 0 || days > LAST_SERIAL - (date1904 ? DAYS_BETWEEN_SYSTEMS : 0)) return null;
  if (date1904) return addDays('1904-01-01', days);
  if (days === 0 || days === 60) return null;
  return addDays(days < 60 ? '1899-12-31' : '1899-12-30', days);
}

/** Whether a number is so long that Excel, which keeps 15 digits, has already lost some of it. */
export function hasLostDigits(cell: CellObject): boolean {
  return cell.t === 'n' && typeof cell.v === 'number' && Math.abs(cell.v) >= 1e15;
}

/** Whether a number format shows a day or a year; durations and times of day are numbers. */
function isDateFormat(format: string): boolean {
  return format !== 'General' && /[dy]/i.test(removeLiterals(format));
}

/** A number format without the texts and spaces that it shows as they are. */
function removeLiterals(format: string): string {
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
}

/** The library's own writer of number formats, which it gives no type. */
const formatter = SSF as { format: (format: string, value: number) => string };

/** A format that shows leading zeros, as identifiers have them, with or without other signs: `00000`, `00-00`, `"YP"0000;@`. */
const LEADING_ZEROS = /^[^#.;]*00[^#.;]*(?:;|$)/;

function formatNumberCell(value: number, format: string): string {
  if (LEADING_ZEROS.test(format) && Number.isInteger(value) && value >= 0)
    return formatter.format(format, value);
  return formatPlainNumber(value);
}

function formatPlainNumber(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  if (Number.isInteger(value)) return BigInt(value).toString();
  return value.toFixed(20).replace(/0+$/, '');
}
