// A part and its whole → the share and its interval.
import type { Estimate } from '../domain/value.js';
import { normalQuantile } from './quantiles.js';
import { requirePart, requireShare } from './refusals.js';

/**
 * part ÷ whole, from 0 to 1, with Wilson's score interval. All null for a whole of 0; refuses a part larger than its
 * whole.
 * Source: Wilson (1927), without continuity correction; OHID, PHEindicatormethods `phe_proportion`.
 */
export function proportion(part: number, whole: number, confidence = 0.95): Estimate {
  requirePart(part, whole);
  requireShare(confidence, 'confidence');
  if (whole === 0) return { value: null, lower: null, upper: null };
  const z = -normalQuantile((1 - confidence) / 2);
  const centre = 2 * part + z * z;
  const reach = z * Math.sqrt(z * z + 4 * part * (1 - part / whole));
  const width = 2 * (whole + z * z);
  return {
    value: part / whole,
    lower: part === 0 ? 0 : (centre - reach) / width,
    upper: part === whole ? 1 : (centre + reach) / width,
  };
}
