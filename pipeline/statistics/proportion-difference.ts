// Two shares → their difference, with an interval.
import type { Interval } from './count-interval.js';
import { proportion } from './proportion.js';

/** A part and its whole. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Our share less theirs, from -1 to 1, and its interval. */
interface ShareDifference extends Interval {
  readonly difference: number;
}

/**
 * Our share less theirs with Newcombe's hybrid score 95% interval; null if either whole is 0.
 * Source: Newcombe (1998), Statistics in Medicine 17: 873-890, method 10.
 */
export function proportionDifference(ours: Share, theirs: Share): ShareDifference | null {
  const [a, b] = [wilson(ours), wilson(theirs)];
  if (!a || !b) return null;
  const difference = a.value - b.value;
  return {
    difference,
    lower: difference - Math.hypot(a.value - a.lower, b.upper - b.value),
    upper: difference + Math.hypot(a.upper - a.value, b.value - b.lower),
  };
}

function wilson({ part, whole }: Share): (Interval & { value: number }) | null {
  const { value, lower, upper } = proportion(part, whole);
  return value === null || lower === null || upper === null ? null : { value, lower, upper };
}
