// Figures published of our own service beside ours → reconciliation.csv: each difference, and the records behind it.
import type { PublishedFigure } from '../domain/published.js';
import type { Value } from '../domain/value.js';
import type { CsvRow } from '../publish/csv.js';
import { findRecordDifferences, type RecordDifference } from '../measures/reconcile.js';
import type { Project } from '../config/project.js';
import type { Results } from './results.js';
import type { Connection } from '../warehouse/connection.js';

/** One line of the list: a published figure beside ours (`record` empty), or a record that explains part of it. */
export interface ReconciliationLine extends CsvRow {
  readonly measure: string;
  readonly window_start: string;
  readonly window_end: string;
  readonly published: number | null;
  readonly ours: number | null;
  /** What the records below it add up to: the difference is explained when `ours` + `explained` = `published`. */
  readonly explained: number | null;
  readonly record: string;
  readonly child: string;
  readonly reason: string;
  readonly source: string;
}

/** The columns of the list, in order. */
export const RECONCILIATION_COLUMNS: readonly string[] = [
  'measure',
  'window_start',
  'window_end',
  'published',
  'ours',
  'explained',
  'record',
  'child',
  'reason',
  'source',
];

/**
 * Sets every figure published of our own service beside ours of the same window, with the records that explain the
 * difference where the measure says how the other counts. It names records and pseudonyms: for the information officer,
 * never for a pack.
 */
export async function reconcile(
  connection: Connection,
  project: Project,
  { published, values }: Results,
): Promise<ReconciliationLine[]> {
  const lines: ReconciliationLine[] = [];
  for (const measure of project.measures) {
    const { id } = measure.declaration;
    const theirs = published.filter((figure) => figure.measure === id && isOwnService(figure));
    const windows = theirs.map(({ window }) => window);
    const differences = await findRecordDifferences(connection, measure, windows);
    for (const figure of theirs) {
      const behind = differences.filter(({ windowId }) => windowId === figure.window.id);
      lines.push(buildSummaryLine(figure, findOwnCount(values, figure), behind));
      lines.push(...behind.map((difference) => buildRecordLine(figure, difference)));
    }
  }
  return lines;
}

function isOwnService({ areaKind, group }: PublishedFigure): boolean {
  return areaKind === 'service' && group === 'all';
}

function findOwnCount(
  values: readonly Value[],
  { measure, window }: PublishedFigure,
): number | null {
  const own = values.find(
    (value) =>
      value.measure === measure &&
      value.origin === 'own' &&
      value.breakdown === 'total' &&
      value.window.starts === window.starts &&
      value.window.ends === window.ends,
  );
  return own?.numerator ?? null;
}

function buildSummaryLine(
  figure: PublishedFigure,
  ours: number | null,
  behind: readonly RecordDifference[],
): ReconciliationLine {
  const explained = behind.reduce((sum, each) => sum + each.theirs - each.ours, 0);
  return {
    ...lineKey(figure),
    published: figure.numerator ?? (figure.unit === 'count' ? figure.value : null),
    ours,
    explained: behind.length > 0 ? explained : null,
    record: '',
    child: '',
    reason: '',
  };
}

function buildRecordLine(
  figure: PublishedFigure,
  difference: RecordDifference,
): ReconciliationLine {
  const { record, child, ours, theirs, reason } = difference;
  return { ...lineKey(figure), published: theirs, ours, explained: null, record, child, reason };
}

function lineKey({ measure, window, source }: PublishedFigure) {
  return { measure, window_start: window.starts, window_end: window.ends, source };
}
