// A count → the confidence interval of the expected number of events.
import { normalQuantile, gammaQuantile } from './quantiles.js';
import { requireCount, requireShare } from './refusals.js';

/** An interval, both ends included. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Below this many events Byar's approximation is not accurate enough: OHID's rule. */
const EXACT_BELOW = 10;

/**
 * The exact Poisson interval of a count; it starts at 0 if there are no events.
 * Source: Garwood (1936), by gamma quantiles.
 */
export function exactInterval(events: number, confidence = 0.95): Interval {
  const outside = tailProbability(events, confidence);
  const lower = events === 0 ? 0 : gammaQuantile({ side: 'lower', probability: outside }, events);
  return { lower, upper: gammaQuantile({ side: 'upper', probability: outside }, events + 1) };
}

/**
 * Byar's approximation to the exact interval. Its formula has no lower limit if there are no events; here it is 0.
 * Source: Breslow and Day (1987), Statistical Methods in Cancer Research II; the form in OHID's PHEindicatormethods.
 */
export function byarInterval(events: number, confidence = 0.95): Interval {
  const z = -normalQuantile(tailProbability(events, confidence));
  return { lower: events === 0 ? 0 : byarLimit(events, -z), upper: byarLimit(events + 1, z) };
}

/**
 * The interval of every count and rate: exact below 10 events, Byar's from 10.
 * Source: OHID (formerly PHE), Technical Guide: Confidence Intervals; PHEindicatormethods `phe_rate`.
 */
export function countInterval(events: number, confidence = 0.95): Interval {
  return events < EXACT_BELOW
    ? exactInterval(events, confidence)
    : byarInterval(events, confidence);
}

function byarLimit(events: number, z: number): number {
  // Multiplied out: Node 20 and Node 24 differ in the last digit of `** 3`.
  const root = 1 - 1 / (9 * events) + z / (3 * Math.sqrt(events));
  return events * (root * root * root);
}

function tailProbability(events: number, confidence: number): number {
  requireCount(events, 'events');
  requireShare(confidence, 'confidence');
  return (1 - confidence) / 2;
}
