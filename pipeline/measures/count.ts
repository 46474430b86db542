// measure.sql and its windows → counts. All counting is done in SQL.
import { findOption, type DatedRule } from './counting-rules.js';
import type { Declaration } from './declaration.js';
import type { QueryParameters } from './parameters.js';
import type { MeasuredWindow } from './windows.js';

/** One row of a measure's query: the count of one window and group. */
export interface Count {
  readonly windowId: string;
  readonly breakdown: string;
  readonly group: string;
  readonly numerator: number;
  readonly denominator: number | null;
}

/** A database connection with the marts, passed in by the caller. */
export interface Marts {
  query(sql: string, parameters?: QueryParameters): Promise<(string | number | boolean | null)[][]>;
  execute(sql: string): Promise<void>;
}

/** A measure as it is run: its declaration, its query, and the values bound to what the query leaves open. */
export interface Measure {
  readonly declaration: Declaration;
  /** The folder that declares it, alone or as one of its variants. */
  readonly folder: string;
  readonly parameters: QueryParameters;
  readonly sql: string;
  /** How others count it, if their figure differs: reconcile.sql, or null. */
  readonly reconcile: string | null;
  /** The counting rules that its windows carry: those that its declaration names. */
  readonly rules?: readonly DatedRule[];
  /** Whether what it asks about is recorded at all: recorded.sql, or null where an extract that came is enough. */
  readonly recorded?: string | null;
}

/**
 * Counts a measure in every known window. The query must return whole numbers as numerator and denominator, no group
 * twice, and the headline `total`/`all` for each window; otherwise the query is wrong and this throws TypeError.
 */
export async function countMeasure(
  marts: Marts,
  { declaration, sql, parameters, rules }: Measure,
  windows: readonly MeasuredWindow[],
): Promise<Count[]> {
  const known = windows.filter(({ status }) => status === 'known');
  if (known.length === 0) return [];
  await createWindowsTable(marts, known, rules);
  const rows = await marts.query(
    `select window_id, breakdown, group_code, numerator, denominator from (${sql}\n)`,
    parameters,
  );
  const counts = rows.map((row) => readCount(declaration.id, row));
  requireHeadlines(declaration.id, known, counts);
  return counts;
}

/** Whether the extracts ever recorded what a measure asks about. If not it has no data: that is not a count of zero. */
export async function isEverRecorded(
  marts: Marts,
  { recorded, parameters }: Measure,
): Promise<boolean> {
  if ((recorded ?? null) === null) return true;
  const [row] = await marts.query(`select recorded from (${recorded}\n)`, parameters);
  return row?.[0] === true;
}

/**
 * Creates the table `windows(window_id, starts, ends)` that measures read, with a column for each counting rule: the option
 * by which the window is counted.
 */
export async function createWindowsTable(
  marts: Marts,
  windows: readonly { id: string; starts: string; ends: string }[],
  rules: readonly DatedRule[] = [],
): Promise<void> {
  const names = ['window_id', 'starts', 'ends', ...rules.map(({ rule }) => rule.name)];
  const rows = windows.map(({ id, starts, ends }) => {
    const options = rules.map((each) => `'${findOption(each, ends)}'`);
    return `(${[`'${id}'`, `date '${starts}'`, `date '${ends}'`, ...options].join(', ')})`;
  });
  await marts.execute(
    `create or replace temp table windows as select * from (values ${rows.join(', ')}) as given(${names.join(', ')})`,
  );
}

function readCount(id: string, row: readonly unknown[]): Count {
  const [windowId, breakdown, group, numerator, denominator] = row;
  if (typeof windowId !== 'string' || typeof breakdown !== 'string' || typeof group !== 'string')
    throw new TypeError(`${id}: window_id, breakdown and group_code must be text`);
  if (!isWholeNumber(numerator) || !(denominator === null || isWholeNumber(denominator)))
    throw new TypeError(`${id}: numerator and denominator must be whole numbers, none negative`);
  return { windowId, breakdown, group, numerator, denominator };
}

function isWholeNumber(field: unknown): field is number {
  return Number.isInteger(field) && (field as number) >= 0;
}

function requireHeadlines(
  id: string,
  windows: readonly MeasuredWindow[],
  counts: readonly Count[],
): void {
  const cells = counts.map((each) => `${each.windowId}|${each.breakdown}|${each.group}`);
  if (new Set(cells).size !== cells.length) throw new TypeError(`${id}: a group is given twice`);
  for (const window of windows)
    if (!cells.includes(`${window.id}|total|all`))
      throw new TypeError(`${id}: no headline total/all for the window ${window.id}`);
}
