// A sentence on relative rates and the rows of figures.csv → what in it no row bears out.
import { isPrinted, type Row } from './figures-file.js';
import { compare, isSameWindow, type Parts } from './find-rows.js';
import type { Check, Held } from './hold.js';

/** `3.78 (1.37–8.40)`: a relative rate and its limits. */
const WATCHED_RATE = /(?<value>[\d.,]+) \((?<lower>[\d.,]+)–(?<upper>[\d.,]+)\)/g;

export const checkRelative: Check = ({ text, place }, held, current) => {
  const { reading } = held;
  const unknown = reading.unknown.exec(text)?.groups;
  if (unknown) return { faults: checkUnknown(unknown, held.rows, text), current };
  const clear = reading.clearGroup.exec(text)?.groups ?? reading.decision.exec(text)?.groups;
  if (clear) return { faults: checkGroupRate(clear, held, text), current };
  if (place !== 'point') return null;
  const watched = [...text.matchAll(reading.watched)].flatMap(({ groups: parts }) =>
    [...(parts?.['rates'] ?? '').matchAll(WATCHED_RATE)].map(({ groups: rate }) => ({
      ...rate,
      group: parts?.['group']?.trim(),
    })),
  );
  if (watched.length === 0) return null;
  return { faults: watched.flatMap((parts) => checkGroupRate(parts, held, text)), current };
};

/** A group's relative rate with its limits, and how many children that is more or fewer than at parity. */
function checkGroupRate(parts: Parts, { rows, groups }: Held, text: string): string[] {
  const stored = groups.get(parts['group'] ?? '') ?? [];
  const found = rows.filter(
    (row) =>
      row.unit === 'relative rate' &&
      row.areaKind === 'service' &&
      stored.includes(row.group) &&
      compare(pick(parts, ['value', 'lower', 'upper']), row, text).length === 0,
  );
  if (found.length === 0) return [`${text}: no group has these numbers`];
  if (parts['excess'] === undefined) return [];
  return found.some((row) => hasExcess(parts, row)) ? [] : [`${text}: the excess is another`];
}

/** Above parity, the children less those expected; the limits as docs/tests.md gives them (Miettinen, 1974). */
export function hasExcess(parts: Parts, { numerator, value, lower, upper }: Row): boolean {
  if (numerator === null || value === null || value === 0) return false;
  const expected = numerator / value;
  const convert = (ratio: number): number =>
    ratio > 1 ? numerator * (1 - 1 / ratio) : expected * (ratio - 1);
  const limits = [lower, upper].map((ratio) => (ratio === null ? null : Math.abs(convert(ratio))));
  const [least, most] = limits.toSorted((one, other) => (one ?? 0) - (other ?? 0));
  return (
    (parts['excess'] === undefined || isPrinted(parts['excess'], Math.abs(numerator - expected))) &&
    (parts['least'] === undefined ||
      (isPrinted(parts['least'], least ?? null) && isPrinted(parts['most'] ?? '', most ?? null)))
  );
}

function checkUnknown(parts: Parts, rows: readonly Row[], text: string): string[] {
  const isBorneOut = rows.some(
    (row) =>
      row.breakdown === 'ethnicity' &&
      row.group === 'Not known' &&
      isPrinted(parts['numerator'] ?? '', row.numerator) &&
      rows.some(
        (total) =>
          total.breakdown === 'total' &&
          isSameWindow(total, row) &&
          isPrinted(parts['denominator'] ?? '', total.numerator),
      ),
  );
  return isBorneOut ? [] : [`${text}: no measure has these numbers`];
}

function pick(parts: Parts, names: readonly string[]): Parts {
  return Object.fromEntries(names.map((name) => [name, parts[name]]));
}
