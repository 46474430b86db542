// Areas' scores against the target → their overdispersion: how much more they differ than by chance.
import type { Score } from './funnel.js';

/**
 * Overdispersion: `phi` is 1 if areas differ by chance alone; `between` is the variance between areas beyond chance.
 */
interface Spread {
  readonly phi: number;
  readonly between: number;
}

/** The share of areas at each end whose score is winsorised, so that a few outliers do not widen the funnel. */
const WINSORISED_SHARE = 0.1;

/**
 * The variance between areas by the method of moments (DerSimonian and Laird's), never below 0. Scores should have been
 * winsorised. Refuses fewer than two areas.
 * Source: Spiegelhalter and others (2012), Statistical methods for healthcare regulation.
 */
export function estimateSpread(areas: readonly Score[]): Spread {
  if (areas.length < 2) throw new RangeError('areas are needed to differ');
  const phi = sum(areas.map(({ score }) => score ** 2)) / areas.length;
  const weights = areas.map(({ error }) => 1 / error ** 2);
  const total = sum(weights);
  const squares = sum(weights.map((weight) => weight ** 2));
  const excess = areas.length * phi - (areas.length - 1);
  return { phi, between: Math.max(excess / (total - squares / total), 0) };
}

/**
 * Scores with those beyond the `share` quantile at each end moved to it (winsorised; quantiles by linear
 * interpolation).
 */
export function winsorise(scores: readonly number[], share = WINSORISED_SHARE): number[] {
  const sorted = scores.toSorted((one, other) => one - other);
  const [least, most] = [quantile(sorted, share), quantile(sorted, 1 - share)];
  return scores.map((score) => Math.min(Math.max(score, least), most));
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [below, above] = [Math.floor(place), Math.ceil(place)].map((at) => sorted[at] as number);
  return (below as number) + (place % 1) * ((above as number) - (below as number));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((before, each) => before + each, 0);
}
