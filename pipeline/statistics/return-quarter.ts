// A measure's counts of one quarter → the value that stands beside its twelve months, as the official return counts.
import type { Value } from '../domain/value.js';
import type { Count } from '../measures/count.js';
import { chooseUnit, rateScale, type Declaration } from '../measures/declaration.js';
import type { MeasuredWindow } from '../measures/windows.js';
import { buildValues } from './values.js';

/**
 * The total of a quarter, in the measure's own unit; of a rate, its count, because a quarterly rate would need a quarterly
 * population. It is compared with nothing, so that it has no verdict.
 */
export function buildReturnQuarter(
  declaration: Declaration,
  serviceName: string,
  windows: readonly MeasuredWindow[],
  counts: readonly Count[],
): Value[] {
  const totals = counts.filter(({ breakdown }) => breakdown === 'total');
  const counted: Declaration =
    declaration.kind === 'rate' ? { ...declaration, kind: 'count' } : declaration;
  return buildValues({
    declaration: counted,
    unit: chooseUnit(counted),
    per: rateScale(counted),
    serviceName,
    windows,
    counts:
      counted === declaration ? totals : totals.map((count) => ({ ...count, denominator: null })),
    denominatorSource: () => null,
  });
}
