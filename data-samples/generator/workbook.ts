// A table → an XLSX workbook of one sheet, its dates true dates.
import { utils, write, type CellObject } from '@e965/xlsx';
import { dayNumber } from '../../pipeline/domain/period.js';
import type { Table } from './tables.js';

/** Excel counts days from the last day of 1899 but one. */
const EXCEL_DAY_OF_1970 = 25569;

/** Writes a workbook without compression, so that its bytes do not depend on the computer. */
export function writeWorkbook(sheet: string, table: Table): Uint8Array {
  const cells = [table.headings.map(text), ...table.rows.map((row) => row.map(cell))];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), sheet);
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
}

function cell(content: string): CellObject | null {
  if (content === '') return null;
  if (!/^\d{4}-\d\d-\d\d$/.test(content)) return text(content);
  return { t: 'n', v: dayNumber(content) + EXCEL_DAY_OF_1970, z: 'dd/mm/yyyy' };
}

function text(content: string): CellObject {
  return { t: 's', v: content };
}
