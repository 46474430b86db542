// What was taken of one file → a part: its checked rows, on the way to a delivery.
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Contract } from '../contracts/contract.js';
import { columnTypes } from './column-types.js';
import type { Connection } from './connection.js';
import { quoteText, quoteName } from './sql.js';

/** The checked rows of one file: the kept columns of its contract, and `#line`, which no column is called. */
export interface FileRows {
  readonly accepted: StoredRows;
  /** Null where no row was set aside. */
  readonly setAside: StoredRows | null;
}

/** Rows in a table, which somebody must drop, or in a Parquet file. */
export interface StoredRows {
  readonly relation: string;
  /** The file in which they are, and nothing else is; null where the relation is a table. */
  readonly parquet: string | null;
}

/** Where rows of one file were written down. */
interface SpooledRows {
  readonly accepted: string;
  readonly setAside: string;
}

/** How many different texts a column may have in a stretch of rows and still be written as a list of them. */
const DICTIONARY_LIMIT = 1_000;

/** The lowest level, the newer encodings, and no long search for texts that repeat: half the time, and hardly larger. */
const FORMAT = `(format parquet, compression zstd, compression_level 1, parquet_version V2, dictionary_size_limit ${DICTIONARY_LIMIT})`;

/** In bytes: the million characters that a record may have, each of up to four bytes, with room for quoting. */
const MAX_LINE_BYTES = 8_000_000;

/** Optimisers that may swap the sides of a join, and with them the order of its rows. */
const REORDERING = "'join_order,build_side_probe_side'";

/**
 * Writes rows to a Parquet file in the order in which they come, so that the same rows give the same bytes: each
 * join is led by its left side, and every statement runs on one processor, for with more joined rows mingle.
 */
export async function storeParquet(
  connection: Connection,
  rows: string,
  parquet: string,
): Promise<void> {
  await connection.execute(`set disabled_optimizers = ${REORDERING}`);
  try {
    await connection.execute(`copy (${rows}) to ${quoteText(parquet)} ${FORMAT}`);
  } finally {
    await connection.execute('reset disabled_optimizers');
  }
}

/** In bytes: what is larger is not held in memory. */
const MAX_TABLE_BYTES = 4_000_000;

/** Makes a part of rows that were written down. `path` is what the names of its files begin with. */
export async function storeSpooledRows(
  connection: Connection,
  contract: Contract,
  { accepted, setAside }: SpooledRows,
  path: string,
): Promise<FileRows> {
  const hasSetAside = statSync(setAside).size > 0;
  return {
    accepted: await placeRows(connection, contract, accepted, path),
    setAside: hasSetAside
      ? await placeRows(connection, contract, setAside, `${path}.set-aside`)
      : null,
  };
}

/** Rows go into a table, if they are few, for that is asked sooner; else into a Parquet file. */
async function placeRows(
  connection: Connection,
  contract: Contract,
  spool: string,
  path: string,
): Promise<StoredRows> {
  const rows = `from ${buildSpoolReader(contract, spool)}`;
  if (statSync(spool).size > MAX_TABLE_BYTES) {
    const parquet = `${path}.parquet`;
    await storeParquet(connection, rows, parquet);
    return { relation: `read_parquet(${quoteText(parquet)})`, parquet };
  }
  const table = quoteName(`#${basename(path)}`);
  await connection.execute(`create or replace table ${table} as ${rows}`);
  return { relation: table, parquet: null };
}

/** Nothing is guessed: types, separator, line break and quoting are all stated. */
function buildSpoolReader(contract: Contract, spool: string): string {
  const columns = [...columnTypes(contract), ['#line', 'integer'] as const]
    .map(([column, type]) => `${quoteText(column)}: ${quoteText(type)}`)
    .join(', ');
  return `read_csv(${quoteText(spool)}, columns = {${columns}}, auto_detect = false, header = false, delim = '\\t', new_line = '\\n', quote = '"', escape = '"', nullstr = '', strict_mode = true, max_line_size = ${MAX_LINE_BYTES}, buffer_size = ${4 * MAX_LINE_BYTES})`;
}
