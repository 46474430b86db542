// A row without a number of its own → one made of its other columns, as they are stored.
import { createCellReader, type CellContext } from './cells.js';
import type { Contract, ContractColumn } from './contract.js';
import type { ColumnPlace } from './headings.js';
import { unwrapCell } from './parsed-cell.js';

/** Makes the number of a row. Empty where a column that it is made of is blank or refused. */
export type IdMaker = (cells: readonly string[]) => string;

/**
 * Creates the maker of a column's numbers; null if its contract names no columns to make them of. Only what is stored goes
 * into a number: of somebody's number the pseudonym.
 */
export function createIdMaker(
  column: ContractColumn,
  { columns }: Contract,
  places: readonly ColumnPlace[],
  context: CellContext,
): IdMaker | null {
  if (column.type !== 'id' || column.made_from === undefined) return null;
  const parts = column.made_from.flatMap((name) => {
    const of = columns.find((each) => each.name === name);
    const place = places.find((each) => each.column.name === name);
    if (!of || !place) return [];
    const read = createCellReader({ ...of, required: false }, context, place.isYear);
    return [
      (cells: readonly string[]) => unwrapCell(read(place.implied ?? cells[place.index] ?? '')),
    ];
  });
  return (cells) => {
    const values = parts.map((read) => read(cells));
    return values.filter((value) => typeof value === 'string').join(' ');
  };
}
