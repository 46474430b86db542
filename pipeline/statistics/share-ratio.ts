// Two shares → the ratio of them, with its score interval, bounded by what is possible.
import type { Interval } from './count-interval.js';
import type { Share } from './proportion-difference.js';
import { normalQuantile } from './quantiles.js';
import { requirePart, requireShare } from './refusals.js';

/** Bisection halves a bracket of e^±40; after this many steps it is narrower than a double can show. */
const HALVINGS = 58;
const WIDEST_LOG_RATIO = 40;

/**
 * The asymptotic score interval of our share ÷ theirs: every ratio that the score test does not reject. It starts at 0
 * if our part is 0. The shares are of different children. Refuses an empty whole, a part larger than its whole, and a
 * part of 0 in theirs: then there is no ratio.
 * Source: Miettinen and Nurminen (1985), Statistics in Medicine 4: 213-226, which is Koopman's (1984, Biometrics 40:
 * 513-517) with the variance times N ÷ (N − 1).
 */
export function shareRatioInterval(ours: Share, theirs: Share, confidence = 0.95): Interval {
  requireRatio(ours, theirs);
  requireShare(confidence, 'confidence');
  const z = -normalQuantile((1 - confidence) / 2);
  return {
    lower: ours.part === 0 ? 0 : findRatio(ours, theirs, z),
    upper: findRatio(ours, theirs, -z),
  };
}

/**
 * The same interval without the ratios that cannot be: no share is above 1, so against the share of theirs that was
 * observed, ours is at most 1 ÷ that share times as large. The bound never cuts off the observed ratio.
 */
export function possibleShareRatioInterval(
  ours: Share,
  theirs: Share,
  confidence = 0.95,
): Interval {
  const { lower, upper } = shareRatioInterval(ours, theirs, confidence);
  return { lower, upper: Math.min(upper, theirs.whole / theirs.part) };
}

/** The ratio whose score is `score`; the score falls as the ratio rises. */
function findRatio(ours: Share, theirs: Share, score: number): number {
  let [low, high] = [-WIDEST_LOG_RATIO, WIDEST_LOG_RATIO];
  for (let taken = 0; taken < HALVINGS; taken++) {
    const middle = (low + high) / 2;
    if (computeScore(ours, theirs, Math.exp(middle)) > score) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

function computeScore(ours: Share, theirs: Share, ratio: number): number {
  const apart = ours.part / ours.whole - (ratio * theirs.part) / theirs.whole;
  const share = fitReferenceShare(ours, theirs, ratio);
  const own = Math.min(1, ratio * share);
  const all = ours.whole + theirs.whole;
  const variance =
    ((own * (1 - own)) / ours.whole + (ratio * ratio * share * (1 - share)) / theirs.whole) *
    (all / (all - 1));
  if (apart === 0) return 0;
  return apart / Math.sqrt(Math.max(variance, 0));
}

/** Their most likely share if ours is `ratio` times as large: the smaller root of a quadratic, in its stable form. */
function fitReferenceShare(ours: Share, theirs: Share, ratio: number): number {
  const a = (ours.whole + theirs.whole) * ratio;
  const b = (ours.whole + theirs.part) * ratio + ours.part + theirs.whole;
  const c = ours.part + theirs.part;
  return (2 * c) / (b + Math.sqrt(Math.max(b * b - 4 * a * c, 0)));
}

function requireRatio(ours: Share, theirs: Share): void {
  for (const { part, whole } of [ours, theirs]) {
    requirePart(part, whole);
    if (whole === 0) throw new RangeError('a share needs a whole above 0');
  }
  if (theirs.part === 0) throw new RangeError('no ratio to a share of 0');
}
