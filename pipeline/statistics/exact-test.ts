// A count and the distribution it would have by chance → how surprising it is.
import type { Discrete } from './discrete.js';

/** Probabilities nearer than this are called equal, so that rounding does not split a tie. R's tests use the same. */
const TIE = 1 + 1e-7;

/**
 * The central two-sided p: twice the smaller tail, at most 1. It is under 5% exactly when the central exact 95% interval
 * leaves out the value tested, which is why verdicts use it.
 */
export function centralP(chance: Discrete, observed: number): number {
  requirePossible(chance, observed);
  return Math.min(1, 2 * Math.min(chance.lower(observed), chance.upper(observed)));
}

/**
 * The two-sided p by minimum likelihood: all counts no more likely than the one observed. What R's `binom.test`,
 * `poisson.test` and `fisher.test` give; it can disagree with the central interval.
 */
export function minimumLikelihoodP(chance: Discrete, observed: number): number {
  requirePossible(chance, observed);
  const limit = chance.density(observed) * TIE;
  const rare = (k: number): boolean => chance.density(k) <= limit;
  if (observed <= chance.mode) {
    const far = firstAbove(rare, Math.max(chance.mode, observed + 1), chance.last);
    return Math.min(1, chance.lower(observed) + chance.upper(far));
  }
  const far = lastBelow(rare, chance.mode, chance.first);
  return Math.min(1, chance.upper(observed) + chance.lower(far));
}

/** The first rare count from `from` up; one past `last` when there is none. Rare counts are all further out. */
function firstAbove(rare: (k: number) => boolean, from: number, last: number): number {
  let step = 1;
  while (from + step <= last && !rare(from + step)) step *= 2;
  return bisect((k) => k > last || rare(k), from, Math.min(last + 1, from + step));
}

/** The last rare count from `from` down; one before `first` when there is none. */
function lastBelow(rare: (k: number) => boolean, from: number, first: number): number {
  return -bisect((k) => -k < first || rare(-k), -from, 1 - first);
}

/** The first k from `low` to `high` that `holds`, where all after it hold too, and `high` does. */
function bisect(holds: (k: number) => boolean, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

function requirePossible(chance: Discrete, observed: number): void {
  if (!Number.isSafeInteger(observed) || observed < chance.first || observed > chance.last)
    throw new RangeError(`observed must be a whole number that can occur: ${observed}`);
}
