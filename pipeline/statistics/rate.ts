// Events and the population they occurred in → a rate and its interval.
import type { Estimate } from '../domain/value.js';
import { countInterval } from './count-interval.js';
import { requireBase, requireCount } from './refusals.js';

/**
 * Events per `per` of the population, with the interval of the count on the same scale. All null for a population of 0.
 * Can exceed `per`, because one child can have many events.
 * Source: OHID, PHEindicatormethods `phe_rate`.
 */
export function rate(events: number, population: number, per: number, confidence = 0.95): Estimate {
  requireCount(events, 'numerator');
  requireBase(population, 'denominator');
  requireBase(per, 'per');
  if (population === 0) return { value: null, lower: null, upper: null };
  const { lower, upper } = countInterval(events, confidence);
  const scale = (count: number): number => (count / population) * per;
  return { value: scale(events), lower: scale(lower), upper: scale(upper) };
}
