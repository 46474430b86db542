// A contract and the column positions of a file → which cells of a row are stored. The only place that decides this.
import { IDENTITY_MARK, type ContractColumn, type Contract } from './contract.js';
import type { ColumnPlace } from './headings.js';

/**
 * A stored column: its position among the stored columns, and the index of its cell in a row; -1 if the file lacks it.
 */
export interface StoredCell {
  readonly column: ContractColumn;
  readonly place: number;
  readonly index: number;
}

/** Every stored column in order, except the identity mark, which has no cell of its own. Other cells are skipped. */
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
