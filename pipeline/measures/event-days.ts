// A measure and a period → the days on which events were counted, and how many.
import type { Day } from '../domain/period.js';
import type { Marts, Measure } from './count.js';

/** A day on which at least one event was counted. */
export interface EventDay {
  readonly day: Day;
  readonly events: number;
}

/**
 * Counts a measure day by day, with the same query as for its years, and returns the days with events, in order. Only
 * for measures whose events happen on one day; an event that lasts for weeks would be counted on each day.
 */
export async function countEventDays(
  marts: Marts,
  { sql, parameters }: Measure,
  { from, to }: { from: Day; to: Day },
): Promise<EventDay[]> {
  await marts.execute(
    `create or replace temp table windows as select strftime(day, '%Y-%m-%d') as window_id, day::date as starts, day::date as ends from generate_series(date '${from}', date '${to}', interval 1 day) as given(day)`,
  );
  const rows = await marts.query(
    `select window_id, numerator from (${sql}\n) where breakdown = 'total' and numerator > 0 order by window_id`,
    parameters,
  );
  return rows.map(([day, events]) => ({ day: String(day), events: Number(events) }));
}
