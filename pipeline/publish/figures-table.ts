// Disclosed figures → the rows of figures.csv and figures.arrow, in the order and columns that are an interface.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { compareText } from '../domain/compare-text.js';
import type { Quarter } from '../domain/period.js';

/** The columns, in order (extracts.md section 4). */
export const COLUMNS = [
  'measure',
  'quarter',
  'window_start',
  'window_end',
  'area_kind',
  'area_name',
  'breakdown',
  'group',
  'numerator',
  'denominator',
  'value',
  'lower',
  'upper',
  'unit',
  'verdict',
  'status',
  'note',
] as const;

/** One row of the figures file; a number that is withheld, or does not apply, is null. */
export type FigureRow = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

/** How many columns, from the first, rows are sorted by. */
const SORTED_BY = 8;

/**
 * One row a value, sorted by the first eight columns. `shown` is a row with a value. A row of counts from which no value
 * follows, such as children of a group without a population, has `no data`, its counts, and a note that says why. Published figures of our own service are left out: there the area
 * kind `service` means ours, and two official series of one thing are never put in one.
 */
export function figureRows(disclosed: readonly DisclosedCell[], quarter: Quarter): FigureRow[] {
  return disclosed
    .filter(({ origin, areaKind }) => origin === 'own' || areaKind !== 'service')
    .map((cell) => buildFigureRow(cell, quarter))
    .sort(compareRows);
}

function buildFigureRow(cell: DisclosedCell, quarter: Quarter): FigureRow {
  const numbers = cell.status === 'shown' ? cell : NO_NUMBERS;
  return {
    measure: cell.measure,
    quarter: quarter.label,
    window_start: cell.window.starts,
    window_end: cell.window.ends,
    area_kind: cell.areaKind,
    area_name: cell.areaName,
    breakdown: cell.breakdown,
    group: cell.group,
    numerator: numbers.numerator,
    denominator: numbers.denominator,
    value: numbers.value,
    lower: numbers.lower,
    // An upper limit without end (nothing in the reference group) has no number.
    upper: numbers.upper === Infinity ? null : numbers.upper,
    unit: cell.unit,
    verdict: numbers.verdict,
    status: cell.status === 'shown' && cell.value === null ? 'no data' : cell.status,
    note: cell.note ?? null,
  };
}

const NO_NUMBERS = {
  numerator: null,
  denominator: null,
  value: null,
  lower: null,
  upper: null,
  verdict: null,
};

function compareRows(one: FigureRow, other: FigureRow): number {
  for (const column of COLUMNS.slice(0, SORTED_BY)) {
    const order = compareText(String(one[column]), String(other[column]));
    if (order !== 0) return order;
  }
  return 0;
}
