// queries/codes/*.csv and a service's own lines of them → a table for each list.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CodeTable } from '../contracts/codes.js';
import type { Connection } from './connection.js';
import { quoteName, quoteText } from './sql.js';

/** By list, its lines where a service has lines of its own, joined with those that come with the program. */
export type OwnCodes = ReadonlyMap<string, CodeTable>;

/** Creates the schema `codes` with a table of each list in the folder; the lines of `own` come in place of a file's. */
export async function createCodes(
  connection: Connection,
  folder: string,
  own: OwnCodes = new Map(),
): Promise<void> {
  await connection.execute('create schema codes');
  const lists = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  for (const file of lists.sort()) {
    const list = basename(file, '.csv');
    const table = own.get(list);
    await connection.execute(
      `create table codes.${quoteName(list)} as select * replace (valid_from::date as valid_from, valid_to::date as valid_to) from ${table ? formatRows(table) : formatFile(join(folder, file))}`,
    );
  }
}

function formatFile(path: string): string {
  return `read_csv(${quoteText(path)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`;
}

/** A blank cell is null, as it is when the database reads a file. */
function formatRows({ columns, rows }: CodeTable): string {
  const lines = rows.map((row) => {
    const cells = columns.map((column) => {
      const text = row[column] ?? '';
      return text === '' ? 'null::varchar' : quoteText(text);
    });
    return `(${cells.join(', ')})`;
  });
  return `(values ${lines.join(', ')}) as own (${columns.map(quoteName).join(', ')})`;
}
