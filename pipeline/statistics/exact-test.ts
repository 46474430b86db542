// A count and its distribution under the null hypothesis → its p value.
import type { Discrete } from './discrete.js';

/** Probabilities within this factor count as equal, so that rounding does not split a tie. R's tests use the same. */
const TIE = 1 + 1e-7;

/**
 * The central two-sided p: twice the smaller tail, at most 1. Verdicts use it because it is under 5% exactly when the
 * central exact 95% interval excludes the tested value.
 */
export function centralP(chance: Discrete, observed: number): number {
  requirePossible(chance, observed);
  return Math.min(1, 2 * Math.min(chance.lower(observed), chance.upper(observed)));
}

/**
 * The two-sided p by minimum likelihood: the probability of all counts no more likely than the observed one, as in R's
 * `binom.test`, `poisson.test` and `fisher.test`. It can disagree with the central interval.
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

/** The first rare count from `from` up; one past `last` if there is none. Every count beyond a rare one is rare. */
function firstAbove(rare: (k: number) => boolean, from: number, last: number): number {
  let step = 1;
  while (from + step <= last && !rare(from + step)) step *= 2;
  return findFirstCount((k) => k > last || rare(k), from, Math.min(last + 1, from + step));
}

/** The last rare count from `from` down; one before `first` if there is none. */
function lastBelow(rare: (k: number) => boolean, from: number, first: number): number {
  return -findFirstCount((k) => -k < first || rare(-k), -from, 1 - first);
}

/** The first k from `low` to `high` for which `holds` is true. It must stay true after that, and be true for `high`. */
export function findFirstCount(holds: (k: number) => boolean, low: number, high: number): number {
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
