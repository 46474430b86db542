// A measure's two counts → its value and 95% interval, by the kind of measure.
import type { Estimate } from '../domain/value.js';
import { countInterval } from './count-interval.js';
import { mean } from './mean.js';
import { proportion } from './proportion.js';
import { rate } from './rate.js';

/** The kinds of measure whose value needs no other group. A relative rate does: see `relativeRate`. */
type EstimateKind = 'count' | 'proportion' | 'rate' | 'mean';

/**
 * The value and interval of a numerator over a denominator: OHID's rule for counts and rates, Wilson's for proportions,
 * none for means. A count has no denominator. All null if a required number is null, or the denominator is 0.
 * `per` is the population that a rate is expressed per, or how many of its denominator a mean is for. Throws RangeError for impossible counts.
 */
export function estimate(
  kind: EstimateKind,
  numerator: number | null,
  denominator: number | null,
  per: number,
): Estimate {
  if (numerator === null) return { value: null, lower: null, upper: null };
  if (kind === 'count') return { value: numerator, ...countInterval(numerator) };
  if (denominator === null) return { value: null, lower: null, upper: null };
  switch (kind) {
    case 'rate':
      return rate(numerator, denominator, per);
    case 'proportion':
      return proportion(numerator, denominator);
    case 'mean':
      return mean(numerator, denominator, per);
  }
}
