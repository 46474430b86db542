// A contract and the column positions of a file → which cells of a row are stored. The only place that decides this.
import { IDENTITY_MARK, type ContractColumn, type Contract } from './contract.js';
import type { ColumnPlace } from './headings.js';

/**
 * A stored column: its position among the stored columns, and the index of its cell in a row; -1 if the file lacks it. Then
 * it may have a text that is implied.
 */
export interface StoredCell {
  readonly column: ContractColumn;
  readonly place: number;
  readonly index: number;
  readonly implied: string | null;
  readonly isYear: boolean;
}

/** Every stored column in order, except the identity mark, which has no cell of its own. Other cells are skipped. */
export function listStoredCells(
  { storedColumns }: Contract,
  places: readonly ColumnPlace[],
): StoredCell[] {
  const cells = storedColumns.filter(({ name }) => name !== IDENTITY_MARK.name);
  return cells.map((column, place) => {
    const found = places.find((each) => each.column.name === column.name);
    const { index = -1, implied = null, isYear = false } = found ?? {};
    return { column, place, index, implied, isYear };
  });
}
