// A series of counts → where its level changed for good, so that its limits are calculated anew from there.
import { countLimits, findMedian } from './xmr.js';

/** How many quarters must be on the new side, and how many before them; this project's own rule. */
export const LASTING_QUARTERS = 8;
const SIGMAS_OF_REACH = 3;

/**
 * The positions, oldest first, at which new limits begin. Found quarter by quarter, as a board would have seen them: at
 * each, the limits are those of all quarters since the last step. A step begins with the first of eight or more quarters
 * in a row on one side of that mean (a shift, which NHS England calls at seven, and one more), up to the newest quarter
 * then known, where
 * - eight quarters or more came before it since the last step, so that both levels have limits, and
 * - the two means are further apart than one sigma of the earlier quarters, so that a slow drift moves no limits, and
 *   than the root of the earlier mean, one sigma of events that happen independently, because a few quarters may be alike
 *   by luck, and
 * - the two medians are that far apart too, the same way, because one quarter far off moves a mean and is no level, and
 * - the new mean is no smaller than `fewest`, below which there are no limits to give.
 * A step once found stays, whatever follows. Eight quarters are never enough to know the cause.
 * Source: NHS England, Making Data Count: limits are recalculated for a large and lasting shift with a cause, as a
 * judgement and by no formula; the numbers here are this project's reading of it.
 */
export function findSteps(counts: readonly number[], fewest: number): number[] {
  const steps: number[] = [];
  for (let end = 1; end <= counts.length; end += 1) {
    const start = steps.at(-1) ?? 0;
    const since = counts.slice(start, end);
    const at = findLastingShift(since, fewest);
    if (at !== null) steps.push(start + at);
  }
  return steps;
}

/** Where the run at the end of a series begins, if it is a lasting step. */
function findLastingShift(series: readonly number[], fewest: number): number | null {
  if (series.length < 2 * LASTING_QUARTERS) return null;
  const { mean: whole } = countLimits(series);
  const sides = series.map((count) => Math.sign(count - whole));
  const newest = sides.at(-1);
  const at = sides.findLastIndex((side) => side !== newest) + 1;
  if (newest === 0 || at < LASTING_QUARTERS || series.length - at < LASTING_QUARTERS) return null;
  const [first, then] = [series.slice(0, at), series.slice(at)];
  const before = countLimits(first);
  const { mean } = countLimits(then);
  const moved = mean - before.mean;
  const middle = (findMedian(then) - findMedian(first)) * Math.sign(moved);
  const sigma = Math.max((before.upper - before.mean) / SIGMAS_OF_REACH, Math.sqrt(before.mean));
  return Math.min(Math.abs(moved), middle) > sigma && mean >= fewest ? at : null;
}
