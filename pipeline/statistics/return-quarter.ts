// A measure's counts of one quarter → the value that stands beside its twelve months, as the official return counts.
import type { Unit, Value } from '../domain/value.js';
import type { Count } from '../measures/count.js';
import type { Declaration } from '../measures/declaration.js';
import type { MeasuredWindow } from '../measures/windows.js';
import { buildValues } from './values.js';

/** What was counted of a measure in its newest quarter. */
interface CountedQuarter {
  readonly declaration: Declaration;
  readonly unit: Unit;
  readonly per: number;
  readonly serviceName: string;
  readonly windows: readonly MeasuredWindow[];
  readonly counts: readonly Count[];
}

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
