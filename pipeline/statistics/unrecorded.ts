// The counts of a measure → which figures nobody recorded anything of in a window: they have no data, and are not zero.
import type { Count } from '../measures/count.js';

/** The breakdown in which a measure counts those for whom it was not recorded, of all that it counts. */
const ALL_NOT_RECORDED = 'not_recorded';
/** The line of a key performance indicator whose children are none of the headline's. */
const OTHER_CHILDREN = 'voluntary';

/** What is added to a breakdown's name where a measure counts, of each group, those for whom it was not recorded. */
const NOT_RECORDED = '_not_recorded';

/**
 * Whether nobody's answer was recorded in the window, in the group or in the whole figure. How many were not recorded is
 * itself known.
 */
export function isNeverRecorded(counts: readonly Count[], count: Count): boolean {
  return isGroupUnrecorded(counts, count) || isFigureUnrecorded(counts, count);
}

function isFigureUnrecorded(counts: readonly Count[], { windowId, breakdown }: Count): boolean {
  if (breakdown === ALL_NOT_RECORDED || breakdown === OTHER_CHILDREN) return false;
  return counts.some(
    (each) =>
      each.breakdown === ALL_NOT_RECORDED &&
      each.windowId === windowId &&
      each.numerator > 0 &&
      each.numerator === each.denominator,
  );
}

/**
 * Whether the group was recorded for nobody in its window: the measure counts those not recorded in a breakdown of its
 * own, and they are all there are. A group of nobody is not one of them.
 */
function isGroupUnrecorded(
  counts: readonly Count[],
  { windowId, breakdown, group }: Count,
): boolean {
  return counts.some(
    (each) =>
      each.breakdown === `${breakdown}${NOT_RECORDED}` &&
      each.windowId === windowId &&
      each.group === group &&
      each.numerator > 0 &&
      each.numerator === each.denominator,
  );
}
