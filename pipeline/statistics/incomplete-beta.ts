// A beta variable and a point → the probabilities below and above the point.
import { continuedFraction } from './continued-fraction.js';
import { binomialDensity } from './density.js';
import type { Tails } from './incomplete-gamma.js';

/**
 * The regularised incomplete beta functions I_p(a, b) and I_q(b, a): a beta variable of shapes a, b > 0 below and above
 * p, where 0 < p < 1 and q = 1 - p. Time grows as the square root of the larger shape.
 * Source: DLMF 8.17.22.
 */
export function betaTails(a: number, b: number, p: number, q: number): Tails {
  if (p < (a + 1) / (a + b + 2)) {
    const lower = lowerTail(a, b, p, q);
    return { lower, upper: 1 - lower };
  }
  const upper = lowerTail(b, a, q, p);
  return { lower: 1 - upper, upper };
}

function lowerTail(a: number, b: number, p: number, q: number): number {
  const front = (binomialDensity(a, a + b, p, q) * b) / (a + b);
  const fraction = continuedFraction(
    (n) => (n % 2 === 0 ? evenTerm(a, b, p, n / 2) : oddTerm(a, b, p, (n - 1) / 2)),
    () => 1,
  );
  return front / fraction;
}

function evenTerm(a: number, b: number, p: number, m: number): number {
  return (m * (b - m) * p) / ((a + 2 * m - 1) * (a + 2 * m));
}

function oddTerm(a: number, b: number, p: number, m: number): number {
  return (-(a + m) * (a + b + m) * p) / ((a + 2 * m) * (a + 2 * m + 1));
}
