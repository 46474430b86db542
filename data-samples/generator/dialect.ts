// Canonical tables → the same tables as another supplier's system would write them.
import type { Table } from './tables.js';

/** How a supplier departs from the canonical headings, labels and dates. */
export interface Dialect {
  /** For an extract its columns in the supplier's order: canonical heading → the supplier's. Others stay as they are. */
  readonly headings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Labels by canonical column: canonical → the supplier's. Others stay as they are. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Translates every extract. Dates become ISO. Refuses a column that is not there. */
export function inDialect<Tables extends Readonly<Record<string, Table>>>(
  tables: Tables,
  dialect: Dialect,
): Tables {
  const translated = Object.entries(tables).map(([extract, table]) => [
    extract,
    translate(table, dialect.headings[extract] ?? asWritten(table), dialect.labels),
  ]);
  return Object.fromEntries(translated) as Tables;
}

function asWritten({ headings }: Table): Record<string, string> {
  return Object.fromEntries(headings.map((heading) => [heading, heading]));
}

function translate(
  table: Table,
  headings: Readonly<Record<string, string>>,
  labels: Dialect['labels'],
): Table {
  const columns = Object.keys(headings).map((name) => ({
    name,
    place: table.headings.indexOf(name),
  }));
  const absent = columns.filter(({ place }) => place < 0);
  if (absent.length > 0 || columns.length !== table.headings.length)
    throw new RangeError('a dialect must name every column once');
  const rows = table.rows.map((row) =>
    columns.map(({ name, place }) => labels[name]?.[row[place] ?? ''] ?? isoDay(row[place] ?? '')),
  );
  return { headings: Object.values(headings), rows };
}

function isoDay(text: string): string {
  return /^\d\d\/\d\d\/\d{4}$/.test(text) ? text.split('/').reverse().join('-') : text;
}
