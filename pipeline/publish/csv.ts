// Rows of named fields → CSV text: UTF-8, comma, a heading row.
import Papa from 'papaparse';

/** One row: fields by column name; nothing is written as empty. */
export type CsvRow = Readonly<Record<string, string | number | null | undefined>>;

/**
 * Writes CSV. Empty for null. A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers
 * are left as they are.
 */
export function writeCsv(columns: readonly string[], rows: readonly CsvRow[]): string {
  const fields = rows.map((row) => columns.map((column) => escapeFormula(row[column] ?? '')));
  return `${Papa.unparse({ fields: [...columns], data: fields }, { newline: '\n' })}\n`;
}

/** What begins a formula, in half and full width, after any space. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

function escapeFormula(field: string | number): string | number {
  return typeof field === 'string' && FORMULA.test(field) ? `'${field}` : field;
}
