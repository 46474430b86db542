// What was taken of one file → a part: its checked rows, on the way to a delivery.
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Contract } from '../contracts/contract.js';
import type { Faults } from '../contracts/faults.js';
import type { KeptCell } from '../contracts/stored-columns.js';
import type { Answers } from './distinct-values.js';
import { columnTypes } from './column-types.js';
import type { Connection } from './connection.js';
import { whileTold } from './statement-queue.js';
import { faultOf, keptRows } from './kept-rows.js';
import type { Stretch } from './plain-cells.js';
import { literal, name } from './sql.js';

/** The checked rows of one file: the kept columns of its contract, and `#line`, which no column is called. */
export interface Part {
  /** As a relation. */
  readonly rows: string;
  /** What says whether a row is accepted; null where every row is. */
  readonly accepted: string | null;
  /** The Parquet in which they are and nothing else is; null where there is none such. */
  readonly ready: string | null;
  /** The table that they are in, which somebody must drop; null where they are in a Parquet. */
  readonly table: string | null;
}

/** Where rows of one file were written down. */
export interface SpooledRows {
  readonly accepted: string;
  readonly setAside: string;
}

/** How many different texts a column may have in a stretch of rows and still be written as a list of them. */
const DICTIONARY = 1_000;

/** The lowest level, the newer encodings, and no long search for texts that repeat: half the time, and hardly larger. */
const FORMAT = `(format parquet, compression zstd, compression_level 1, parquet_version V2, dictionary_size_limit ${DICTIONARY})`;

/** In bytes: the million characters that a record may have, each of up to four bytes, with room for quoting. */
const LONGEST_LINE = 8_000_000;

/** What writes rows to a Parquet file as they come: the same rows give the same bytes, on however many processors. */
export function storing(rows: string, parquet: string): string {
  return `copy (${rows}) to ${literal(parquet)} ${FORMAT}`;
}

/** In bytes: what is larger is not held in memory. */
const SMALL = 4_000_000;

/** Makes a part of rows that were written down: a table, if they are few, for that is asked sooner; else a Parquet. */
export async function partOfSpools(
  connection: Connection,
  contract: Contract,
  { accepted, setAside }: SpooledRows,
  path: string,
): Promise<Part> {
  const [taken, left] = [statSync(accepted).size, statSync(setAside).size];
  const rows = [
    `select *, true as "#accepted" from ${reading(contract, accepted)}`,
    ...(left > 0 ? [`select *, false from ${reading(contract, setAside)}`] : []),
  ].join(' union all ');
  const known = { accepted: left > 0 ? '"#accepted"' : null, ready: null };
  if (taken + left > SMALL) {
    const parquet = `${path}.parquet`;
    await connection.tell(storing(rows, parquet));
    return { ...known, rows: inParquets([parquet]), table: null };
  }
  const table = name(`#${basename(path)}`);
  await connection.tell(`create or replace table ${table} as ${rows}`);
  return { ...known, rows: table, table };
}

/**
 * Makes a part of the cells of a plain file, in stretches that follow each other and are written at the same time. Gives
 * it, and what this process makes meanwhile.
 */
export async function partOfCells<Made>(
  connection: Connection,
  stretches: readonly Stretch[],
  columns: readonly KeptCell[],
  answers: Answers,
  parquet: string,
  meanwhile: () => Made,
): Promise<readonly [Part, Made]> {
  const stored = stretches.map((stretch, at) => ({
    rows: keptRows(stretch, columns, answers),
    path: at === 0 ? parquet : `${parquet}.${at}`,
  }));
  const statements = stored.map(({ rows, path }) => storing(rows, path));
  const made = await whileTold(connection, statements, meanwhile);
  const sound = answers.faulty.map((place) => `${faultOf(place)} is null`);
  const accepted = sound.length === 0 ? null : sound.join(' and ');
  const rows = inParquets(stored.map(({ path }) => path));
  return [{ rows, accepted, ready: null, table: null }, made];
}

/** The rows of files in their order, one file after another. */
function inParquets(parquets: readonly string[]): string {
  return `read_parquet([${parquets.map(literal).join(', ')}])`;
}

/** How many rows a part has, how many of them are accepted, and in how many nothing at all is kept. */
export async function countRows(
  connection: Connection,
  { kept }: Contract,
  part: Part,
): Promise<{ rows: number; accepted: number; empty: number }> {
  const count = async (only: string): Promise<number> => {
    const [row] = await connection.ask(`select count(*)::integer from ${part.rows} where ${only}`);
    return Number(row?.[0]);
  };
  const nothing = kept.map((column) => `${name(column.name)} is null`).join(' and ');
  const rows = await count('true');
  const accepted = part.accepted === null ? rows : await count(part.accepted);
  return { rows, accepted, empty: await count(nothing) };
}

/** The faults of a part's rows; of each kind `most` are placed and all are counted. */
export async function faultsIn(
  connection: Connection,
  part: Part,
  columns: readonly KeptCell[],
  { faulty, faults }: Answers,
  file: number,
  most: number,
): Promise<Faults[]> {
  const found: Faults[] = [];
  for (const { column, place } of columns.filter((each) => faulty.includes(each.place))) {
    const rows = await connection.ask(
      `select ${faultOf(place)} as fault, "#line", (count(*) over (partition by fault))::integer
       from ${part.rows} where ${faultOf(place)} is not null
       qualify row_number() over (partition by fault order by "#line") <= ${most} order by "#line"`,
    );
    for (const fault of new Set(rows.map(([of]) => Number(of)))) {
      const own = rows.filter(([of]) => of === fault);
      const places = own.map(([, line]) => ({ line: Number(line) }));
      const code = faults[fault];
      if (code === undefined) throw new RangeError('a fault without a code');
      found.push({ code, column: column.name, file, count: Number(own[0]?.[2]), places });
    }
  }
  return found;
}

/** Nothing is guessed: types, separator, line break and quoting are all stated. */
function reading(contract: Contract, spool: string): string {
  const columns = [...columnTypes(contract), ['#line', 'integer'] as const]
    .map(([column, type]) => `${literal(column)}: ${literal(type)}`)
    .join(', ');
  return `read_csv(${literal(spool)}, columns = {${columns}}, auto_detect = false, header = false, delim = '\\t', new_line = '\\n', quote = '"', escape = '"', nullstr = '', strict_mode = true, max_line_size = ${LONGEST_LINE}, buffer_size = ${4 * LONGEST_LINE})`;
}
