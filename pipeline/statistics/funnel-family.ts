// A family's published counts and our own → where each area stands in the funnel of what chance alone would bring.
import type { Interval } from './count-interval.js';
import { deviateOf, FUNNEL_LEVELS, shareLimits, shareScore } from './funnel.js';
import { betweenAreas, pullIn } from './funnel-spread.js';

/** Children counted, of how many. */
export interface Area {
  readonly part: number;
  readonly size: number;
}

/** How far an area is from the family's share: inside 95%, beyond it, or beyond 99.8%. */
export interface Standing {
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
  readonly standings: readonly Standing[];
  /** The limits of an area of a size, 95% first. */
  readonly limitsAt: (size: number) => readonly [Interval, Interval];
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
  const between = spreadOf(areas, target);
  const limitsAt = (of: number): readonly [Interval, Interval] => {
    const [warn, act] = FUNNEL_LEVELS.map((level) =>
      shareLimits(of, { target, between }, deviateOf(level)),
    );
    return [warn as Interval, act as Interval];
  };
  const standings = areas.map((area) => standingOf(area, target, limitsAt(area.size)));
  return { target, widened: between > 0, standings, limitsAt };
}

function spreadOf(areas: readonly Area[], target: number): number {
  const scores = areas.map((area) => shareScore(area.part, area.size, target));
  const pulled = pullIn(scores.map(({ score }) => score));
  return betweenAreas(scores.map(({ error }, at) => ({ error, score: pulled[at] as number })))
    .between;
}

function standingOf(
  { part, size }: Area,
  target: number,
  [warn, act]: readonly [Interval, Interval],
): Standing {
  const share = part / size;
  const past = ({ lower, upper }: Interval): boolean => share < lower || share > upper;
  const reach = past(act) ? 'beyond 99.8%' : past(warn) ? 'beyond 95%' : 'within';
  return { reach, towards: share > target ? 'high' : 'low' };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((before, each) => before + each, 0);
}
