// The rows that a case gives → in the warehouse, with whatever rests on them made anew.
import { createMarts } from '../warehouse/create-marts.js';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import { quoteText, quoteName } from '../../pipeline/warehouse/sql.js';
import { QUERIES, madeFrom, type Layer } from './layers.js';

/** The rows given, by table. */
export type Given = Readonly<Record<string, readonly Row[]>>;
type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Whether a table is one that marts are made from. */
export function isRaw(table: string): boolean {
  return table.startsWith('raw.') || table === 'birthdays';
}

function isMart(table: string): boolean {
  return table.startsWith('marts.');
}

/** Puts rows into raw tables, from which every mart is then made anew, and into marts. */
export async function supply(connection: Connection, given: Given): Promise<void> {
  await tellAll(connection, insertions(given, isRaw));
  if (Object.keys(given).some(isRaw)) await createMarts(connection, QUERIES);
  await tellAll(connection, insertions(given, isMart));
}

/** The same for a query that rests on these layers: no other is made, and those that rest on a mart given are. */
export async function supplyUnder(
  connection: Connection,
  layers: readonly Layer[],
  given: Given,
): Promise<void> {
  await tellAll(connection, insertions(given, isRaw));
  const marts = layers.filter((layer) => isMart(layer.name));
  if (Object.keys(given).some(isRaw)) await tellAll(connection, marts.map(making));
  await tellAll(connection, insertions(given, isMart));
  await tellAll(connection, madeFrom(layers, given).map(making));
}

function making({ name: made, sql }: Layer): string {
  return `create or replace table ${made} as ${sql}`;
}

/** What puts the rows into the tables wanted; a mart then holds these rows alone. */
function insertions(given: Given, wanted: (table: string) => boolean): string[] {
  return Object.entries(given)
    .filter(([table]) => wanted(table))
    .flatMap(([table, rows]) => [
      ...(isMart(table) ? [`delete from ${table}`] : []),
      ...insertionsInto(table, rows),
    ]);
}

/** One for all rows that give the same columns. */
function insertionsInto(table: string, rows: readonly Row[]): string[] {
  const byColumns = new Map<string, string[]>();
  for (const row of rows) {
    const columns = Object.keys(row).map(quoteName).join(', ');
    byColumns.set(columns, [...(byColumns.get(columns) ?? []), fieldsOf(row)]);
  }
  return [...byColumns].map(
    ([columns, fields]) => `insert into ${table} (${columns}) values ${fields.join(', ')}`,
  );
}

function fieldsOf(row: Row): string {
  const fields = Object.values(row).map((each) =>
    each === null ? 'null' : quoteText(String(each)),
  );
  return `(${fields.join(', ')})`;
}

/** All in one, for each telling is a journey. */
async function tellAll(connection: Connection, statements: readonly string[]): Promise<void> {
  if (statements.length > 0) await connection.execute(statements.join(';\n'));
}
