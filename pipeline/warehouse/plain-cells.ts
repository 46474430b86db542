// A plain file's layout → the relation of its cells, as received: one row a line, cut by the database itself.
import type { PlainLayout } from '../extracts/simple-csv.js';
import { literal } from './sql.js';

/** The name of a cell by its place in a row, from 0. */
export function cellOf(index: number): string {
  return `cell_${index}`;
}

/** Whether the database takes a path for one file, and not for a pattern of many. */
export function isOnePath(path: string): boolean {
  return !/[*?[\]{}]/.test(path);
}

/** Rows that follow each other in a file: the relation of their cells, and the number of the first one's line. */
export interface Stretch {
  readonly cells: string;
  readonly line: number;
}

/**
 * The cells of every line that has as many as the heading, in two stretches; none is null. A line with fewer cells or
 * one more is left out; a line with many more, or that ends otherwise than the others, fails. Where a line is blank, a
 * line may be in both or in neither. The second reads past the lines of the first, and is therefore the shorter.
 */
export function cellsIn(layout: PlainLayout, line: number): readonly Stretch[] {
  const isHeld = layout.bytes <= HELD_WHOLE;
  const first = Math.round(layout.records * (isHeld ? FIRST : FIRST_OF_MORE));
  const after = isHeld
    ? wholeRows({ ...layout, above: layout.above + first }, '')
    : wholeRows(layout, `offset ${first}`);
  return [
    { cells: wholeRows(layout, `limit ${first}`), line },
    { cells: after, line: line + first },
  ];
}

/** In bytes. Lines are skipped in half the time of cutting them and leaving them out, but the file is then all held. */
const HELD_WHOLE = 100_000_000;

/** Which share of the lines the first stretch has: to skip a line takes a sixth of the time of keeping it. */
const FIRST = 0.53;

/** Likewise: to cut a line and leave it out takes a third of that time. */
const FIRST_OF_MORE = 0.58;

function wholeRows(layout: PlainLayout, which: string): string {
  const width = layout.heading.cells.length;
  return `(select * exclude (${cellOf(width)}) from (from ${reading(layout, width + 1)} ${which})
    where ${cellOf(width - 1)} is not null and ${cellOf(width)} is null)`;
}

/** The same, faster, and all of it: a line with fewer cells fails, and one more that is blank is not noticed. */
export function someCellsIn(layout: PlainLayout): string {
  return reading(layout, layout.heading.cells.length);
}

/** In bytes: how much of a file the database holds at once, several times over. Usually four times that. */
const HELD = 8_000_000;

/**
 * Nothing is guessed. To be given one column more than there are shows lines that are too long: a cell that is not
 * there is then null, and a blank one is not.
 */
function reading(
  { path, heading, delimiter, lineBreak, above }: PlainLayout,
  width: number,
): string {
  const columns = Array.from({ length: width }, (_, at) => `${cellOf(at)}: 'varchar'`);
  const options = [
    literal(path),
    `columns = {${columns.join(', ')}}`,
    'auto_detect = false, header = false, hive_partitioning = false',
    "quote = '', escape = '', comment = '', compression = 'none', nullstr = '\\n'",
    `skip = ${above}, delim = ${literal(delimiter)}, new_line = '${lineBreak === '\n' ? '\\n' : '\\r\\n'}'`,
    `null_padding = ${width > heading.cells.length}, buffer_size = ${HELD}`,
  ];
  return `read_csv(${options.join(', ')})`;
}
