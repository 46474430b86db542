// Decoded text → records, by Papa Parse piece by piece; what a stray quote or a cut does to them is refused.
import Papa from 'papaparse';
import { findCsvLayout } from './csv-heading.js';
import type { RowCounter } from './row-counts.js';
import type { HeadingTest } from './extract-file.js';
import { refuse } from './refusal.js';
import { isTotalsLine } from './totals.js';

/** In characters; longer than a record can be: past it, a quote was opened and never closed. */
const MAX_RECORD_LENGTH = 1_000_000;

interface CsvParser {
  readonly parser: Papa.Parser;
  readonly delimiter: string;
  readonly counter: RowCounter;
}

/**
 * Parses delimited text into a counter, which the caller finishes. Pieces are as `decodeText` gives them. Delimiter and
 * heading are found in the first records (`csvHeading`). A line break inside a quoted cell comes out as `\n`. Refuses
 * `empty-file`, `no-heading`, `unclosed-quote` (also a quote that closed too late and swallowed lines) and `cut-short`
 * (a last record that stops before its last cell, and the file with it).
 */
export function parseCsv(
  pieces: Iterable<string>,
  isHeading: HeadingTest,
  counter: RowCounter,
): void {
  let table: CsvParser | null = null;
  let rest = '';
  for (const piece of pieces) {
    if (table === null) {
      const { delimiter, heading, recordsStart } = findCsvLayout(counter.file, piece, isHeading);
      counter.start(heading);
      table = { parser: new Papa.Parser({ delimiter, newline: '\n' }), delimiter, counter };
      rest = parseCompleteRecords(table, piece.slice(recordsStart));
    } else rest = parseCompleteRecords(table, rest + piece);
  }
  if (table !== null) parseLastRecord(table, rest);
}

/** Parses the records that end within the text; returns the rest, which is the start of the next record. */
function parseCompleteRecords(table: CsvParser, text: string): string {
  const { counter } = table;
  const { data, errors, meta } = parse(table, text, true);
  const broken = errors.find((error) => errorRow(error) < data.length);
  if (broken !== undefined) refuseQuote(counter.file, counter.line + 1 + errorRow(broken));
  if (text.includes('"')) checkQuoted(table, data);
  counter.addRecords(data);
  if (text.length - meta.cursor > MAX_RECORD_LENGTH) refuseQuote(counter.file, counter.line + 1);
  return text.slice(meta.cursor);
}

/** Parses the last record, which has no line break at its end. */
function parseLastRecord(table: CsvParser, text: string): void {
  const { counter } = table;
  if (text.trim() === '') return;
  const { data, errors } = parse(table, text, false);
  const unclosed = errors.length > 0;
  const last = data[0] ?? [];
  const short = last.length < counter.width && !isTotalsLine(last);
  if (!text.includes('\n') && (unclosed || short)) refuseCut(counter.file, counter.line + 1);
  if (unclosed) refuseQuote(counter.file, counter.line + 1);
  checkQuoted(table, data);
  counter.addRecords(data);
}

function parse(table: CsvParser, text: string, isPartial: boolean): Papa.ParseResult<string[]> {
  return table.parser.parse(text, 0, isPartial) as Papa.ParseResult<string[]>;
}

function errorRow(error: Papa.ParseError): number {
  return error.row ?? 0;
}

function checkQuoted({ delimiter, counter }: CsvParser, records: readonly string[][]): void {
  const swallowing = records.findIndex((cells) => swallowsLines(cells, counter.width, delimiter));
  if (swallowing !== -1) refuseQuote(counter.file, counter.line + 1 + swallowing);
}

/**
 * Whether a cell seems to hold whole records. A quote opened by mistake and closed by a later one joins lines; if the
 * joined record has its right number of cells, the swallowing cell holds, for each of its line breaks, exactly one
 * record's delimiters; if it has not, a line break in it is reason enough.
 */
function swallowsLines(cells: readonly string[], width: number, delimiter: string): boolean {
  return cells.some((cell) => {
    if (!cell.includes('\n')) return false;
    const breaks = cell.split('\n').length - 1;
    const delimiters = cell.split(delimiter).length - 1;
    return cells.length !== width || (width > 1 && delimiters === breaks * (width - 1));
  });
}

function refuseQuote(file: string, line: number): never {
  refuse('unclosed-quote', file, { line, variant: 'row' });
}

function refuseCut(file: string, line: number): never {
  refuse('cut-short', file, { line });
}
