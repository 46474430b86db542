// A measure's counts by quarter or by day → values: the count of each quarter, or the days between events.
import { dayNumber, type Day } from '../domain/period.js';
import type { Value } from '../domain/value.js';
import type { Count } from '../measures/count.js';
import type { EventDay } from '../measures/event-days.js';
import type { Declaration } from '../measures/declaration.js';
import type { MeasuredWindow } from '../measures/windows.js';
import { estimate } from './estimate.js';

/**
 * The headline of each quarter as a count, regardless of the measure's unit: a quarterly rate would need a quarterly
 * population. No verdict: the chart of all quarters shows what changed.
 */
export function buildQuarterValues(
  { id }: Pick<Declaration, 'id'>,
  serviceName: string,
  windows: readonly MeasuredWindow[],
  counts: readonly Count[],
): Value[] {
  return windows.map(({ status, missing = 'outside the records', ...window }) => {
    const count = counts.find(
      ({ windowId, breakdown }) => windowId === window.id && breakdown === 'total',
    );
    const numerator = status === 'known' && count ? count.numerator : null;
    return {
      ...blankValue(id, serviceName),
      window,
      breakdown: 'total',
      group: 'all',
      numerator,
      ...estimate('count', numerator, null, 1),
      status,
      ...(status === 'no data' ? { note: missing } : {}),
    };
  });
}

/** The breakdown of days between events. They do not count children, and no figures file lists them. */
export const DAYS_BETWEEN = 'days_between';

/**
 * The days between each event and the next, and the days from the last event to `to`. Two events on one day are 0 days
 * apart. Empty if there is no event.
 */
export function buildTimeBetweenValues(
  { id }: Pick<Declaration, 'id'>,
  serviceName: string,
  events: readonly EventDay[],
  to: Day,
): Value[] {
  const days = events.flatMap(({ day, events: several }) => Array<Day>(several).fill(day));
  return days.map((starts, at) => {
    const ends = days[at + 1] ?? to;
    const length = dayNumber(ends) - dayNumber(starts);
    return {
      ...blankValue(id, serviceName),
      window: { id: `${DAYS_BETWEEN} ${at}`, starts, ends },
      breakdown: DAYS_BETWEEN,
      group: at + 1 < days.length ? 'whole' : 'since',
      numerator: length,
      value: length,
      status: 'known',
    };
  });
}

function blankValue(
  id: string,
  areaName: string,
): Omit<Value, 'window' | 'breakdown' | 'group' | 'status'> {
  return {
    measure: id,
    areaKind: 'service',
    areaName,
    origin: 'own',
    unit: 'count',
    source: null,
    numerator: null,
    denominator: null,
    value: null,
    lower: null,
    upper: null,
    verdict: null,
  };
}
