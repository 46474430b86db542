// The first text of a delimited file → its delimiter, its heading and where the records after it begin.
import Papa from 'papaparse';
import { findHeading, HEADING_SEARCH_ROWS, type HeadingRow } from './heading.js';
import type { HeadingTest } from './extract-file.js';
import { refuse, refuseMissingHeading } from './refusal.js';

/** No extract has a tenth as many; each one beyond would be reported as a column that is not read. */
const MAX_COLUMNS = 500;
const DELIMITERS = [',', ';', '\t', '|'];

/** How a delimited file is laid out. `ends` is the character, counted in the first text, at which its records begin. */
export interface CsvLayout {
  readonly delimiter: string;
  readonly heading: HeadingRow;
  readonly recordsStart: number;
}

/**
 * Finds the heading within the first 20 records of `text`, whose line breaks are line feeds, trying each delimiter and
 * keeping the one that finds the heading first and cuts it into most cells. A first line `sep=;` settles the
 * delimiter and, as in a spreadsheet, is not counted as a row. Refuses `empty-file`, `no-heading`, a heading with
 * an `unclosed-quote` and, as `too-large`, one of more than 500 columns.
 */
export function findCsvLayout(file: string, text: string, isHeading: HeadingTest): CsvLayout {
  const separator = /^"?sep=(.)"?(?:\n|$)/i.exec(text);
  const body = text.slice(separator?.[0].length ?? 0);
  const delimiters = separator?.[1] === undefined ? DELIMITERS : [separator[1]];
  const headings = delimiters.flatMap((delimiter) => {
    const heading = findHeading(parseRecords(body, delimiter, HEADING_SEARCH_ROWS).data, isHeading);
    return heading === null ? [] : [{ delimiter, heading }];
  });
  const [best] = headings.sort(({ heading: one }, { heading: other }) => {
    return one.index - other.index || other.cells.length - one.cells.length;
  });
  if (best === undefined) refuseMissingHeading(file, body.trim() === '');
  if (best.heading.cells.length > MAX_COLUMNS) refuseWide(file, best.heading.index + 1);
  const above = parseRecords(body, best.delimiter, best.heading.index + 1);
  if (above.errors.length > 0) refuseQuote(file, best.heading.index + 1);
  return { ...best, recordsStart: text.length - body.length + above.meta.cursor };
}

// Fast mode is off because it reports a cursor one record too far when it previews.
function parseRecords(
  text: string,
  delimiter: string,
  preview: number,
): Papa.ParseResult<string[]> {
  const parser = new Papa.Parser({ delimiter, newline: '\n', preview, fastMode: false });
  return parser.parse(text, 0, false) as Papa.ParseResult<string[]>;
}

function refuseQuote(file: string, line: number): never {
  refuse('unclosed-quote', file, { line, variant: 'heading' });
}

function refuseWide(file: string, line: number): never {
  refuse('too-large', file, { line, variant: 'wide', facts: { most: String(MAX_COLUMNS) } });
}
