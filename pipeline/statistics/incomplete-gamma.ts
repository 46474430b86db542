// A gamma variable and a point → the probabilities below and above the point.
import { continuedFraction } from './continued-fraction.js';
import { poissonDensity } from './density.js';

/**
 * The probabilities below and above a point. The smaller is computed and keeps its precision; the other is 1 minus it.
 */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x): a gamma variable of shape a > 0 and scale 1 below and
 * above x ≥ 0. Time grows as the square root of a.
 * Source: DLMF 8.7.1 (series), and the even part of the continued fraction DLMF 8.9.2.
 */
export function gammaTails(a: number, x: number): Tails {
  if (x === 0) return { lower: 0, upper: 1 };
  if (x < a + 1) {
    const lower = poissonDensity(a, x) * series(a, x);
    return { lower, upper: 1 - lower };
  }
  const fraction = continuedFraction(
    (n) => n * (a - n),
    (n) => x + 1 - a + 2 * n,
  );
  const upper = (a * poissonDensity(a, x)) / fraction;
  return { lower: 1 - upper, upper };
}

function series(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; ; n++) {
    term *= x / (a + n);
    const next = sum + term;
    if (next === sum) return sum;
    sum = next;
  }
}
