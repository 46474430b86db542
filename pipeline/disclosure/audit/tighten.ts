// One constraint and the ranges of its unknowns → the ranges that it leaves them.
import type { Constraint } from './system.js';

/** The ends between which one unknown lies. */
export interface CountRange {
  readonly least: number;
  readonly most: number;
}

/** What is known of an unknown before anything is said of it. */
export const ANY_COUNT: CountRange = { least: 0, most: Infinity };

/** Thrown where constraints allow no whole numbers at all: one of them does not hold. */
export class Contradiction extends Error {}

/**
 * Narrows the range of each unknown to what the others leave it: where a sum is 5 at most, none of what it adds up is 6.
 * Ends are rounded inwards to whole numbers. Returns whether any range became narrower; throws `Contradiction` where one
 * becomes empty.
 */
export function tightenRanges(
  { form, least, most, reason }: Constraint,
  ranges: Map<string, CountRange>,
): boolean {
  const terms = form.map(({ unknown, times }) => {
    const { least: low, most: high } = ranges.get(unknown) ?? ANY_COUNT;
    const [floor, ceiling] = times > 0 ? [times * low, times * high] : [times * high, times * low];
    return { unknown, times, floor, ceiling };
  });
  let isNarrower = false;
  for (const [at, { unknown, times }] of terms.entries()) {
    const others = terms.filter((_, other) => other !== at);
    const low = least - sum(others.map(({ ceiling }) => ceiling));
    const high = most - sum(others.map(({ floor }) => floor));
    const [from, to] = times > 0 ? [low / times, high / times] : [high / times, low / times];
    const before = ranges.get(unknown) ?? ANY_COUNT;
    const range = {
      least: Math.max(before.least, Math.ceil(from)),
      most: Math.min(before.most, Math.floor(to)),
    };
    if (range.least > range.most) throw new Contradiction(reason);
    if (range.least === before.least && range.most === before.most) continue;
    ranges.set(unknown, range);
    isNarrower = true;
  }
  return isNarrower;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((before, each) => before + each, 0);
}
