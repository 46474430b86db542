// A family's published counts and our own → the position of each area in a funnel plot.
import type { Interval } from './count-interval.js';
import { standardDeviate, FUNNEL_LEVELS, shareLimits, shareScore } from './funnel.js';
import { exactShareLimits } from './funnel-exact.js';
import { estimateSpread, winsorise } from './funnel-spread.js';

/** One area: children counted, and all children. */
export interface Area {
  readonly part: number;
  readonly size: number;
}

/** The position of an area relative to the family's share: within 95%, beyond 95% or beyond 99.8%. */
export interface FunnelPosition {
  readonly reach: 'within' | 'beyond 95%' | 'beyond 99.8%';
  readonly towards: 'high' | 'low';
}

/** A family's funnel. */
export interface FamilyFunnel {
  /** The share of all areas together. */
  readonly target: number;
  /** True if the areas differ by more than chance (overdispersion), so that the limits were widened. */
  readonly widened: boolean;
  /** The position of each area, in input order. */
  readonly positions: readonly FunnelPosition[];
  /** The limits of an area of a size, 95% first. */
  readonly computeLimits: (size: number) => readonly [Interval, Interval];
}

/** The fewest areas for a funnel; this project's own rule. */
const FEWEST_AREAS = 5;

/**
 * The funnel of a family that includes our own area: limits around the share of all areas together, on the arcsine scale
 * and widened for overdispersion, or exact where those are wider, as for few children. Counts must be of children, each counted once, so that a rate is a share of the population. Null for
 * fewer than five areas, for an area without children, and if none or all children are counted.
 */
export function familyFunnel(areas: readonly Area[]): FamilyFunnel | null {
  const part = sum(areas.map((area) => area.part));
  const size = sum(areas.map((area) => area.size));
  if (areas.length < FEWEST_AREAS || areas.some((area) => area.size === 0)) return null;
  if (part === 0 || part >= size) return null;
  const target = part / size;
  const between = estimateVariance(areas, target);
  const limitsForSize = (areaSize: number): readonly [Interval, Interval] => {
    const [warn, act] = FUNNEL_LEVELS.map((level) =>
      includeBoth(
        shareLimits(areaSize, { target, between }, standardDeviate(level)),
        exactShareLimits(Math.max(Math.round(areaSize), 1), target, level),
      ),
    );
    return [warn as Interval, act as Interval];
  };
  const located = areas.map((area) => locateArea(area, target, limitsForSize(area.size)));
  return { target, widened: between > 0, positions: located, computeLimits: limitsForSize };
}

function includeBoth(one: Interval, other: Interval): Interval {
  return { lower: Math.min(one.lower, other.lower), upper: Math.max(one.upper, other.upper) };
}

function estimateVariance(areas: readonly Area[], target: number): number {
  const scores = areas.map((area) => shareScore(area.part, area.size, target));
  const winsorised = winsorise(scores.map(({ score }) => score));
  return estimateSpread(scores.map(({ error }, at) => ({ error, score: winsorised[at] as number })))
    .between;
}

function locateArea(
  { part, size }: Area,
  target: number,
  [warn, act]: readonly [Interval, Interval],
): FunnelPosition {
  const share = part / size;
  const isOutside = ({ lower, upper }: Interval): boolean => share < lower || share > upper;
  const reach = isOutside(act) ? 'beyond 99.8%' : isOutside(warn) ? 'beyond 95%' : 'within';
  return { reach, towards: share > target ? 'high' : 'low' };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((before, each) => before + each, 0);
}
