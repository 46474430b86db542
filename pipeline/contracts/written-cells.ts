// The stored columns of a file → for each, where its text comes from and what writes it down.
import { CellCache, createUncachedWriter, type CellWriter } from './cell-cache.js';
import { createCellReader, type CellContext } from './cells.js';
import type { Contract } from './contract.js';
import type { ColumnPlace } from './headings.js';
import { createIdMaker, type IdMaker } from './made-ids.js';
import { listStoredCells, type StoredCell } from './stored-columns.js';

/** A stored column with its writer. */
export interface WrittenCell extends StoredCell {
  readonly writer: CellWriter;
  /** For a number that a file lacks: makes it of the row's other columns. */
  readonly makeId: IdMaker | null;
}

/** Creates the writers of a file with its columns at these places. */
export function createCellWriters(
  contract: Contract,
  places: readonly ColumnPlace[],
  context: CellContext,
): WrittenCell[] {
  return listStoredCells(contract, places).map((cell) => {
    const { column, index, isYear } = cell;
    const makeId = index < 0 ? createIdMaker(column, contract, places, context) : null;
    const read = createCellReader(column, context, isYear);
    const writer = column.type === 'id' ? createUncachedWriter(read) : new CellCache(read);
    return { ...cell, makeId, writer };
  });
}

/** The text of a stored cell; null if the file has none. */
export function readText(
  { index, implied, makeId }: WrittenCell,
  cells: readonly string[],
): string | null {
  if (index >= 0) return cells[index] ?? '';
  return makeId ? makeId(cells) : implied;
}
