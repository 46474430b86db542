// Blocks of a file's lines → a table of their cells as received, a lot at a time, and which of those cells need a judge.
import type { Column } from '../contracts/contract.js';
import type { Connection, Ready } from './connection.js';
import { literal } from './sql.js';

/** The cells of a lot as received, by the place of their column among those kept, with the line they stand in. */
export const LOT = 'received_lot';

/** One kept column of a file: its place among those kept, and that of its cell in a row. */
export interface LotColumn {
  readonly column: Column;
  readonly place: number;
  readonly index: number;
}

/** How the lines of a file are cut into cells, and which spaces make a line blank. */
export interface LotLayout {
  readonly columns: readonly LotColumn[];
  readonly delimiter: string;
  readonly width: number;
  /** Every character that is a space at the end of a cell. */
  readonly spaces: string;
}

/** Takes blocks of lines into a lot. */
export type FillLot = (text: string, lineBreak: string, linesBefore: number) => Promise<void>;

/** The name that a column's cells have in a lot. */
export function cellOf({ place }: Pick<LotColumn, 'place'>): string {
  return `cell_${place}`;
}

/** Makes an empty lot. `#cells` is how many cells a line has, `#line` its number. */
export async function emptyLot(connection: Connection, { columns }: LotLayout): Promise<void> {
  const cells = columns.map((column) => `${cellOf(column)} varchar, `).join('');
  await connection.tell(
    `create or replace table ${LOT} (${cells}"#cells" integer, "#line" integer)`,
  );
}

/** Leaves no cell as received behind. */
export async function dropLot(connection: Connection): Promise<void> {
  await connection.tell(`drop table if exists ${LOT}`);
  await connection.tell('drop table if exists asked');
}

/**
 * Gives what takes a block: each line is cut at every delimiter, and blank ones are passed over. Lines are numbered
 * from the one after those before it.
 */
export async function lotFiller(connection: Connection, layout: LotLayout): Promise<FillLot> {
  const statement: Ready = await connection.ready(filling(layout));
  return async (text, lineBreak, linesBefore) => {
    await statement.tell(text, lineBreak, String(linesBefore));
  };
}

function filling({ columns, delimiter, spaces }: LotLayout): string {
  const cells = columns.map(({ index }) => `cells[${index + 1}], `).join('');
  // Few lines begin with no visible letter: the rest of a line is looked at in those alone.
  const blank = `case when cells[1] < '!' or cells[1] >= chr(127) then trim(line, ${literal(spaces + delimiter)}) = '' else false end`;
  return `insert into ${LOT}
    with given as (select string_split($1, $2) as lines, $3::integer as before),
    numbered as (select unnest(lines) as line, generate_subscripts(lines, 1) as number, before from given),
    cut as (select line, string_split(line, ${literal(delimiter)}) as cells, number, before from numbered)
    select ${cells}len(cells), number + before from cut where not (${blank})`;
}

/** How many rows a lot has, and which of them have not as many cells as the heading. */
export async function countRagged(
  connection: Connection,
  { width }: LotLayout,
  most: number,
): Promise<{ rows: number; ragged: number; places: { line: number; cells: number }[] }> {
  const [counts] = await connection.ask(
    `select count(*)::integer, (count(*) filter (where "#cells" <> ${width}))::integer from ${LOT}`,
  );
  const [rows = 0, odd = 0] = (counts ?? []).map(Number);
  const found =
    odd === 0
      ? []
      : await connection.ask(
          `select "#line", "#cells" from ${LOT} where "#cells" <> ${width} order by "#line" limit ${most}`,
        );
  const places = found.map(([line, cells]) => ({ line: Number(line), cells: Number(cells) }));
  return { rows, ragged: odd, places };
}

/**
 * A test that holds only of cells that are kept as they stand: an identifier or a text whose first and last letters
 * are visible ASCII. Of all others, and of cells of every other type, whoever knows the rules of cells is asked.
 */
export function standsTest(column: LotColumn, exponent: string): string | null {
  const cell = cellOf(column);
  const visible = `${cell} >= '!' and ${cell} < chr(127) and ascii(right(${cell}, 1)) between 33 and 126`;
  switch (column.column.type) {
    case 'id':
    case 'child': {
      const changed = `case when contains(${cell}, 'E') or contains(${cell}, 'e') then regexp_full_match(${cell}, ${literal(exponent)}) else false end`;
      return `${visible} and strlen(${cell}) <= 100 and not (${changed})`;
    }
    case 'text':
      return visible;
    default:
      return null;
  }
}
