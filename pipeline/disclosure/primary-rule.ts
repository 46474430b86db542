// One value → whether it must be suppressed in itself (primary suppression).
import type { Value } from '../domain/value.js';
import type { ValueIndex } from './cells.js';
import { hasSmallCount } from './threshold.js';

/** Whether a value's own numbers tell a small count. What another area publishes of itself is not ours to suppress. */
export function isPrimary(value: Value, index: ValueIndex, hideBelow: number): boolean {
  if (value.origin === 'published' && value.areaKind !== 'service') return false;
  const { kind } = index.findRelations(value);
  return hasSmallCount({ ...value, numerator: findImpliedCount(value) }, kind, hideBelow);
}

/** A share published without its count tells the count all the same: 3% of 106 is 3 children. */
function findImpliedCount({ numerator, denominator, unit, value, origin }: Value): number | null {
  const isShare = origin === 'published' && unit === 'proportion';
  if (numerator !== null || !isShare || value === null || denominator === null) return numerator;
  return Math.round(value * denominator);
}
