// A table with its periods across → the same with its periods down, newest first, which a narrow page and a phone can hold.
import type { FigureTable } from '../figures/figure.js';

/** Each column becomes a row, the last first; each row becomes a column. The head of the row labels stays where it is. */
export function transposeTable(table: FigureTable): FigureTable {
  const [corner, ...periods] = table.columns;
  if (!corner) return table;
  const rows = periods.map(({ label }, at) => ({
    label,
    cells: table.rows.map(({ cells }) => cells[at] ?? ''),
    hidden: table.rows.map(({ hidden }) => hidden?.[at] === true),
  }));
  return {
    ...table,
    columns: [corner, ...table.rows.map(({ label }) => ({ label, numeric: true }))],
    rows: rows.toReversed(),
  };
}
