// A workbook's bytes → the records of the one sheet that is meant, each row of the sheet one record.
import {
  read,
  type CellObject,
  type ParsingOptions,
  type WorkBook,
  type WorkSheet,
} from '@e965/xlsx';
import { formatCellText, hasLostDigits } from './cells.js';
import { refuse } from './refusal.js';
import { DateSwapTest } from './swapped-dates.js';
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

/** A sheet's records, and the last of its rows, from 1, that cells merged down the rows reach; 0 if no cells are. */
interface OpenedSheet {
  readonly mergedRow: number;
  readonly records: Iterable<string[]>;
}

/**
 * Gives the records of the visible sheet named as the extract, else of the only visible sheet; a blank row is an empty
 * record, and a record ends with its last cell that is not blank. Hidden rows count: they were received. Refuses
 * `which-sheet`, `continued-sheet` (records on another visible sheet too), `too-large` (past 1,048,576 rows or 500
 * columns), `lost-digits` (a number of more than 15 digits), `uncalculated-formula` (a formula whose result was never
 * stored) and, after the last record, `swapped-dates`.
 */
export function readSheet(source: WorkbookFile): OpenedSheet {
  const { file } = source;
  const { name, visible } = chooseSheet(source);
  const workbook = openWorkbook(source, { ...OPTIONS, sheets: [name] });
  if (hasUncalculated(workbook)) refuseFormula(file);
  const rows = (workbook.Sheets[name]?.['!data'] ?? []) as (CellObject[] | undefined)[];
  if (rows.length > MAX_ROWS) refuseLarge(file, 'long-sheet');
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  if (visible.length > 1) refuseContinuation(source, { name, visible }, rows);
  const mergedRow = findMergedRow(workbook.Sheets[name]);
  return { mergedRow, records: readRecords(file, rows, date1904) };
}

function* readRecords(
  file: string,
  rows: readonly (CellObject[] | undefined)[],
  date1904: boolean,
): Generator<string[]> {
  const dates = new DateSwapTest();
  for (let row = 0; row < rows.length; row += 1)
    yield readRecord({ file, line: row + 1, date1904, dates }, rows[row] ?? []);
  const [swapped] = dates.list();
  if (swapped !== undefined) refuse('swapped-dates', file, { facts: { letter: swapped } });
}

function findMergedRow(sheet: WorkSheet | undefined): number {
  const downwards = (sheet?.['!merges'] ?? []).filter(({ s: first, e: last }) => last.r > first.r);
  return downwards.reduce((lowest, { e: last }) => Math.max(lowest, last.r + 1), 0);
}

function openWorkbook(source: WorkbookFile, options: ParsingOptions): WorkBook {
  try {
    return read(source.bytes, { ...options, type: 'array' });
  } catch {
    refuseDamaged(source.file);
  }
}

/** The sheet that is read, and every visible one in order. */
interface ChosenSheet {
  readonly name: string;
  readonly visible: readonly string[];
}

function chooseSheet(source: WorkbookFile): ChosenSheet {
  const { SheetNames: names } = openWorkbook(source, { bookSheets: true });
  const [only] = names;
  if (only !== undefined && names.length === 1) return { name: only, visible: [only] };
  const sheets = openWorkbook(source, { sheets: [] }).Workbook?.Sheets ?? [];
  const visible = names.filter((_, index) => !sheets[index]?.Hidden);
  const named = visible.find((name) => normaliseSheetName(name) === source.extract.toLowerCase());
  const [first] = visible;
  if (named !== undefined) return { name: named, visible };
  if (first === undefined || visible.length > 1) refuseSheets(source.file, source.extract);
  return { name: first, visible: [first] };
}

/** How many rows of a sheet are searched for the headings of another. */
const SEARCHED_ROWS = 20;

/** Refuses a workbook in which another visible sheet goes on with the records: its name or a row of headings says so. */
function refuseContinuation(
  source: WorkbookFile,
  { name: chosen, visible }: ChosenSheet,
  rows: readonly (CellObject[] | undefined)[],
): void {
  const { file, extract } = source;
  const others = visible.filter((name) => name !== chosen);
  const headings = new Set(rows.slice(0, SEARCHED_ROWS).flatMap(listRowTexts));
  const { Sheets } = openWorkbook(source, {
    dense: true,
    sheets: others,
    sheetRows: SEARCHED_ROWS,
  });
  const further = others.find((name) => {
    const own = (Sheets[name]?.['!data'] ?? []) as (CellObject[] | undefined)[];
    const isNamed = normaliseSheetName(name).startsWith(extract.toLowerCase());
    const texts = own.flatMap(listRowTexts);
    return texts.length > 0 && (isNamed || texts.some((text) => headings.has(text)));
  });
  // By its place: a sheet may be named after a child.
  if (further !== undefined)
    refuse('continued-sheet', file, { facts: { sheet: String(visible.indexOf(further) + 1) } });
}

/** The texts of a row that holds at least two and nothing else, as one; nothing of any other row. */
function listRowTexts(cells: readonly CellObject[] | undefined): string[] {
  const found = (cells ?? []).filter(({ v: value }) => value !== undefined);
  const isOfTexts = found.length > 1 && found.every(({ v: value }) => typeof value === 'string');
  return isOfTexts ? [JSON.stringify(found.map(({ v: value }) => String(value).trim()))] : [];
}

function normaliseSheetName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** Where a record stands, how its workbook counts days, and what looks at its dates. */
interface RecordPlace {
  readonly file: string;
  readonly line: number;
  readonly date1904: boolean;
  readonly dates: DateSwapTest;
}

function readRecord(
  { file, line, date1904, dates }: RecordPlace,
  cells: readonly CellObject[],
): string[] {
  const texts: string[] = [];
  cells.forEach((cell, column) => {
    const text = formatCellText(cell, date1904);
    if (text === '') return;
    if (column >= MAX_COLUMNS) refuseLarge(file, 'wide-sheet');
    if (hasLostDigits(cell)) refuseDigits(file, line);
    dates.add(column, cell, text);
    while (texts.length < column) texts.push('');
    texts.push(text);
  });
  return texts;
}

/** A numeric formula cell with no value, or an empty one, under any prefix: other programs leave these for Excel to work out. */
const UNCALCULATED =
  /<(?:\w+:)?c\b(?![^>]*\bt="str")[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*\/>|[^>]*>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v>\s*<\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/;

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
