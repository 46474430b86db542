// A contract and the deliveries of its extract → a table of its rows as they stand now.
import type { Contract } from '../contracts/contract.js';
import { ProblemError } from '../domain/problem.js';
import type { Connection } from './connection.js';
import { columnTypes } from './column-types.js';
import { quoteText, quoteName } from './sql.js';

/** The table of an extract in a warehouse. */
export function rawTable({ extract }: Contract): string {
  return `raw.${quoteName(extract)}`;
}

/** Makes an empty table with the columns a delivery keeps. `table` is a name ready for SQL. */
export async function createRawTable(
  connection: Connection,
  contract: Contract,
  table = rawTable(contract),
): Promise<void> {
  const columns = columnTypes(contract).map(([column, type]) => `${quoteName(column)} ${type}`);
  await connection.execute(`create table ${table} (${columns.join(', ')})`);
}

/**
 * Fills it from Parquet deliveries, oldest first, by column name: a column that an old one lacks is empty, and one that
 * the contract has since dropped is left out. A row takes the place of the one with its key in an earlier delivery.
 * Refuses a delivery that an earlier version stored with what says who somebody is.
 */
export async function fillRawTable(
  connection: Connection,
  contract: Contract,
  parquets: readonly string[],
  table = rawTable(contract),
): Promise<void> {
  const kept = contract.storedColumns.map((column) => quoteText(column.name)).join(', ');
  for (const [at, parquet] of parquets.entries()) {
    await requireNoIdentities(connection, contract, parquet);
    const file = `read_parquet(${quoteText(parquet)})`;
    if (at > 0)
      await connection.execute(
        `delete from ${table} as held where ${buildKeyTest(contract, file)}`,
      );
    await connection.execute(
      `insert into ${table} by name select columns(c -> c in (${kept})) from ${file}`,
    );
  }
}

function buildKeyTest(contract: Contract, file: string): string {
  const same = matchKeys(contract, 'fresh', 'held');
  return `exists (select 1 from ${file} as fresh where ${same})`;
}

/** The condition under which two rows have the same key. Two without a value in a column of the key are alike in it. */
export function matchKeys({ key, columns }: Contract, one: string, other: string): string {
  const required = new Set(columns.flatMap((each) => (each.required ? [each.name] : [])));
  return key
    .map((column) => {
      const equal = required.has(column) ? '=' : 'is not distinct from';
      return `${one}.${quoteName(column)} ${equal} ${other}.${quoteName(column)}`;
    })
    .join(' and ');
}

async function requireNoIdentities(
  connection: Connection,
  { extract, columns, storedColumns: kept }: Contract,
  parquet: string,
): Promise<void> {
  const rows = await connection.query(`select name from parquet_schema(${quoteText(parquet)})`);
  const held = new Set(rows.map(([column]) => column));
  const isKept = new Set(kept.map((column) => column.name));
  if (!columns.some((column) => held.has(column.name) && !isKept.has(column.name))) return;
  const facts = { extract };
  throw new ProblemError([{ kind: 'data', code: 'old-store', file: parquet, facts }]);
}
