// A contract → the raw table its deliveries are read into.
import type { Contract } from '../contracts/contract.js';
import type { Connection } from './connection.js';
import { columnTypes } from './column-types.js';
import { literal, name } from './sql.js';

/** Makes the empty table `raw.<extract>` with the columns a delivery keeps. */
export async function createRaw(connection: Connection, contract: Contract): Promise<void> {
  const columns = columnTypes(contract).map(([column, type]) => `${name(column)} ${type}`);
  await connection.tell(`create table raw.${name(contract.extract)} (${columns.join(', ')})`);
}

/** Fills it from Parquet deliveries, by column name. */
export async function fillRaw(
  connection: Connection,
  contract: Contract,
  parquets: readonly string[],
): Promise<void> {
  if (parquets.length === 0) return;
  const files = parquets.map(literal).join(', ');
  await connection.tell(
    `insert into raw.${name(contract.extract)} by name select * from read_parquet([${files}], union_by_name = true)`,
  );
}
