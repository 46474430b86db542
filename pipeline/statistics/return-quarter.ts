// A measure's counts of one quarter → the value that stands beside its twelve months, as the official return counts.
import type { Value } from '../domain/value.js';
import { buildValues, type MeasureCounts } from './values.js';

/** What was counted of a measure in its newest quarter. Nothing it is divided by needs a source. */
type CountedQuarter = Omit<MeasureCounts, 'denominatorSource'>;

/**
 * The total of a quarter, in the measure's own unit; of a rate, its count, because a quarterly rate would need a quarterly
 * population. It is compared with nothing, so that it has no verdict.
 */
export function buildReturnQuarter(counted: CountedQuarter): Value[] {
  const totals = counted.counts.filter(({ breakdown }) => breakdown === 'total');
  const { declaration } = counted;
  const denominatorSource = (): null => null;
  if (declaration.kind !== 'rate')
    return buildValues({ ...counted, counts: totals, denominatorSource });
  return buildValues({
    ...counted,
    declaration: { ...declaration, kind: 'count' },
    unit: 'count',
    per: 1,
    counts: totals.map((count) => ({ ...count, denominator: null })),
    denominatorSource,
  });
}
