// One cell and those beside it → whether its numbers tell of a few, whatever else is hidden.
import { monthsIn } from '../domain/period.js';
import type { Value } from '../domain/value.js';
import { COUNTED } from './breakdowns.js';
import type { Cells } from './cells.js';
import { differsByFew, isSmall, isSmallCount, tellsFewMore } from './threshold.js';
import { drawnFrom, wholesOf } from './relations.js';

type Tells = (value: Value, cells: Cells, hideBelow: number) => boolean;

/** Whether a value tells of a few by its own numbers, or beside another that stays. */
export const tellsOfFew: Tells = (value, cells, hideBelow) =>
  [isOfFew, leavesFew, leavesFewOfWhole, leavesFewOut, holdsFewMore].some((tells) =>
    tells(value, cells, hideBelow),
  );

const isOfFew: Tells = (value, cells, hideBelow) => {
  if (value.origin === 'published' && value.areaKind !== 'service') return false;
  return isSmall(value, cells.ruleOf(value).kind, hideBelow);
};

/** Hides who is not recorded, and not who has the need: that is the figure the board asks for. */
const leavesFew: Tells = (value, cells, hideBelow) => {
  const breakdown = COUNTED[value.breakdown];
  if (breakdown === undefined || value.denominator === null) return false;
  const [present] = cells.at([{ ...value, breakdown }]);
  if (!present) return false;
  const either = (value.numerator ?? 0) + (present.numerator ?? 0);
  return isSmallCount(value.denominator - either, hideBelow);
};

/** Hides a part where it and the whole, both shown, would tell of the few who are in the whole alone. */
const leavesFewOfWhole: Tells = (value, cells, hideBelow) => {
  if (value.origin !== 'own') return false;
  const { kind } = cells.ruleOf(value);
  return cells
    .at(wholesOf(value, cells.sensitivities))
    .some((whole) => tellsFewMore(whole, value, kind, hideBelow));
};

/** Hides how many there are where a share beside it leaves few out: what those who answered said is the figure asked for. */
const leavesFewOut: Tells = (value, cells, hideBelow) => {
  if (value.origin !== 'own') return false;
  const shares = drawnFrom(value.measure, cells.sensitivities);
  return cells
    .at(shares.map((measure) => ({ ...value, measure })))
    .some((share) => differsByFew(value, share, hideBelow));
};

/** A longer window that ends on the same day, with 1 to `hideBelow` − 1 more, tells of those few. */
const holdsFewMore: Tells = (value, cells, hideBelow) => {
  const { kind } = cells.ruleOf(value);
  if (value.origin !== 'own' || (kind !== 'relative_rate' && kind !== 'relative_share'))
    return false;
  return cells
    .endingTogether(value)
    .some(
      (shorter) =>
        monthsIn(shorter.window) < monthsIn(value.window) &&
        tellsFewMore(value, shorter, kind, hideBelow),
    );
};
