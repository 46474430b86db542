// A group's events and the reference group's → the relative rate, its interval and its test.
import type { Estimate } from '../domain/value.js';
import type { Interval } from './count-interval.js';
import { fisherP } from './fisher.js';
import type { Share } from './proportion-difference.js';
import { requireBase, requireCount } from './refusals.js';
import { rateRatio, rateRatioInterval, rateRatioP, type Tally } from './rate-ratio.js';
import { possibleShareRatioInterval } from './share-ratio.js';

/**
 * What the bases are. Of `children` the events are children among them, so that the rates are shares, at most 1; of a
 * `population` they are rare events.
 */
export type RelativeBase = 'population' | 'children';

const NO_ESTIMATE: Estimate = { value: null, lower: null, upper: null };

/**
 * The relative rate of a group to the reference group (White), with its 95% interval: exact conditional against a
 * population; against children the score interval, with no ratio above 1 ÷ the reference share. 0 with an upper limit
 * if the group has no events. All null if the reference group has none, or either base is 0: no ratio exists.
 * Source: Relative Rate Index of OJJDP; intervals as in `rateRatioInterval` and `shareRatioInterval`.
 */
export function relativeRate(group: Tally, reference: Tally, base: RelativeBase): Estimate {
  if (!hasBases(group, reference) || reference.events === 0) return NO_ESTIMATE;
  return { value: rateRatio(group, reference), ...relativeInterval(group, reference, base) };
}

/** The interval of `relativeRate`; to Infinity if the reference group has no events. The bases must be above 0. */
export function relativeInterval(group: Tally, reference: Tally, base: RelativeBase): Interval {
  if (base === 'population' || reference.events === 0) return rateRatioInterval(group, reference);
  return possibleShareRatioInterval(readShare(group), readShare(reference));
}

/**
 * The two-sided p that both rates are equal: the exact conditional test against a population, Fisher's against
 * children. The bases must be above 0.
 */
export function testRelativeRate(group: Tally, reference: Tally, base: RelativeBase): number {
  return base === 'population'
    ? rateRatioP(group, reference)
    : fisherP(readShare(group), readShare(reference)).twoSided;
}

/** Whether every group has a base above 0. Refuses impossible events or bases. */
export function hasBases(...tallies: Tally[]): boolean {
  for (const { events, base } of tallies) {
    requireCount(events, 'events');
    requireBase(base, 'base');
  }
  return tallies.every(({ base }) => base > 0);
}

function readShare({ events, base }: Tally): Share {
  return { part: events, whole: base };
}
