// A measure's counts in quarters that do not overlap → values: how many in each quarter.
import type { Value } from '../domain/value.js';
import type { Count } from '../measures/count.js';
import type { Declaration } from '../measures/declaration.js';
import type { MeasuredWindow } from '../measures/windows.js';
import { estimate } from './estimate.js';

/**
 * The headline of each quarter as a count, whatever the measure's own unit: a quarter's rate would need a population of
 * its own. No verdict: the chart of all quarters together says what changed.
 */
export function quarterValues(
  { id }: Pick<Declaration, 'id'>,
  serviceName: string,
  windows: readonly MeasuredWindow[],
  counts: readonly Count[],
): Value[] {
  return windows.map(({ status, ...window }) => {
    const count = counts.find(
      ({ windowId, breakdown }) => windowId === window.id && breakdown === 'total',
    );
    const numerator = status === 'known' && count ? count.numerator : null;
    return {
      measure: id,
      window,
      areaKind: 'service',
      areaName: serviceName,
      origin: 'own',
      breakdown: 'total',
      group: 'all',
      unit: 'count',
      source: null,
      numerator,
      denominator: null,
      ...estimate('count', numerator, null, 1),
      verdict: null,
      status,
    };
  });
}
