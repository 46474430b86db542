// A section's measures → those with a page of their own, and one table of the rest.
import type { Table } from '../figures/figure.js';
import type { MeasurePage, Section } from './input.js';

/** Whether a measure is a line of its section's table and not a page. */
export function isRow({ declaration }: MeasurePage): boolean {
  return declaration.chart === 'row';
}

/** Whether a measure has a page of its own: it is no line of a table, and not told on another measure's page. */
export function hasPage({ declaration }: Pick<MeasurePage, 'declaration'>): boolean {
  return declaration.chart !== 'row' && declaration.chart !== 'decision';
}

/** Joins the lines of a section's small measures into one table; null where there are none. */
export function glanceOf({ measures }: Section): Table | null {
  const tables = measures.filter(isRow).flatMap(({ figure }) => figure.tables);
  const [first] = tables;
  return first ? { ...first, rows: tables.flatMap(({ rows }) => rows) } : null;
}
