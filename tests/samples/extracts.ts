// A folder of CSV extracts → rows by heading, with dates as ISO: read by nothing the project itself uses.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { compareText } from '../../pipeline/domain/compare-text.js';

/** One row of an extract. A heading that is not there reads as undefined, which no count here accepts. */
export type Row = Readonly<Record<string, string>>;

/** The rows of one CSV file. Refuses a file that does not parse cleanly. */
export function readRows(folder: string, name: string): Row[] {
  const text = readFileSync(join(folder, `${name}.csv`), 'utf8');
  const parsed = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  if (parsed.errors.length > 0) throw new Error(`${name}: ${JSON.stringify(parsed.errors[0])}`);
  return parsed.data;
}

/** `09/03/2022` → `2022-03-09`; blank stays blank. */
export function iso(british: string | undefined): string {
  return (british ?? '').split('/').reverse().join('-');
}

/** Groups rows by the value of one column. */
export function groupBy(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row[column] ?? '';
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

/** How many rows hold each value of a column. */
export function tally(rows: readonly Row[], column: string): Record<string, number> {
  const groups = [...groupBy(rows, column)].map(([value, each]) => [value, each.length] as const);
  return Object.fromEntries(groups.sort(([one], [other]) => compareText(one, other)));
}
