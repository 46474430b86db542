// The measure, window and group that a sentence speaks of → the row of figures.csv, and whether its numbers are the printed ones.
import { isPrinted, type Row } from './figures-file.js';

/** The parts of a sentence by name, as printed. */
export type Parts = Readonly<Record<string, string | undefined>>;

/** The numbers of a row that a sentence may print. */
const NUMBERS = ['numerator', 'denominator', 'value', 'lower', 'upper'] as const;

export function compare(parts: Parts, row: Row | null, text: string): string[] {
  const printed = NUMBERS.filter((name) => parts[name] !== undefined);
  if (printed.length > 0 && !row) return [`${text}: no row of that measure and window`];
  return printed
    .filter((name) => !isPrinted(parts[name] ?? '', row?.[name] ?? null))
    .map((name) => `${text}: ${name} is ${row?.[name] ?? 'empty'}`);
}

export function findRow(
  rows: readonly Row[],
  { measure, ends }: { readonly measure: string | null; readonly ends: string | null },
): Row | null {
  return (
    rows.find(
      (row) =>
        row.measure === measure &&
        row.ends === ends &&
        row.areaKind === 'service' &&
        row.breakdown === 'total',
    ) ?? null
  );
}

/** The newest window with a number; of a group, its row there. */
export function newestRow(
  rows: readonly Row[],
  measure: string | null,
  groups: readonly string[],
): Row | null {
  const own = rows.filter(
    (row) =>
      row.measure === measure && row.areaKind === 'service' && !row.breakdown.endsWith('recorded'),
  );
  const shown = own.filter(
    ({ breakdown, status }) => breakdown === 'total' && ['shown', 'hidden'].includes(status),
  );
  const ends = shown
    .map((row) => row.ends)
    .sort()
    .at(-1);
  return own.find((row) => row.ends === ends && groups.includes(row.group)) ?? null;
}

export function yearBefore(rows: readonly Row[], row: Row | null): Row | null {
  if (!row) return null;
  const day = new Date(`${row.ends}T00:00:00Z`);
  const end = new Date(Date.UTC(day.getUTCFullYear() - 1, day.getUTCMonth() + 1, 0));
  return findRow(rows, { measure: row.measure, ends: end.toISOString().slice(0, 10) });
}

export function isSameWindow(one: Row, other: Row): boolean {
  return (
    one.measure === other.measure &&
    one.starts === other.starts &&
    one.ends === other.ends &&
    one.areaKind === 'service'
  );
}
