// A test result and the precision of the comparison → a verdict on the difference.
import type { Verdict } from '../domain/value.js';

/** The evidence for a verdict. */
export interface Evidence {
  /** Two-sided. */
  readonly p: number;
  /** More than 0 if ours is higher. */
  readonly direction: number;
  /** Events compared, ours and theirs together. */
  readonly events: number;
  /** Whether the 95% interval includes both a large fall and a large rise. */
  readonly vague: boolean;
}

const SIGNIFICANT_BELOW = 0.05;
const MIN_EVENTS = 10;

/**
 * `higher` or `lower` if a two-sided test is significant at 5%. Otherwise `too few to tell` if fewer than 10 events
 * were compared or the interval is vague, and `no clear change` if a large change would have shown. The thresholds are
 * this project's own rule, not an official one.
 */
export function decideVerdict({ p, direction, events, vague }: Evidence): Verdict {
  if (p < SIGNIFICANT_BELOW) return direction > 0 ? 'higher' : 'lower';
  return events < MIN_EVENTS || vague ? 'too few to tell' : 'no clear change';
}
