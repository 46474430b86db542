// A row of figures.csv → the cells of one row of a workbook: a number, words, or a mark that says why there is none.
import { readLinkNote } from '../domain/figure-note.js';
import type { Day } from '../domain/period.js';
import type { FigureWords } from '../figures/words.js';
import type { FigureRow } from '../publish/figures-table.js';

/** What a cell of a table holds. A day is a date of the spreadsheet. */
export type TableCell = string | number | Date;

/** The marks of the Government Analysis Function for a number that is not there; the sheet of notes says what each means. */
export const MARKS = { hidden: '[c]', noData: '[x]', notApplicable: '[z]' } as const;

/** The columns of a table of figures, in order. */
export const TABLE_COLUMNS = [
  ...(['title', 'starts', 'ends', 'area', 'breakdown', 'group'] as const),
  ...(['numerator', 'denominator', 'value', 'lower', 'upper', 'unit'] as const),
  ...(['verdict', 'note', 'measure'] as const),
] as const;

/** The columns that hold numbers or a mark, which figures.csv has under the same names. */
export const NUMBER_COLUMNS = ['numerator', 'denominator', 'value', 'lower', 'upper'] as const;

/** One row: every cell is filled. Numbers are those of figures.csv, unrounded. */
export function writeTableRow(row: FigureRow, title: string, words: FigureWords): TableCell[] {
  const { say } = words;
  const missing = chooseMark(row);
  const [breakdown, group] = [String(row.breakdown), String(row.group)];
  const isTotal = breakdown === 'total';
  return [
    ...[title, readDay(String(row.window_start)), readDay(String(row.window_end))],
    words.area(String(row.area_name)),
    isTotal ? say('workbook.all') : words.breakdown(breakdown),
    isTotal ? say('workbook.all') : words.group(breakdown, group),
    ...NUMBER_COLUMNS.map((column) => row[column] ?? missing),
    say(`workbook.units.${row.unit}`),
    row.verdict === null ? missing : say(`verdict.${row.verdict}`),
    row.note === null ? MARKS.notApplicable : writeNote(String(row.note), words),
    String(row.measure),
  ];
}

/** What stands for a number that a row does not have. */
function chooseMark({ status }: FigureRow): string {
  if (status === 'hidden') return MARKS.hidden;
  return status === 'shown' ? MARKS.notApplicable : MARKS.noData;
}

function writeNote(note: string, { say }: FigureWords): string {
  const links = readLinkNote(note);
  return links
    ? say(`workbook.linked.${links.says}`, { share: `${links.percent}%` })
    : say(`workbook.because.${note}`);
}

/** Midnight of a day in universal time, which a spreadsheet shows as the day everywhere. */
function readDay(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** How the numbers of a row are shown: a share in percent, a rate or mean with two decimals, a count as it is. */
export function chooseFormats({ unit }: FigureRow): (string | null)[] {
  const format = unit === 'proportion' ? '0.0%' : unit === 'count' ? null : '0.00';
  const shown: readonly string[] = ['value', 'lower', 'upper'];
  return TABLE_COLUMNS.map((column) => (shown.includes(column) ? format : null));
}
