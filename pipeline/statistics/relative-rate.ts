// A group's events and the reference group's → how many times as often, and how many more per 1,000.
import type { Estimate } from '../domain/value.js';
import { requireBase, requireCount } from './refusals.js';
import { rateRatio, rateRatioInterval, type Tally } from './rate-ratio.js';

/**
 * The relative rate of a group to the reference group (White), with the exact conditional 95% interval. 0 with an upper
 * limit where the group has no events. All null where the reference group has none, or either base is 0: no ratio exists.
 * Source: Relative Rate Index of OJJDP; interval as in `rateRatioInterval`.
 */
export function relativeRate(group: Tally, reference: Tally): Estimate {
  const present = hasBases(group, reference);
  if (!present || reference.events === 0) return { value: null, lower: null, upper: null };
  return { value: rateRatio(group, reference), ...rateRatioInterval(group, reference) };
}

/** Events per 1,000 of the group less those per 1,000 of the reference group; null where either base is 0. */
export function rateDifferencePerThousand(group: Tally, reference: Tally): number | null {
  if (!hasBases(group, reference)) return null;
  return 1000 * (group.events / group.base - reference.events / reference.base);
}

/** Whether both groups have anybody in them. Refuses events or bases that cannot be. */
export function hasBases(...tallies: Tally[]): boolean {
  for (const { events, base } of tallies) {
    requireCount(events, 'events');
    requireBase(base, 'base');
  }
  return tallies.every(({ base }) => base > 0);
}
