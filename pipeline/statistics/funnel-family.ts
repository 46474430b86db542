// A family's published counts and our own → where each area stands in the funnel of what chance alone would bring.
import type { Interval } from './count-interval.js';
import { standardDeviate, FUNNEL_LEVELS, shareLimits, shareScore } from './funnel.js';
import { estimateSpread, winsorise } from './funnel-spread.js';

/** Children counted, of how many. */
export interface Area {
  readonly part: number;
  readonly size: number;
}

/** How far an area is from the family's share: inside 95%, beyond it, or beyond 99.8%. */
export interface FunnelPosition {
  readonly reach: 'within' | 'beyond 95%' | 'beyond 99.8%';
  readonly towards: 'high' | 'low';
}

/** A family's funnel. */
export interface FamilyFunnel {
  /** The share of all areas together. */
  readonly target: number;
  /** True when the areas differ by more than chance, and the limits were widened for it. */
  readonly widened: boolean;
  /** For each area, in the order given. */
  readonly positions: readonly FunnelPosition[];
  /** The limits of an area of a size, 95% first. */
  readonly computeLimits: (size: number) => readonly [Interval, Interval];
}

/** Fewer areas than this make no funnel; this project's own rule. */
export const FEWEST_AREAS = 5;

/**
 * The funnel of a family, our own area among it: limits about the share of all together, widened by how much the areas
 * truly differ. Counts must be of children, each once, so that a rate is a share of the population. Null for fewer than
 * five areas, for an area without children, and where none or all are counted.
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
      shareLimits(areaSize, { target, between }, standardDeviate(level)),
    );
    return [warn as Interval, act as Interval];
  };
  const located = areas.map((area) => locateArea(area, target, limitsForSize(area.size)));
  return { target, widened: between > 0, positions: located, computeLimits: limitsForSize };
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
