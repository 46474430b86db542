// The cells of a plain file and the answers to its texts → every row with what is kept of it.
import type { Column } from '../contracts/contract.js';
import type { KeptCell } from '../contracts/stored-columns.js';
import { answersOf, isAsked, type Answers } from './distinct-values.js';
import { typeOf } from './column-types.js';
import { cellOf, type Stretch } from './plain-cells.js';
import { literal, name } from './sql.js';

/**
 * Every row of a stretch with what is kept of its cells, by the names of all kept columns, its faults, and the number of
 * its line as `#line`: joined rows may come a little before others that they came after.
 */
export function keptRows(
  { cells, line }: Stretch,
  columns: readonly KeptCell[],
  answers: Answers,
): string {
  const { changed, faulty } = answers;
  const values = columns.map(
    (column) => `${valueOf(column, changed)} as ${name(column.column.name)}`,
  );
  const faults = faulty.map((place) => `answer_${place}.fault as ${faultOf(place)}`);
  const joins = columns
    .filter(({ place }) => changed.has(place))
    .map((column) => joining(column, answers));
  const numbered = `(select *, (row_number() over () + ${line - 1})::integer as "#line" from ${cells})`;
  return `select ${[...values, '"#line"', ...faults].join(', ')} from ${numbered} ${joins.join(' ')}`;
}

/** The column that holds the fault of another. */
export function faultOf(place: number): string {
  return name(`#fault_${place}`);
}

/** A text that nobody was asked about is kept as it stands; an empty one is nothing. */
function valueOf({ column, place, index }: KeptCell, changed: ReadonlySet<number>): string {
  const type = typeOf(column);
  if (index < 0) return `null::${type}`;
  // One that is required was asked about, if it was empty.
  const text = column.required ? cellOf(index) : `nullif(${cellOf(index)}, '')`;
  const standing = `${text}::${type}`;
  if (!changed.has(place)) return standing;
  const answer = `answer_${place}`;
  return isAsked(column)
    ? `${answer}.value`
    : `case when ${answer}.text is null then ${standing} else ${answer}.value end`;
}

function joining(cell: KeptCell, { codes }: Answers): string {
  const { column, place, index } = cell;
  const type = typeStored(column, codes.get(place) ?? []);
  const answer = `answer_${place}`;
  return `left join (${answersOf(cell, type)}) as ${answer} on ${answer}.text = ${cellOf(index)}`;
}

/** Codes are written in a tenth of the time if the database need not gather them again. */
function typeStored(column: Column, codes: readonly string[]): string {
  return codes.length === 0 ? typeOf(column) : `enum (${codes.map(literal).join(', ')})`;
}
