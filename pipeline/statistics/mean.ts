// A total and the number it is divided by → the mean.
import type { Estimate } from '../domain/value.js';
import { requireCount } from './refusals.js';

/**
 * total ÷ number × `per`, null for a number of 0. No interval: events of one child cluster, so a Poisson interval would be too
 * narrow, and the totals alone do not show by how much.
 */
export function mean(total: number, number: number, per = 1): Estimate {
  requireCount(total, 'numerator');
  requireCount(number, 'denominator');
  return { value: number === 0 ? null : (total / number) * per, lower: null, upper: null };
}
