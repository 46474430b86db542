// One cell and those beside it → whether its numbers tell of a few, whatever else is hidden.
import { countWindowMonths } from '../domain/period.js';
import type { Value } from '../domain/value.js';
import { RECORDED_COUNTERPARTS } from './breakdowns.js';
import type { ValueIndex } from './cells.js';
import { differsByFew, hasSmallCount, isSmallCount, exceedsByFew } from './threshold.js';
import { findDrawnShares, findSuperTotals } from './relations.js';

type PrimaryRule = (value: Value, index: ValueIndex, hideBelow: number) => boolean;

/** Whether a value tells of a few by its own numbers, or beside another that stays. */
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
  return hasSmallCount(value, index.findRelations(value).kind, hideBelow);
};

/** Hides who is not recorded, and not who has the need: that is the figure the board asks for. */
const leavesFewUnrecorded: PrimaryRule = (value, index, hideBelow) => {
  const breakdown = RECORDED_COUNTERPARTS[value.breakdown];
  if (breakdown === undefined || value.denominator === null) return false;
  const [recorded] = index.findValues([{ ...value, breakdown }]);
  if (!recorded) return false;
  const either = (value.numerator ?? 0) + (recorded.numerator ?? 0);
  return isSmallCount(value.denominator - either, hideBelow);
};

/** Hides a part where it and the whole, both shown, would tell of the few who are in the whole alone. */
const leavesFewInTotal: PrimaryRule = (value, index, hideBelow) => {
  if (value.origin !== 'own') return false;
  const { kind } = index.findRelations(value);
  return index
    .findValues(findSuperTotals(value, index.relations))
    .some((total) => exceedsByFew(total, value, kind, hideBelow));
};

/** Hides how many there are where a share beside it leaves few out: what those who answered said is the figure asked for. */
const leavesFewUnanswered: PrimaryRule = (value, index, hideBelow) => {
  if (value.origin !== 'own') return false;
  const shares = findDrawnShares(value.measure, index.relations);
  return index
    .findValues(shares.map((measure) => ({ ...value, measure })))
    .some((share) => differsByFew(value, share, hideBelow));
};

/** A longer window that ends on the same day, with 1 to `hideBelow` − 1 more, tells of those few. */
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
