// A file of worked examples → its rows, and how near to them is near enough.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect } from 'vitest';

export type Row = Readonly<Record<string, string>>;

/** The rows of a file in `vectors/`, every cell as text. Throws on a file without rows. */
export function rowsOf(name: string): Row[] {
  const text = readFileSync(new URL(`vectors/${name}.csv`, import.meta.url), 'utf8');
  const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  if (errors.length > 0 || data.length === 0) throw new Error(`cannot read ${name}`);
  return data;
}

/** A cell as a number (`Inf` is Infinity). Throws where it is empty or missing. */
export function numberIn(row: Row, column: string): number {
  const text = row[column];
  if (text === 'Inf') return Infinity;
  if (text === undefined || text === '' || Number.isNaN(Number(text)))
    throw new Error(`no number in ${column}`);
  return Number(text);
}

const NEAR = 1e-9;
/** Below this, numbers lose digits on their way to 0, so a relative error means nothing. */
const DENORMAL = 1e-290;

/** Holds `actual` to a relative error under 1e-9; to 1e-290 or less where so little is expected; to 0 as 0. */
export function expectNear(actual: number | null, expected: number, what: string): void {
  const found = actual ?? Number.NaN;
  if (Math.abs(expected) >= DENORMAL && Number.isFinite(expected))
    expect(Math.abs(found / expected - 1), what).toBeLessThan(NEAR);
  else if (Number.isFinite(expected) && expected !== 0)
    expect(Math.abs(found), what).toBeLessThanOrEqual(DENORMAL);
  else expect(found + 0, what).toBe(expected);
}

/** Holds one column of a row; its name and the row go into the message. */
export function expectColumn(row: Row, column: string, actual: number | null): void {
  expectNear(actual, numberIn(row, column), `${column} of ${JSON.stringify(row)}`);
}
