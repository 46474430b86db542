// A sample service's own files → its work that ended and what was recorded of it, by nothing the project uses.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import Papa from 'papaparse';

/** One row, by the names the demonstration's headings have. */
export type Row = Readonly<Record<string, string>>;

/** A service's files: where they are, whose the children are, and what its supplier calls things. */
export interface Files {
  readonly folder: string;
  readonly area: string;
  /** The supplier's heading → the demonstration's. */
  readonly headings: Readonly<Record<string, string>>;
  /** The supplier's label of a programme or category → the demonstration's. */
  readonly labels: Readonly<Record<string, string>>;
}

const LABELLED = new Set(['programme', 'category']);

/** The rows of an extract, whatever it came in; days as ISO, blanks as blanks. */
export function rowsOf({ folder, headings, labels }: Files, extract: string): Row[] {
  const name = readdirSync(folder).find((file) => new RegExp(`^${extract}[_.]\\d*`).test(file));
  if (!name) throw new RangeError(extract);
  return rawRows(join(folder, name)).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([heading, text]) => {
        const column = headings[heading] ?? heading;
        return [column, (LABELLED.has(column) && labels[text]) || iso(text)];
      }),
    ),
  );
}

/** Rows of the service's own children alone. */
export function ownRows(files: Files, extract: string): Row[] {
  const own = new Set(
    rowsOf(files, 'children')
      .filter((row) => row['responsible_authority'] === files.area)
      .map((row) => row['child_id']),
  );
  return rowsOf(files, extract).filter((row) => own.has(row['child_id']));
}

function rawRows(file: string): Row[] {
  if (file.endsWith('.csv'))
    return Papa.parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data;
  const book = read(readFileSync(file));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet ? utils.sheet_to_json<Row>(sheet, { raw: false, defval: '' }) : [];
}

/** `09/03/2022` → `2022-03-09`; anything else as it is. */
function iso(text: string): string {
  return /^\d\d\/\d\d\/\d{4}$/.test(text) ? text.split('/').reverse().join('-') : text;
}
