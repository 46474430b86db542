// The size of an area and the share of all areas → the exact limits of a funnel plot, by chance alone.
import type { Interval } from './count-interval.js';
import { binomial } from './discrete.js';
import { findFirstCount } from './exact-test.js';
import { requireShare } from './refusals.js';

/**
 * The limits of a share of `size` children, strictly between 0 and 1 in `target`: chance alone takes an area below the
 * lower limit, or above the upper, no more often than half of what `level` leaves. On the arcsine scale, which is right
 * for large areas, none of three expected would be beyond 99.8%, though one area in twenty has none.
 * Interpolated between counts, so that the limits are curves.
 * Source: Spiegelhalter (2005), Funnel plots for comparing institutional performance, appendix.
 */
export function exactShareLimits(size: number, target: number, level: number): Interval {
  requireShare(level, 'level');
  const tail = (1 - level) / 2;
  const chance = binomial(size, target);
  const least = findFirstCount((k) => chance.lower(k) > tail, 0, size);
  const most = size - findFirstCount((k) => chance.upper(size - k) > tail, 0, size);
  const below = (chance.lower(least) - tail) / chance.density(least);
  const above = (chance.upper(most) - tail) / chance.density(most);
  return {
    lower: Math.max((least - below) / size, 0),
    upper: Math.min((most + above) / size, 1),
  };
}
