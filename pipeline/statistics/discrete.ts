// The parameters of a count (expected number, trials, margins) → its distribution.
import { binomialDensity, poissonDensity } from './density.js';
import { betaTails } from './incomplete-beta.js';
import { gammaTails } from './incomplete-gamma.js';
import { requireBase, requireCount, requirePart, requireShare } from './refusals.js';

/** A distribution of counts: `lower(k)` is the probability of k or fewer, `upper(k)` of k or more. */
export interface Discrete {
  readonly first: number;
  /** Infinity for a count without an upper limit. */
  readonly last: number;
  /** A most likely count. */
  readonly mode: number;
  density(k: number): number;
  lower(k: number): number;
  upper(k: number): number;
}

/** Number of events if `expected` (0 or more) are expected. Tails by the incomplete gamma function (DLMF 8.4.9). */
export function poisson(expected: number): Discrete {
  requireBase(expected, 'expected');
  return {
    first: 0,
    last: Infinity,
    mode: Math.floor(expected),
    density: (k) => poissonDensity(k, expected),
    lower: (k) => (k < 0 ? 0 : gammaTails(k + 1, expected).upper),
    upper: (k) => (k <= 0 ? 1 : gammaTails(k, expected).lower),
  };
}

/**
 * Successes in n trials of probability p, 0 < p < 1. Tails by the incomplete beta function (DLMF 8.17.5). Pass q = 1 -
 * p too if it is known more precisely than by subtraction.
 */
export function binomial(n: number, p: number, q = 1 - p): Discrete {
  requireCount(n, 'trials');
  requireShare(p, 'chance');
  return {
    first: 0,
    last: n,
    mode: Math.min(n, Math.floor((n + 1) * p)),
    density: (k) => binomialDensity(k, n, p, q),
    lower: (k) => (k < 0 ? 0 : k >= n ? 1 : betaTails(n - k, k + 1, q, p).lower),
    upper: (k) => (k <= 0 ? 1 : k > n ? 0 : betaTails(k, n - k + 1, p, q).lower),
  };
}

/** Marked members in a sample of `drawn` from `size`, of whom `marked` are marked. Tails by summation. */
export function hypergeometric(size: number, marked: number, drawn: number): Discrete {
  requirePart(marked, size);
  requirePart(drawn, size);
  const first = Math.max(0, drawn - (size - marked));
  const last = Math.min(drawn, marked);
  const density = (k: number): number =>
    k < first || k > last ? 0 : first === last ? 1 : drawChance(k, size, marked, drawn);
  const sum = (from: number, to: number): number => {
    let total = 0;
    for (let k = Math.max(from, first); k <= Math.min(to, last); k++) total += density(k);
    return Math.min(1, total);
  };
  return {
    first,
    last,
    mode: Math.min(last, Math.floor(((drawn + 1) * (marked + 1)) / (size + 2))),
    density,
    lower: (k) => sum(first, k),
    upper: (k) => sum(k, last),
  };
}

/** As three binomial probabilities, so that no factorial is computed. Source: Loader (2000). */
function drawChance(k: number, size: number, marked: number, drawn: number): number {
  const p = drawn / size;
  const q = (size - drawn) / size;
  const inside = binomialDensity(k, marked, p, q);
  const outside = binomialDensity(drawn - k, size - marked, p, q);
  return (inside * outside) / binomialDensity(drawn, size, p, q);
}
