// Tables and words of one language → the sheets of an accessible workbook: cover, contents, notes, and one table a sheet.
import type { Cell, CellValue, WriteSheet } from 'hucre';
import type { FigureWords } from '../figures/words.js';
import { MARKS, TABLE_COLUMNS, type TableCell } from './table-rows.js';

/** One section's figures. */
export interface SectionTable {
  /** The title of the section. */
  readonly title: string;
  readonly rows: readonly (readonly TableCell[])[];
  /** By row and column, how a number is shown; null where as it is. */
  readonly formats: readonly (readonly (string | null)[])[];
}

/** A cell by its row and column, counted from 0. */
type StyledCell = readonly [place: string, cell: Partial<Cell>];

/** A sheet, and what the contents say of it. */
interface PlacedSheet {
  readonly sheet: WriteSheet;
  readonly title: string;
}

const WIDTHS = [44, 13, 13, 26, 22, 30, 12, 12, 12, 12, 12, 26, 22, 44, 34];
const TITLE = { font: { bold: true, size: 15 } } as const;
const HEADING = { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } } as const;
const WRAPPED = { alignment: { wrapText: true, vertical: 'top' } } as const;
/** The row of the heading, counted from 0: the title and what the sheet holds stand above it. */
const HEADING_ROW = 3;

/** The sheet of one section's figures, with its table marked as one. `number` is its place, from 1. */
export function buildFigureSheet(
  { title, rows, formats }: SectionTable,
  number: number,
  words: FigureWords,
): PlacedSheet {
  const { say } = words;
  const headings = TABLE_COLUMNS.map((column) => say(`workbook.columns.${column}`));
  const intro = [say('workbook.table'), say('workbook.marks', MARKS)];
  return placeTable(
    { title, intro, headings, rows, formats, name: nameSheet(title, number), place: number + 2 },
    WIDTHS,
  );
}

/** The sheet that lists the sheets of figures. */
export function buildContents(tables: readonly PlacedSheet[], words: FigureWords): PlacedSheet {
  const { say } = words;
  const title = say('workbook.contents');
  const headings = [say('workbook.sheet'), say('workbook.holds')];
  const rows = tables.map(({ sheet, title: holds }) => [sheet.name, holds]);
  const intro = [say('workbook.table'), say('workbook.listed')];
  const placed = placeTable(
    { title, intro, headings, rows, formats: [], name: title, place: 2 },
    [34, 60],
  );
  const { cells = new Map<string, Partial<Cell>>(), ...sheet } = placed.sheet;
  const links = rows.map(([name = ''], at): StyledCell => {
    const hyperlink = { target: '', location: `'${name}'!A1` };
    return [`${at + HEADING_ROW + 1},0`, { value: name, hyperlink }];
  });
  return {
    ...placed,
    sheet: { ...sheet, cells: new Map<string, Partial<Cell>>([...cells, ...links]) },
  };
}

/** The sheet that says what each mark means. */
export function buildNotes(words: FigureWords): PlacedSheet {
  const { say } = words;
  const title = say('workbook.notes');
  const headings = [say('workbook.mark'), say('workbook.meaning')];
  const rows = [
    ...Object.entries(MARKS).map(([key, mark]) => [mark, say(`workbook.meanings.${key}`)]),
    ...['interval', 'verdict', 'periods', 'source'].map((key) => [
      say(`workbook.noted.${key}.term`),
      say(`workbook.noted.${key}.meaning`),
    ]),
  ];
  const intro = [say('workbook.table'), say('workbook.explained')];
  return placeTable(
    { title, intro, headings, rows, formats: [], name: title, place: 1 },
    [26, 100],
  );
}

/** The first sheet: what the workbook is of, a line a row. It holds no table. */
export function buildCover(title: string, lines: readonly string[], name: string): WriteSheet {
  return {
    name,
    rows: [[title], ...lines.map((line) => [line])],
    columns: [{ width: 100 }],
    cells: new Map<string, Partial<Cell>>([
      ['0,0', { value: title, style: TITLE }],
      ...lines.map((line, at) => [`${at + 1},0`, { value: line, style: WRAPPED }] as const),
    ]),
  };
}

interface SheetText {
  readonly title: string;
  readonly intro: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly formats: SectionTable['formats'];
  readonly name: string;
  /** Of its table among those of the workbook, from 1: no two may have one name. */
  readonly place: number;
}

function placeTable(
  { title, intro, headings, rows, formats, name, place }: SheetText,
  widths: readonly number[],
): PlacedSheet {
  const last = nameColumn(headings.length - 1);
  const range = `A${HEADING_ROW + 1}:${last}${HEADING_ROW + 1 + rows.length}`;
  const columns = headings.map((heading) => ({ name: heading }));
  const all: CellValue[][] = [
    [title],
    ...intro.map((line) => [line]),
    [...headings],
    ...rows.map((row) => [...row]),
  ];
  return {
    title,
    sheet: {
      name,
      rows: all,
      columns: widths.map((width) => ({ width })),
      cells: new Map<string, Partial<Cell>>([
        ['0,0', { value: title, style: TITLE }],
        ...headings.map(
          (value, at) => [`${HEADING_ROW},${at}`, { value, style: HEADING }] as const,
        ),
        ...rows.flatMap((row, at) => formatRow(row, at + HEADING_ROW + 1, formats[at] ?? [])),
      ]),
      tables: [
        {
          name: `table_${place}`,
          range,
          columns,
          style: 'TableStyleLight1',
          showRowStripes: false,
        },
      ],
      a11y: { headerRow: HEADING_ROW, summary: intro[0] ?? title },
    },
  };
}

/** Days are shown as days. Numbers are shown rounded where a column says how; the number in the cell is not. */
function formatRow(
  row: readonly TableCell[],
  at: number,
  formats: readonly (string | null)[],
): StyledCell[] {
  return row.flatMap((value, column) => {
    const numFmt = value instanceof Date ? 'yyyy-mm-dd' : formats[column];
    if (typeof value === 'string' || !numFmt) return [];
    return [[`${at},${column}`, { value, style: { numFmt } }]];
  });
}

/** The most letters that a spreadsheet allows in the name of a sheet. */
const LONGEST_NAME = 31;

/** The number of a section and as many whole words of its title as a name may have, without the letters that it may not. */
function nameSheet(title: string, number: number): string {
  let name = String(number);
  for (const word of title.replace(/[[\]:*?/\\']/g, ' ').split(/\s+/)) {
    if (`${name} ${word}`.length > LONGEST_NAME) break;
    name = `${name} ${word}`;
  }
  return name.replace(/,$/, '');
}

/** The letters of a column, the first being 0; a workbook of figures has fewer than 26. */
function nameColumn(at: number): string {
  return String.fromCharCode(65 + at);
}
