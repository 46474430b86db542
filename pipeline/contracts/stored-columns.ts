// A contract and where a file has its columns → which cells of a row are kept. The one place that decides it.
import { IDENTITY_MARK, type ContractColumn, type Contract } from './contract.js';
import type { ColumnPlace } from './headings.js';

/** A column that a delivery keeps: its place among them, and that of its cell in a row; -1 where the file has it not. */
export interface StoredCell {
  readonly column: ContractColumn;
  readonly place: number;
  readonly index: number;
}

/** Every kept column in its order, but for the mark of who a row is of, which is no cell. Other cells are read past. */
export function listStoredCells(
  { storedColumns }: Contract,
  places: readonly ColumnPlace[],
): StoredCell[] {
  const cells = storedColumns.filter(({ name }) => name !== IDENTITY_MARK.name);
  return cells.map((column, place) => {
    const found = places.find((each) => each.column.name === column.name);
    return { column, place, index: found?.index ?? -1 };
  });
}
