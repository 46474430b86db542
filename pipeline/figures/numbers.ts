// Numbers → text: rounded, never truncated, and never more precise than the data support.
import type { Unit } from '../domain/value.js';
import { readShown, type ShownResult } from './results.js';
import type { DisclosedCell } from '../disclosure/disclosed.js';

/** How a figure writes its values; the same for all values of one measure, so that they can be compared. */
export interface Precision {
  readonly decimals: number;
  readonly percent: boolean;
  /** Larger values have fewer decimals: one from the first of these, none from the second. */
  readonly tapers?: readonly [number, number];
}

/** One child in this many is a tenth of a percentage point; a smaller base gets whole percentages. */
const MIN_BASE_FOR_DECIMAL = 1000;

/**
 * Counts have no decimals. Percentages have none, or one if every base is 1,000 or more. Rates and means have one, none
 * from 1,000 on; rates have two if all are below 1. Relative rates have two, one from 10, none from 100.
 */
export function choosePrecision(unit: Unit, cells: readonly DisclosedCell[]): Precision {
  const shown = cells.map(readShown).filter((cell) => cell !== null);
  if (unit === 'count') return { decimals: 0, percent: false };
  if (unit === 'proportion')
    return { decimals: allowsDecimalPercent(shown) ? 1 : 0, percent: true };
  if (unit === 'relative rate') return { decimals: 2, percent: false, tapers: [10, 100] };
  const small = shown.length > 0 && shown.every((cell) => (cell.value ?? 0) < 1);
  const decimals = unit !== 'mean' && small ? 2 : 1;
  return { decimals, percent: false, tapers: [1000, 1000] };
}

/** Digits unaffected by floating-point error: without this, 9.2 − 6.65 is 2.549999… and a half rounds down. */
const SIGNIFICANT_DIGITS = 12;

/** A value as printed: `1,234.5`, `63%`. Halves round away from zero. */
export function writeNumber(value: number, precision: Precision): string {
  const { percent } = precision;
  const decimals = chooseDecimals(value, precision);
  const rounded = Number(value.toPrecision(SIGNIFICANT_DIGITS));
  return findFormat(decimals, percent ? 'percent' : 'decimal').format(rounded);
}

/** A cache: creating a format takes a hundred times as long as using it. */
const FORMATS = new Map<string, Intl.NumberFormat>();

function findFormat(decimals: number, style: 'percent' | 'decimal'): Intl.NumberFormat {
  const name = `${style} ${decimals}`;
  const places = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = FORMATS.get(name) ?? new Intl.NumberFormat('en-GB', { ...places, style });
  FORMATS.set(name, format);
  return format;
}

/** A whole number with commas between thousands. */
export function writeCount(count: number): string {
  return writeNumber(count, { decimals: 0, percent: false });
}

function chooseDecimals(value: number, { decimals, tapers }: Precision): number {
  const size = Math.abs(value);
  if (!tapers || size < tapers[0]) return decimals;
  return size < tapers[1] ? 1 : 0;
}

function allowsDecimalPercent(cells: readonly ShownResult[]): boolean {
  return cells.length > 0 && cells.every((cell) => (cell.denominator ?? 0) >= MIN_BASE_FOR_DECIMAL);
}
