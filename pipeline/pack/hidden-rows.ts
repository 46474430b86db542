// A table of an edition that hides → the table without the rows that have no number to show, and how many those were.
import type { FigureTable, TableRow } from '../figures/figure.js';
import { transposeTable } from './transpose.js';

/** A table cut to the rows with a number, and how many rows were left out. */
interface CutTable {
  readonly table: FigureTable;
  readonly left: number;
}

/**
 * Leaves out each row whose numbers are all hidden, and each heading with no row left under it. Words in a row, such as the
 * end of its period, are no number, nor is what stands for no number (`empty`).
 */
export function leaveOutHidden(table: FigureTable, empty: string): CutTable {
  const kept = table.rows.filter((row) => row.heading === true || !isHidden(row, table, empty));
  const rows = kept.filter(
    (row, at) => row.heading !== true || (kept[at + 1] !== undefined && !kept[at + 1]?.heading),
  );
  const left = table.rows.length - kept.length;
  return { table: left > 0 ? { ...table, rows } : table, left };
}

/** True where some number is hidden, and no number is shown. */
function isHidden({ cells, hidden }: TableRow, { columns }: FigureTable, empty: string): boolean {
  if (!hidden?.includes(true)) return false;
  return cells.every(
    (text, at) =>
      hidden[at] === true || columns[at + 1]?.numeric !== true || ['', empty].includes(text),
  );
}

/** The windows of a trend stand down its page, newest first. */
export function layOutRows(table: FigureTable, empty: string): CutTable {
  return leaveOutHidden(table.id === 'trend' ? transposeTable(table) : table, empty);
}
