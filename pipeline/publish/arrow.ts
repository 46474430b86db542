// The rows of the figures file → an Arrow IPC file that any Arrow reader opens.
import { Float64, Int32, Table, Utf8, tableToIPC, vectorFromArray } from 'apache-arrow';
import { COLUMNS, type FigureRow } from './figures-table.js';

const WHOLE = new Set<string>(['numerator', 'denominator']);
const REAL = new Set<string>(['value', 'lower', 'upper']);

/** The rows as Arrow: counts as 32-bit whole numbers, values as doubles, the rest as text; nothing where CSV is empty. */
export function writeArrow(rows: readonly FigureRow[]): Uint8Array {
  const vectors = COLUMNS.map((column) => [column, buildVector(column, rows)] as const);
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'file');
}

function buildVector(column: (typeof COLUMNS)[number], rows: readonly FigureRow[]) {
  const fields = rows.map((row) => row[column]);
  if (WHOLE.has(column)) return vectorFromArray(fields as (number | null)[], new Int32());
  if (REAL.has(column)) return vectorFromArray(fields as (number | null)[], new Float64());
  return vectorFromArray(fields as (string | null)[], new Utf8());
}
