// Files of the base service, written otherwise: as CSV or as workbooks.
import { utils, write, type WorkSheet } from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const BASE = join(import.meta.dirname, 'cases', 'base');

/** A file of the base with every cell of some columns written otherwise. */
export function rewrite(
  extract: string,
  columns: Readonly<Record<string, (cell: string, at: number) => string>>,
): string[][] {
  const [heading = [], ...rows] = readFileSync(join(BASE, `${extract}.csv`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const written = rows.map((row, at) =>
    row.map((cell, index) => columns[heading[index] ?? '']?.(cell, at) ?? cell),
  );
  return [heading, ...written];
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join(',')).join('\n') + '\n';
}

/** The rows as a workbook of texts, after a change to its sheet. */
export function workbook(
  rows: string[][],
  change: (sheet: WorkSheet) => void = () => undefined,
): Buffer {
  const sheet = utils.aoa_to_sheet(rows);
  change(sheet);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Sheet1');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}
