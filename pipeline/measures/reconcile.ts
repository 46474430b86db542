// reconcile.sql and the windows of published figures → the records that explain the difference between theirs and ours.
import type { Window } from '../domain/period.js';
import { createWindowsTable, type Marts, type Measure } from './count.js';

/** A record that the two counts treat differently. For the information officer only. */
export interface RecordDifference {
  readonly windowId: string;
  readonly record: string;
  /** The child's pseudonym. */
  readonly child: string;
  readonly ours: number;
  readonly theirs: number;
  readonly reason: string;
}

/** The records that explain a measure's differences; none for a measure without reconcile.sql. */
export async function findRecordDifferences(
  marts: Marts,
  { reconcile, parameters, rules }: Measure,
  windows: readonly Window[],
): Promise<RecordDifference[]> {
  if (reconcile === null || windows.length === 0) return [];
  await createWindowsTable(marts, windows, rules);
  const rows = await marts.query(
    `select window_id, record_id, child_id, ours, theirs, reason from (${reconcile}\n)`,
    parameters,
  );
  return rows.map(([windowId, record, child, ours, theirs, reason]) => ({
    windowId: String(windowId),
    record: String(record),
    child: String(child),
    ours: Number(ours),
    theirs: Number(theirs),
    reason: String(reason),
  }));
}
