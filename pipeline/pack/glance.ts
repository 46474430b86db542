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
  return {
    ...first,
    columns: [...first.columns, { label: say('trust.head'), numeric: false }],
    rows: pages.flatMap(({ figure, trust }) =>
      figure.tables.flatMap(({ rows }) =>
        rows.map((row) => graded(row, trust ? say(`trust.grade.${trust.grade}`) : '')),
      ),
    ),
  };
}

function graded(row: Row, grade: string): Row {
  const cells = [...row.cells, grade];
  return row.hidden ? { ...row, cells, hidden: [...row.hidden, false] } : { ...row, cells };
}
