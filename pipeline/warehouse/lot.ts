// Blocks of a file's lines → a table of their cells as received, a lot at a time, and which of those cells need a judge.
import type { Column } from '../contracts/contract.js';
import type { PlainBlock } from '../extracts/plain.js';
import type { Connection } from './connection.js';
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
export type FillLot = (block: PlainBlock, linesBefore: number) => Promise<void>;

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
export function lotFiller(connection: Connection, layout: LotLayout): FillLot {
  return async (block, linesBefore) => {
    const statement = await connection.ready(filling(layout, block, linesBefore));
    try {
      await statement.tell(block.text);
    } finally {
      statement.close();
    }
  };
}

/** The number of the lines before is written out, and blank lines are looked for only if there may be any: it is faster. */
function filling(
  { columns, delimiter, spaces }: LotLayout,
  block: PlainBlock,
  before: number,
): string {
  const cells = columns.map(({ index }) => `cells[${index + 1}], `).join('');
  const cut = `select string_split(unnest(string_split($1, ${literal(block.lineBreak)})), ${literal(delimiter)}) as cells`;
  const blank = `trim(array_to_string(cells, ''), ${literal(spaces)}) = ''`;
  return `insert into ${LOT}
    with cut as (${cut}), numbered as (select cells, row_number() over () + ${before} as number from cut)
    select ${cells}len(cells), number from numbered${block.mayHaveBlank ? ` where not (${blank})` : ''}`;
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
