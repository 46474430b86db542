// Spools of an extract's rows → two tables in the database, of those accepted and those set aside, and then Parquet.
import type { Contract } from '../contracts/contract.js';
import { columnTypes } from './column-types.js';
import type { Connection } from './connection.js';
import { literal, name } from './sql.js';

/** The tables of the extract that is being taken in: its columns, then `#file` and `#line`, which no column is called. */
export const ACCEPTED = 'accepted_rows';
export const SET_ASIDE = 'set_aside_rows';

/** Where rows of one file were written down. */
export interface SpooledRows {
  readonly accepted: string;
  readonly setAside: string;
}

/** In bytes: the million characters that a record may have, each of up to four bytes, with room for quoting. */
const LONGEST_LINE = 8_000_000;

/** Makes both tables, empty, in the place of those of the extract before. */
export async function emptyRows(connection: Connection, contract: Contract): Promise<void> {
  const columns = columnTypes(contract).map(([column, type]) => `${name(column)} ${type}`);
  const all = [...columns, '"#file" integer', '"#line" integer'].join(', ');
  for (const table of [ACCEPTED, SET_ASIDE])
    await connection.tell(`create or replace table ${table} (${all})`);
}

/** Adds the rows of a file, by its number among those of its extract, from 0. */
export async function fillSpooled(
  connection: Connection,
  contract: Contract,
  file: number,
  { accepted, setAside }: SpooledRows,
): Promise<void> {
  for (const [table, spool] of [
    [ACCEPTED, accepted],
    [SET_ASIDE, setAside],
  ] as const)
    await connection.tell(
      `insert into ${table} select * exclude ("#line"), ${file}, "#line" from ${reading(contract, spool)}`,
    );
}

/** Forgets the rows of a file. */
export async function forgetRows(connection: Connection, file: number): Promise<void> {
  for (const table of [ACCEPTED, SET_ASIDE])
    await connection.tell(`delete from ${table} where "#file" = ${file}`);
}

/** How many different texts a column may have in a stretch of rows and still be written as a list of them. */
const DICTIONARY = 20_000;

/** How many rows are accepted as things stand. */
export async function countAccepted(connection: Connection): Promise<number> {
  const [row] = await connection.ask(`select count(*)::integer from ${ACCEPTED}`);
  return Number(row?.[0]);
}

/** The different texts of a column of the accepted rows, but for none. */
export async function keptTexts(connection: Connection, column: string): Promise<string[]> {
  const rows = await connection.ask(
    `select distinct ${name(column)} from ${ACCEPTED} where ${name(column)} is not null`,
  );
  return rows.map(([text]) => String(text));
}

/**
 * Writes the accepted rows in their files' order, and gives how many were written. The same rows give the same bytes,
 * because sorting lays them out alike however many threads read them.
 */
export async function writeParquet(
  connection: Connection,
  contract: Contract,
  parquet: string,
): Promise<number> {
  const columns = contract.kept.map((column) => name(column.name)).join(', ');
  // The lowest level, the newer encodings, and no long search for texts that repeat: half the time, and hardly larger.
  await connection.tell(
    `copy (select ${columns} from ${ACCEPTED} order by "#file", "#line") to ${literal(parquet)} (format parquet, compression zstd, compression_level 1, parquet_version V2, dictionary_size_limit ${DICTIONARY})`,
  );
  const [row] = await connection.ask(
    `select count(*)::integer from read_parquet(${literal(parquet)})`,
  );
  return Number(row?.[0]);
}

/** Nothing is guessed: types, separator, line break and quoting are all stated. */
function reading(contract: Contract, spool: string): string {
  const columns = [...columnTypes(contract), ['#line', 'integer'] as const]
    .map(([column, type]) => `${literal(column)}: ${literal(type)}`)
    .join(', ');
  return `read_csv(${literal(spool)}, columns = {${columns}}, auto_detect = false, header = false, delim = '\\t', new_line = '\\n', quote = '"', escape = '"', nullstr = '', strict_mode = true, max_line_size = ${LONGEST_LINE}, buffer_size = ${4 * LONGEST_LINE})`;
}
