// The counts of a measure → which groups nobody recorded anything of in a window: they have no data, and are not zero.
import type { Count } from '../measures/count.js';

/** What is added to a breakdown's name where a measure counts, of each group, those for whom it was not recorded. */
const NOT_RECORDED = '_not_recorded';

/**
 * Whether the group was recorded for nobody in its window: the measure counts those not recorded in a breakdown of its
 * own, and they are all there are. A group of nobody is not one of them.
 */
export function isNeverRecorded(
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
