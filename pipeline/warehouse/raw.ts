// A contract → the raw table its deliveries are read into.
import type { Column, Contract } from '../contracts/contract.js';
import type { Connection } from './connection.js';
import { literal, name } from './sql.js';

const TYPES: Record<Column['type'], string> = {
  id: 'varchar',
  child: 'varchar',
  personal: 'varchar',
  text: 'varchar',
  code: 'varchar',
  date: 'date',
  yes_no: 'boolean',
  whole: 'integer',
  number: 'double',
};

/** In bytes: the million characters that a record may have, each of up to four bytes, with room for quoting. */
const LONGEST_LINE = 8_000_000;

/** Makes the empty table `raw.<extract>` with the columns a delivery keeps. */
export async function createRaw(connection: Connection, contract: Contract): Promise<void> {
  const columns = contract.kept.map((each) => `${name(each.name)} ${TYPES[each.type]}`);
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

/**
 * Turns a spool of accepted rows into Parquet with the contract's types, and gives the number of rows written. Nothing
 * is guessed: types, separator and quoting are all stated.
 */
export async function spoolToParquet(
  connection: Connection,
  contract: Contract,
  spool: string,
  parquet: string,
): Promise<number> {
  const columns = contract.kept
    .map((each) => `${literal(each.name)}: ${literal(TYPES[each.type])}`)
    .join(', ');
  const read = `read_csv(${literal(spool)}, columns = {${columns}}, auto_detect = false, header = false, delim = '\\t', quote = '"', escape = '"', nullstr = '', strict_mode = true, max_line_size = ${LONGEST_LINE}, buffer_size = ${4 * LONGEST_LINE})`;
  await connection.tell(
    `copy (select * from ${read}) to ${literal(parquet)} (format parquet, compression zstd)`,
  );
  const [row] = await connection.ask(
    `select count(*)::integer from read_parquet(${literal(parquet)})`,
  );
  return Number(row?.[0]);
}
