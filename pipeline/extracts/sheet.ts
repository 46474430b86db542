// A workbook's bytes → the records of the one sheet that is meant, each row of the sheet one record.
import { read, type CellObject, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import { formatCellText, hasLostDigits } from './cells.js';
import { refuse } from './refusal.js';
import { refuseDamaged } from './zip.js';

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 500;
const OPTIONS: ParsingOptions = {
  dense: true,
  cellText: false,
  cellNF: true,
  cellHTML: false,
  cellFormula: false,
  bookFiles: true,
};

/** Which workbook is read, and for which extract. */
export interface WorkbookFile {
  readonly file: string;
  readonly extract: string;
  readonly bytes: Uint8Array;
}

/**
 * Gives the records of the visible sheet named as the extract, else of the only visible sheet; a blank row is an empty
 * record, and a record ends with its last cell that is not blank. Hidden rows count: they were received. Refuses
 * `which-sheet`, `too-large` (past 1,048,576 rows or 500 columns), `lost-digits` (a number of more than 15 digits) and
 * `uncalculated-formula` (a formula whose result was never stored).
 */
export function* readSheetRecords(source: WorkbookFile): Generator<string[]> {
  const { file } = source;
  const name = chooseSheet(source);
  const workbook = openWorkbook(source, { ...OPTIONS, sheets: [name] });
  if (hasUncalculated(workbook)) refuseFormula(file);
  const rows = (workbook.Sheets[name]?.['!data'] ?? []) as (CellObject[] | undefined)[];
  if (rows.length > MAX_ROWS) refuseLarge(file, 'long-sheet');
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  for (let row = 0; row < rows.length; row += 1)
    yield readRecord(file, rows[row] ?? [], row + 1, date1904);
}

function openWorkbook(source: WorkbookFile, options: ParsingOptions): WorkBook {
  try {
    return read(source.bytes, { ...options, type: 'array' });
  } catch {
    refuseDamaged(source.file);
  }
}

function chooseSheet(source: WorkbookFile): string {
  const { SheetNames: names } = openWorkbook(source, { bookSheets: true });
  const [only] = names;
  if (only !== undefined && names.length === 1) return only;
  const sheets = openWorkbook(source, { sheets: [] }).Workbook?.Sheets ?? [];
  const visible = names.filter((_, index) => !sheets[index]?.Hidden);
  const named = visible.find((name) => normaliseSheetName(name) === source.extract.toLowerCase());
  const [first] = visible;
  if (named !== undefined) return named;
  if (first === undefined || visible.length > 1) refuseSheets(source.file, source.extract);
  return first;
}

function normaliseSheetName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

function readRecord(
  file: string,
  cells: readonly CellObject[],
  line: number,
  date1904: boolean,
): string[] {
  const texts: string[] = [];
  cells.forEach((cell, column) => {
    const text = formatCellText(cell, date1904);
    if (text === '') return;
    if (column >= MAX_COLUMNS) refuseLarge(file, 'wide-sheet');
    if (hasLostDigits(cell)) refuseDigits(file, line);
    while (texts.length < column) texts.push('');
    texts.push(text);
  });
  return texts;
}

/** A numeric formula cell with no value, or an empty one: other programs leave these for Excel to work out. */
const UNCALCULATED =
  /<c\b(?![^>]*\bt="str")[^>]*>\s*<f\b(?:[^>]*\/>|[^>]*>[^<]*<\/f>)\s*(?:<v\s*\/>|<v>\s*<\/v>)?\s*<\/c>/;

function hasUncalculated(workbook: WorkBook): boolean {
  const parts = (workbook as { files?: Record<string, { content?: Uint8Array }> }).files ?? {};
  return Object.entries(parts).some(([path, { content }]) => {
    const isSheet = /worksheets\/[^/]+\.xml$/.test(path) && content !== undefined;
    return isSheet && UNCALCULATED.test(Buffer.from(content).toString('latin1'));
  });
}

function refuseSheets(file: string, extract: string): never {
  refuse('which-sheet', file, { facts: { extract } });
}

function refuseLarge(file: string, variant: 'long-sheet' | 'wide-sheet'): never {
  refuse('too-large', file, { variant });
}

function refuseDigits(file: string, line: number): never {
  refuse('lost-digits', file, { line });
}

function refuseFormula(file: string): never {
  refuse('uncalculated-formula', file);
}
