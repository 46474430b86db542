// The size of an area → the limits of a funnel plot: how far from the target chance alone takes an area of that size.
import type { Interval } from './count-interval.js';
import { normalQuantile } from './quantiles.js';
import { requireBase, requireShare } from './refusals.js';

/** A funnel's target, and the variance between areas. */
export interface Funnel {
  /** The share or ratio of all areas together. */
  readonly target: number;
  /** Variance between areas beyond chance, on the scale of the limits; 0 for chance alone. See `estimateSpread`. */
  readonly between: number;
}

/** The two sets of limits in a funnel plot: 95% is a warning, 99.8% (about three sigma) calls for an investigation. */
export const FUNNEL_LEVELS = [0.95, 0.998] as const;

/** The two-sided standard normal deviate of a confidence level, strictly between 0 and 1. */
export function standardDeviate(level: number): number {
  requireShare(level, 'level');
  return normalQuantile((1 + level) / 2);
}

/**
 * The limits, `z` standard errors wide, of a share of `size` children, on the arcsine scale; never below 0 or above 1.
 * Source: Spiegelhalter (2005), Funnel plots for comparing institutional performance; the form in FunnelPlotR.
 */
export function shareLimits(size: number, { target, between }: Funnel, z: number): Interval {
  requireShare(target, 'target');
  const middle = Math.asin(Math.sqrt(target));
  const reach = z * Math.sqrt(1 / (4 * requireSize(size)) + between);
  const back = (angle: number): number => Math.sin(angle) ** 2;
  return {
    lower: back(Math.max(middle - reach, 0)),
    upper: back(Math.min(middle + reach, Math.PI / 2)),
  };
}

/** The distance of an area's share from the target in standard errors, and that error, on the arcsine scale. */
export function shareScore(part: number, size: number, target: number): Score {
  const error = 1 / (2 * Math.sqrt(requireSize(size)));
  const distance = Math.asin(Math.sqrt(part / size)) - Math.asin(Math.sqrt(target));
  return { error, score: distance / error };
}

/** A distance from the target and the standard error it is measured in. */
export interface Score {
  readonly score: number;
  readonly error: number;
}

function requireSize(size: number): number {
  requireBase(size, 'size');
  if (size === 0) throw new RangeError('an area without children has no limits');
  return size;
}
