// Two shares → Fisher's exact p of their difference.
import { hypergeometric } from './discrete.js';
import { minimumLikelihoodP } from './exact-test.js';
import type { Share } from './proportion-difference.js';
import { requirePart } from './refusals.js';

/** Fisher's exact p that both shares are equal. `less` and `greater` are one-sided, for our share. */
interface FisherP {
  readonly twoSided: number;
  readonly less: number;
  readonly greater: number;
}

/**
 * Fisher's exact test of two shares, two-sided by minimum likelihood as in R's `fisher.test`. 1 if a whole is 0.
 * Source: Fisher (1935), The Logic of Inductive Inference.
 */
export function fisherP(ours: Share, theirs: Share): FisherP {
  requirePart(ours.part, ours.whole);
  requirePart(theirs.part, theirs.whole);
  const size = ours.whole + theirs.whole;
  const chance = hypergeometric(size, ours.whole, ours.part + theirs.part);
  return {
    twoSided: minimumLikelihoodP(chance, ours.part),
    less: chance.lower(ours.part),
    greater: chance.upper(ours.part),
  };
}
