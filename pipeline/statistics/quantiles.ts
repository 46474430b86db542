// A probability → the quantile of a gamma, normal or beta variable.
import { binomialDensity, poissonDensity } from './density.js';
import { betaTails } from './incomplete-beta.js';
import { gammaTails, type Tails } from './incomplete-gamma.js';
import { requireBase, requireShare } from './refusals.js';
import { findRoot, type GapAndSlope } from './root.js';

/**
 * The probability, strictly between 0 and 1, and on which side of the point it lies. A tiny upper probability keeps the
 * precision that 1 minus it would lose.
 */
interface Target {
  readonly side: keyof Tails;
  readonly probability: number;
}

/**
 * The point of a gamma variable of shape a > 0 and scale 1 that has the target probability on its side. Half a
 * chi-square variable of 2a degrees of freedom is this one.
 */
export function gammaQuantile(target: Target, a: number): number {
  requireShapes(a);
  const wanted = smallerSide(target);
  const logPoint = findRoot((t) => {
    const x = Math.exp(t);
    return logTailGap(gammaTails(a, x), wanted, a * poissonDensity(a, x));
  }, Math.log(a));
  return Math.exp(logPoint);
}

/**
 * The point of a standard normal variable with probability `lower` below it, 0 < lower < 1. Uses that its square is
 * chi-square.
 */
export function normalQuantile(lower: number): number {
  requireShare(lower, 'probability');
  if (lower === 0.5) return 0;
  if (lower > 0.5) return -normalQuantile(1 - lower);
  const half = gammaQuantile({ side: 'upper', probability: 2 * lower }, 0.5);
  return -Math.sqrt(2 * half);
}

/**
 * The odds p/(1 - p) of the point p of a beta variable of shapes a, b > 0 that has the target probability on its side.
 * As odds, because then a p next to 0 and a p next to 1 both keep their precision.
 */
export function betaQuantileOdds(target: Target, a: number, b: number): number {
  requireShapes(a, b);
  const wanted = smallerSide(target);
  const logOdds = findRoot(
    (t) => {
      const p = 1 / (1 + Math.exp(-t));
      const q = 1 / (1 + Math.exp(t));
      const rise = (binomialDensity(a, a + b, p, q) * a * b) / (a + b);
      return logTailGap(betaTails(a, b, p, q), wanted, rise);
    },
    Math.log(a / b),
  );
  return Math.exp(logOdds);
}

/** The logarithm of a tail is nearly linear, so Newton's method crosses a rare tail in few steps. */
function logTailGap(tails: Tails, { side, probability }: Target, rise: number): GapAndSlope {
  const reached = tails[side];
  const gap = Math.log(reached / probability);
  return { gap: side === 'lower' ? gap : -gap, slope: rise / reached };
}

function smallerSide({ side, probability }: Target): Target {
  requireShare(probability, 'probability');
  if (probability <= 0.5) return { side, probability };
  return { side: side === 'lower' ? 'upper' : 'lower', probability: 1 - probability };
}

function requireShapes(...shapes: number[]): void {
  for (const shape of shapes) {
    requireBase(shape, 'shape');
    if (shape === 0) throw new RangeError('shape must be more than 0');
  }
}
