// The cells of a workbook, column by column → the columns whose dates a spreadsheet set to American dates has swapped.
import { utils, type CellObject } from '@e965/xlsx';

/** A text that begins as a day of the month and a month do, with a year of two or four digits. */
const WRITTEN_DAY = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})\b/;
const MONTHS = 12;

/** How many dates of a column are dates and texts, and whether every one is as the swap would leave it. */
interface DateColumn {
  trueDates: number;
  texts: number;
  isSwapped: boolean;
}

/**
 * Looks for columns of days and texts of days. A spreadsheet set to American dates takes 03/05/2009 for the fifth of March and
 * keeps 25/03/2009 as text, so that every true date has a day of the month up to 12 and every text one above it.
 */
export class DateSwapTest {
  readonly #columns = new Map<number, DateColumn>();

  /** Takes one cell and the text that it is read as. */
  add(column: number, cell: CellObject, text: string): void {
    const isText = typeof cell.v === 'string';
    const day = isText ? findWrittenDay(text) : findTrueDay(text);
    if (day === null) return;
    const found = this.#columns.get(column) ?? { trueDates: 0, texts: 0, isSwapped: true };
    if (isText) found.texts += 1;
    else found.trueDates += 1;
    found.isSwapped &&= isText ? day > MONTHS : day <= MONTHS;
    this.#columns.set(column, found);
  }

  /** The letters of the swapped columns. */
  list(): string[] {
    return [...this.#columns]
      .filter(([, { trueDates, texts, isSwapped }]) => isSwapped && trueDates > 0 && texts > 0)
      .map(([column]) => utils.encode_col(column));
  }
}

/** The first number of a text that could be a day and a month, in one order or the other; else null. */
function findWrittenDay(text: string): number | null {
  const [, first = '', second = ''] = WRITTEN_DAY.exec(text) ?? [];
  if (first === '') return null;
  return Number(first) <= 31 && Number(second) <= MONTHS ? Number(first) : null;
}

function findTrueDay(text: string): number | null {
  const day = /^\d{4}-\d\d-(\d\d)(?: |$)/.exec(text)?.[1];
  return day === undefined ? null : Number(day);
}
