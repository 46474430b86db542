// One value and its related values → whether it must be suppressed in itself (primary suppression).
import { countWindowMonths } from '../domain/period.js';
import type { Value } from '../domain/value.js';
import { RECORDED_COUNTERPARTS } from './breakdowns.js';
import type { ValueIndex } from './cells.js';
import { differsByFew, hasSmallCount, isSmallCount, exceedsByFew } from './threshold.js';
import { findDrawnShares, findSuperTotals } from './relations.js';

type PrimaryRule = (value: Value, index: ValueIndex, hideBelow: number) => boolean;

/** Whether a value reveals a small count by its own numbers, or together with another value that stays visible. */
export const failsPrimaryRule: PrimaryRule = (value, index, hideBelow) =>
  [
    hasOwnSmallCount,
    leavesFewUnrecorded,
    leavesFewInTotal,
    leavesFewUnanswered,
    exceedsShorterWindow,
  ].some((fails) => fails(value, index, hideBelow));

const hasOwnSmallCount: PrimaryRule = (value, index, hideBelow) => {
  if (value.origin === 'published' && value.areaKind !== 'service') return false;
  const { kind } = index.findRelations(value);
  return hasSmallCount({ ...value, numerator: findImpliedCount(value) }, kind, hideBelow);
};

/** A share published without its count tells the count all the same: 3% of 106 is 3 children. */
function findImpliedCount({ numerator, denominator, unit, value, origin }: Value): number | null {
  const isShare = origin === 'published' && unit === 'proportion';
  if (numerator !== null || !isShare || value === null || denominator === null) return numerator;
  return Math.round(value * denominator);
}

/** Suppresses the count of those not recorded rather than of those with the need, which the board asks for. */
const leavesFewUnrecorded: PrimaryRule = (value, index, hideBelow) => {
  const breakdown = RECORDED_COUNTERPARTS[value.breakdown];
  if (breakdown === undefined || value.denominator === null) return false;
  const [recorded] = index.findValues([{ ...value, breakdown }]);
  if (!recorded) return false;
  const either = (value.numerator ?? 0) + (recorded.numerator ?? 0);
  return isSmallCount(value.denominator - either, hideBelow);
};

/** Suppresses a part if, with its total shown, the difference would reveal the few who are only in the total. */
const leavesFewInTotal: PrimaryRule = (value, index, hideBelow) => {
  if (value.origin !== 'own') return false;
  const { kind } = index.findRelations(value);
  return index
    .findValues(findSuperTotals(value, index.relations))
    .some((total) => exceedsByFew(total, value, kind, hideBelow));
};

/**
 * Suppresses the count of all if a share drawn from it leaves few unanswered: the share is the figure the board asks
 * for.
 */
const leavesFewUnanswered: PrimaryRule = (value, index, hideBelow) => {
  if (value.origin !== 'own') return false;
  const shares = findDrawnShares(value.measure, index.relations);
  return index
    .findValues(shares.map((measure) => ({ ...value, measure })))
    .some((share) => differsByFew(value, share, hideBelow));
};

/** Suppresses a longer window that counts 1 to `hideBelow` − 1 more than a shorter one ending on the same day. */
const exceedsShorterWindow: PrimaryRule = (value, index, hideBelow) => {
  const { kind } = index.findRelations(value);
  if (value.origin !== 'own' || (kind !== 'relative_rate' && kind !== 'relative_share'))
    return false;
  return index
    .findValuesEndingTogether(value)
    .some(
      (shorter) =>
        countWindowMonths(shorter.window) < countWindowMonths(value.window) &&
        exceedsByFew(value, shorter, kind, hideBelow),
    );
};
