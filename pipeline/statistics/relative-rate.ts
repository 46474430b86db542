// A group's events and the reference group's → the relative rate, and the rate difference per 1,000.
import type { Estimate } from '../domain/value.js';
import { requireBase, requireCount } from './refusals.js';
import { rateRatio, rateRatioInterval, type Tally } from './rate-ratio.js';

/**
 * The relative rate of a group to the reference group (White), with the exact conditional 95% interval. 0 with an upper
 * limit if the group has no events. All null if the reference group has none, or either base is 0: no ratio exists.
 * Source: Relative Rate Index of OJJDP; interval as in `rateRatioInterval`.
 */
export function relativeRate(group: Tally, reference: Tally): Estimate {
  const present = hasBases(group, reference);
  if (!present || reference.events === 0) return { value: null, lower: null, upper: null };
  return { value: rateRatio(group, reference), ...rateRatioInterval(group, reference) };
}

/** Whether every group has a base above 0. Refuses impossible events or bases. */
export function hasBases(...tallies: Tally[]): boolean {
  for (const { events, base } of tallies) {
    requireCount(events, 'events');
    requireBase(base, 'base');
  }
  return tallies.every(({ base }) => base > 0);
}
