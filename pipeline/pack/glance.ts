// A section's measures → those with a page of their own, and one table of the rest.
import type { TableRow, FigureTable } from '../figures/figure.js';
import type { MeasurePage, Section } from './input.js';
import type { Say } from './phrases.js';

/** Whether a measure is a line of its section's table and not a page. */
export function isRow({ declaration }: MeasurePage): boolean {
  return declaration.chart === 'row';
}

/** Whether a measure has a page of its own: it is no line of a table, and not told on another measure's page. */
export function hasPage({ declaration }: Pick<MeasurePage, 'declaration'>): boolean {
  return declaration.chart !== 'row' && declaration.chart !== 'decision';
}

/** Joins the lines of a section's small measures into one table, each with the grade of its records; null where there are none. */
export function joinGlanceTables({ measures }: Section, say: Say): FigureTable | null {
  const pages = measures.filter(isRow);
  const [first] = pages.flatMap(({ figure }) => figure.tables);
  if (!first) return null;
  const joined = {
    ...first,
    columns: [...first.columns, { label: say('trust.head'), numeric: false }],
    rows: pages.flatMap(({ figure, trust }) =>
      figure.tables.flatMap(({ rows }) =>
        rows.map((row) =>
          addGrade(row, trust && !row.part ? say(`trust.grade.${trust.grade}`) : ''),
        ),
      ),
    ),
  };
  const note = writeLinksNote(pages, say);
  return removeEmptyCounts(captionSharedEnding(note === '' ? joined : { ...joined, note }, say));
}

/** How far likely links could move the lines: a sentence for those that as many links could, or none, or of which it is not told. */
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

/** The month the years end with, said once over the table where it is one for all lines. */
function captionSharedEnding(table: FigureTable, say: Say): FigureTable {
  const months = table.rows.flatMap(({ cells: [month] }) => month ?? []);
  const ends = [...new Set(months)].filter((month) => month !== say('table.empty'));
  const [month] = ends;
  if (month === undefined || ends.length > 1) return table;
  return { ...removeColumn(table, ENDING_COLUMN), caption: say('glance.ending', { month }) };
}

/** Leaves out the counts where no line has one to give. */
function removeEmptyCounts(table: FigureTable): FigureTable {
  const at = table.columns.length - COUNT_COLUMN_FROM_END;
  return table.rows.every(({ cells }) => cells[at] === '') ? removeColumn(table, at) : table;
}

/** `at` is the place among the cells: the column of the rows' heads stays. */
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

/** Where `glanceTable` puts the month its year ends with, and, from the end of the joined table, the count behind the value. */
const ENDING_COLUMN = 0;
const COUNT_COLUMN_FROM_END = 6;

function addGrade(row: TableRow, grade: string): TableRow {
  const cells = [...row.cells, grade];
  return row.hidden ? { ...row, cells, hidden: [...row.hidden, false] } : { ...row, cells };
}
