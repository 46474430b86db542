// A relative rate and what follows from it → the way a page writes them.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { countWindowMonths } from '../domain/period.js';
import { findReferenceGroup } from '../domain/reference.js';
import type { Estimate } from '../domain/value.js';
import type { Bounds } from '../statistics/bounds.js';
import { choosePrecision, writeCount, writeNumber } from './numbers.js';
import { nameWindowShort } from './periods.js';
import { readShown, type ShownResult } from './results.js';
import type { Comparison } from './relative-comparisons.js';
import { findReferenceCell, type Stage } from './relative-stages.js';
import type { FigureWords } from './words.js';

const RATE = choosePrecision('relative rate', []);
const MONTHS_IN_YEAR = 12;

/** `2.33`, or the word for what stands in its place. */
export function writeRate(cell: DisclosedCell | null, words: FigureWords): string {
  const shown = readShown(cell);
  return shown?.value === null || !shown
    ? writeMissing(cell, words)
    : writeNumber(shown.value, RATE);
}

/**
 * The counts of a comparison without a ratio, as `2 of 6, and none of 20 for White`, by the names of their gaps: the
 * reference group has no event, and nothing is a multiple of none.
 */
export function writeBothCounts(
  { stage, key, cell }: Comparison,
  words: FigureWords,
): Record<'count' | 'base' | 'whole' | 'group' | 'reference', string> {
  const write = (number: number | null | undefined): string =>
    typeof number === 'number' ? writeCount(number) : words.say('cell.none');
  return {
    group: words.group(key.breakdown, key.group),
    reference: words.group(key.breakdown, findReferenceGroup(stage.declaration, key.breakdown)),
    count: write(cell.numerator),
    base: write(cell.denominator),
    whole: write(readShown(findReferenceCell(stage, key))?.denominator),
  };
}

/** `2.33 (0.06–13.7)` or, where the reference group has none and there is no ratio, `2 of 6`. */
export function writeRateOrCount(cell: ShownResult & DisclosedCell, words: FigureWords): string {
  return cell.value === null ? writeCountOfTotal(cell, words) : writeRateAndLimits(cell, words);
}

/** `0.06–13.7`, or nothing where there is no interval. */
export function writeLimits(cell: DisclosedCell | null): string {
  const shown = readShown(cell);
  if (!shown || shown.lower === null || shown.upper === null) return '';
  return `${writeNumber(shown.lower, RATE)}–${writeNumber(shown.upper, RATE)}`;
}

/** `2.33 (0.06–13.7)`, `0 (up to 13.7)` where there was none, or the word for what stands in its place. */
export function writeRateAndLimits(cell: DisclosedCell | null, words: FigureWords): string {
  const shown = readShown(cell);
  if (shown?.value === 0 && shown.upper !== null)
    return words.say('relative.zero', { upper: writeNumber(shown.upper, RATE) });
  const limits = writeLimits(cell);
  return limits === '' ? writeRate(cell, words) : `${writeRate(cell, words)} (${limits})`;
}

/** `+2.3 (−0.4 to 5.1)`: signed, with one decimal and the interval if there is one; a dash if there is no value. */
export function writeSigned({ value, lower, upper }: Estimate, words: FigureWords): string {
  if (value === null) return words.say('cell.none');
  if (lower === null || upper === null) return formatSigned(value);
  return words.say('decisions.signed', {
    value: formatSigned(value),
    lower: formatSigned(lower),
    upper: formatSigned(upper),
  });
}

/** The size of a difference with its interval, without sign: the sentence gives the direction. */
export function writeDifference(
  estimate: Estimate | null,
  words: FigureWords,
): { apart: string; least: string; most: string } {
  const { value, lower, upper } = estimate ?? { value: null, lower: null, upper: null };
  const none = words.say('cell.none');
  const writeSizeOrNone = (number: number | null): string =>
    number === null ? none : writeSize(Math.abs(number));
  const isNegative = (value ?? 0) < 0;
  return {
    apart: writeSizeOrNone(value),
    least: writeSizeOrNone(isNegative ? upper : lower),
    most: writeSizeOrNone(isNegative ? lower : upper),
  };
}

/** A number of children: whole from ten on, where a decimal would be false precision. */
function writeSize(number: number): string {
  return writeNumber(number, { decimals: number < 10 ? 1 : 0, percent: false });
}

/** The value of `writeSigned` without its interval. */
export function writeSignedValue({ value }: Estimate, words: FigureWords): string {
  return value === null ? words.say('cell.none') : formatSigned(value);
}

/** `+2.3`, `−0.4`, `0.0`: one decimal, none from a hundred on. */
function formatSigned(value: number): string {
  const decimals = Math.abs(value) < 100 ? 1 : 0;
  return new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'exceptZero',
  })
    .format(value)
    .replace('-', '−');
}

/** `0.98–2.61`: the least and the most. A dash if a bound does not exist, or if both are equal and so say nothing. */
export function writeBounds(bounds: Bounds | null, words: FigureWords): string {
  const none = words.say('cell.none');
  const write = (bound: number | null | undefined): string =>
    typeof bound === 'number' ? writeNumber(bound, RATE) : none;
  const [least, most] = [write(bounds?.least), write(bounds?.most)];
  return least === most ? none : words.say('decisions.bounds', { least, most });
}

/** `3 years to Mar 2023`. */
export function nameYears({ window }: Stage, words: FigureWords): string {
  if (!window) return words.say('cell.no data');
  const years = countWindowMonths(window) / MONTHS_IN_YEAR;
  return words.say('decisions.years', {
    years: words.amount('years', years),
    month: nameWindowShort(window, false, words),
  });
}

/** `1 of 12`, or the word for what stands in its place. */
export function writeCountOfTotal(cell: DisclosedCell | null, words: FigureWords): string {
  const shown = readShown(cell);
  if (!shown || shown.numerator === null) return writeMissing(cell, words);
  return shown.denominator === null
    ? writeCount(shown.numerator)
    : words.say('share_few', {
        numerator: writeCount(shown.numerator),
        denominator: writeCount(shown.denominator),
      });
}

function writeMissing(cell: DisclosedCell | null, words: FigureWords): string {
  return words.say(cell && cell.status !== 'shown' ? `cell.${cell.status}` : 'cell.none');
}

/** The groups compared, each once, in the order they come. */
export function joinGroupNames(compared: readonly Comparison[], words: FigureWords): string {
  return [...new Set(compared.map(({ key }) => words.group(key.breakdown, key.group)))].join(', ');
}
