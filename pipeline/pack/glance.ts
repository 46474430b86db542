// A section's measures → those with a page of their own, and one table of the rest.
import type { Row, Table } from '../figures/figure.js';
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
export function glanceOf({ measures }: Section, say: Say): Table | null {
  const pages = measures.filter(isRow);
  const [first] = pages.flatMap(({ figure }) => figure.tables);
  if (!first) return null;
  const joined = {
    ...first,
    columns: [...first.columns, { label: say('trust.head'), numeric: false }],
    rows: pages.flatMap(({ figure, trust }) =>
      figure.tables.flatMap(({ rows }) =>
        rows.map((row) => graded(row, trust && !row.part ? say(`trust.grade.${trust.grade}`) : '')),
      ),
    ),
  };
  const note = noteOf(pages, say);
  return withoutEmpty(withOneEnding(note === '' ? joined : { ...joined, note }, say));
}

/** How far likely links could move the lines: a sentence for those that as many links could, or none, or of which it is not told. */
function noteOf(pages: readonly MeasurePage[], say: Say): string {
  const sets = new Map<string, { status: string; links: string; said: string[] }>();
  for (const { band } of pages.map(({ figure }) => figure)) {
    if (!band) continue;
    const { status, links, said } = band;
    const set = sets.get(`${status} ${links}`) ?? { status, links, said: [] };
    sets.set(`${status} ${links}`, { ...set, said: [...set.said, said] });
  }
  return (['shown', 'same', 'hidden'] as const)
    .flatMap((status) => [...sets.values()].filter((set) => set.status === status))
    .map(({ status, links, said }) =>
      say(`glance.links.${status}`, { links, measures: said.join('; ') }),
    )
    .join(' ');
}

/** The month the years end with, said once over the table where it is one for all lines. */
function withOneEnding(table: Table, say: Say): Table {
  const months = table.rows.flatMap(({ cells: [month] }) => month ?? []);
  const ends = [...new Set(months)].filter((month) => month !== say('table.empty'));
  const [month] = ends;
  if (month === undefined || ends.length > 1) return table;
  return { ...withoutColumn(table, ENDING), caption: say('glance.ending', { month }) };
}

/** Leaves out the counts where no line has one to give. */
function withoutEmpty(table: Table): Table {
  const at = table.columns.length - COUNTED_FROM_END;
  return table.rows.every(({ cells }) => cells[at] === '') ? withoutColumn(table, at) : table;
}

/** `at` is the place among the cells: the column of the rows' heads stays. */
function withoutColumn(table: Table, at: number): Table {
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
const ENDING = 0;
const COUNTED_FROM_END = 6;

function graded(row: Row, grade: string): Row {
  const cells = [...row.cells, grade];
  return row.hidden ? { ...row, cells, hidden: [...row.hidden, false] } : { ...row, cells };
}
