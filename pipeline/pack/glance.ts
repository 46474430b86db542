// A section's measures → those with a page of their own, and one table of the rest.
import type { FigureTable, TableRow } from '../figures/figure.js';
import type { MeasurePage, Section } from './input.js';
import type { Say } from './phrases.js';

/** Whether a measure is a line of its section's table instead of a page. */
function isRow({ declaration }: MeasurePage): boolean {
  return declaration.chart === 'row';
}

/** Whether a measure has its own page: it is not a line of a table, nor part of another measure's page. */
export function hasPage({ declaration }: Pick<MeasurePage, 'declaration'>): boolean {
  return declaration.chart !== 'row' && declaration.chart !== 'decision';
}

/** Joins the lines of a section's small measures into one table, with what lowers the grade of their records; null if there are none. */
export function joinGlanceTables({ measures }: Section, say: Say): FigureTable | null {
  const pages = measures.filter(isRow);
  const [first] = pages
    .flatMap(({ figure }) => figure.tables)
    .toSorted((one, other) => other.columns.length - one.columns.length);
  if (!first) return null;
  const width = first.columns.length - 1;
  const joined = {
    ...first,
    rows: pages.flatMap(({ figure }) =>
      figure.tables.flatMap(({ rows }) => rows.map((row) => padRow(row, width))),
    ),
  };
  const said = [
    ...writeGrades(pages, say),
    writeLinksNote(pages, say),
    writeAnswersNote(pages, say),
  ];
  const note = [...said, ...listNotes(pages, say)].filter((text) => text !== '');
  const noted = { ...joined, note: note.join(' ') };
  return captionSharedEnding(removeEmptyCounts(note.length > 0 ? noted : joined), say);
}

/** The lines whose records are not graded high, by grade: most are, and need no word. */
function writeGrades(pages: readonly MeasurePage[], say: Say): string[] {
  return (['low', 'moderate'] as const).flatMap((grade) => {
    const titles = pages
      .filter(({ trust }) => trust?.grade === grade)
      .flatMap(({ figure }) => figure.tables[0]?.rows[0]?.label ?? []);
    if (titles.length === 0) return [];
    return [
      say('glance.graded', { grade: say(`trust.grade.${grade}`), titles: titles.join('; ') }),
    ];
  });
}

/** What the lines' own tables say under them, each once, with the lines it is said of. */
function listNotes(pages: readonly MeasurePage[], say: Say): string[] {
  const lines = new Map<string, string[]>();
  for (const { note, rows } of pages.flatMap(({ figure }) => figure.tables)) {
    if (note === undefined) continue;
    lines.set(note, [...(lines.get(note) ?? []), rows[0]?.label ?? '']);
  }
  return [...lines].map(([note, titles]) =>
    say('glance.noted', { titles: titles.join('; '), note }),
  );
}

/** How far likely links could move the lines: one sentence for each number of links, one for no effect, one for hidden. */
function writeLinksNote(pages: readonly MeasurePage[], say: Say): string {
  const groups = new Map<string, { status: string; links: string; said: string[] }>();
  for (const { linkSensitivity: band } of pages.map(({ figure }) => figure)) {
    if (!band) continue;
    const { status, links, said } = band;
    const set = groups.get(`${status} ${links}`) ?? { status, links, said: [] };
    groups.set(`${status} ${links}`, { ...set, said: [...set.said, said] });
  }
  return (['shown', 'same', 'hidden'] as const)
    .flatMap((status) => [...groups.values()].filter((set) => set.status === status))
    .map(({ status, links, said }) =>
      say(`glance.links.${status}`, { links, measures: said.join('; ') }),
    )
    .join(' ');
}

/** How far blank answers could move the lines: one sentence for those shown, one for those hidden. */
function writeAnswersNote(pages: readonly MeasurePage[], say: Say): string {
  const ranges = pages.flatMap(({ figure }) => figure.answerRange ?? []);
  return (['shown', 'hidden'] as const)
    .flatMap((status) => {
      const said = ranges.filter((range) => range.status === status).map((range) => range.said);
      return said.length > 0
        ? [say(`glance.answers.${status}`, { measures: said.join('; ') })]
        : [];
    })
    .join(' ');
}

/** If all years end in the same month, moves the month from its column to the caption. */
function captionSharedEnding(table: FigureTable, say: Say): FigureTable {
  const months = table.rows.flatMap(({ cells: [month] }) => month ?? []);
  const ends = [...new Set(months)].filter((month) => month !== say('table.empty'));
  const [month] = ends;
  if (month === undefined || ends.length > 1) return table;
  return { ...removeColumn(table, ENDING_COLUMN), caption: say('glance.ending', { month }) };
}

/** Removes the column of counts if no line has one. */
function removeEmptyCounts(table: FigureTable): FigureTable {
  return table.rows.every(({ cells }) => cells[COUNT_COLUMN] === '')
    ? removeColumn(table, COUNT_COLUMN)
    : table;
}

/** `at` is the index among the cells; the column of row labels always stays. */
function removeColumn(table: FigureTable, at: number): FigureTable {
  return {
    ...table,
    columns: table.columns.toSpliced(at + 1, 1),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.toSpliced(at, 1),
      ...(row.hidden ? { hidden: row.hidden.toSpliced(at, 1) } : {}),
    })),
  };
}

/** Columns of `buildGlanceTable`: the month in which the year ends, and the count behind the value. */
const ENDING_COLUMN = 0;
const COUNT_COLUMN = 2;

/** A line with as many cells as the widest: not every measure gives its quarter. */
function padRow(row: TableRow, width: number): TableRow {
  const blank = Array<string>(width - row.cells.length).fill('');
  if (blank.length === 0) return row;
  const cells = [...row.cells, ...blank];
  return row.hidden
    ? { ...row, cells, hidden: [...row.hidden, ...blank.map(() => false)] }
    : { ...row, cells };
}
