// Two groups' events → the ratio of their rates, with its exact interval and test.
import { binomial } from './discrete.js';
import { centralP, minimumLikelihoodP } from './exact-test.js';
import type { Interval } from './count-interval.js';
import { betaQuantileOdds } from './quantiles.js';
import { requireBase, requireCount, requireShare } from './refusals.js';

/** Events and the base they occurred in: children, or a population. The base need not be whole. */
export interface Tally {
  readonly events: number;
  readonly base: number;
}

/**
 * Our rate ÷ theirs: Infinity if only they have no events, NaN if neither has any. The bases must be more than 0.
 */
export function rateRatio(ours: Tally, theirs: Tally): number {
  requireTallies(ours, theirs);
  return (ours.events * theirs.base) / (theirs.events * ours.base);
}

/**
 * The central exact conditional interval of the ratio: from 0 if we have no events, to Infinity if they have none.
 * Given the events of both, ours are binomial; Clopper and Pearson's limits of that probability, as odds, give the
 * ratio's.
 * Source: Przyborowski and Wilenski (1940); Clopper and Pearson (1934).
 */
export function rateRatioInterval(ours: Tally, theirs: Tally, confidence = 0.95): Interval {
  requireTallies(ours, theirs);
  requireShare(confidence, 'confidence');
  const odds = oddsInterval(ours.events, theirs.events, confidence);
  const scale = theirs.base / ours.base;
  return { lower: odds.lower * scale, upper: odds.upper * scale };
}

/**
 * The two-sided p that both rates are equal: central, which agrees with the interval, or by minimum likelihood, as in
 * R. 1 if neither has an event.
 * Source: Przyborowski and Wilenski (1940).
 */
export function rateRatioP(
  ours: Tally,
  theirs: Tally,
  test: typeof centralP | typeof minimumLikelihoodP = centralP,
): number {
  requireTallies(ours, theirs);
  const bases = ours.base + theirs.base;
  const chance = binomial(ours.events + theirs.events, ours.base / bases, theirs.base / bases);
  return test(chance, ours.events);
}

/** Clopper and Pearson's exact interval of a probability, as odds, from successes and failures. */
export function oddsInterval(successes: number, failures: number, confidence: number): Interval {
  const probability = (1 - confidence) / 2;
  const lower =
    successes === 0 ? 0 : betaQuantileOdds({ side: 'lower', probability }, successes, failures + 1);
  const upper =
    failures === 0
      ? Infinity
      : betaQuantileOdds({ side: 'upper', probability }, successes + 1, failures);
  return { lower, upper };
}

function requireTallies(...tallies: Tally[]): void {
  for (const { events, base } of tallies) {
    requireCount(events, 'events');
    requireBase(base, 'base');
    if (base === 0) throw new RangeError('base must be more than 0');
  }
}
