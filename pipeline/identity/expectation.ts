// Counted comparison vectors → the agreement shares among true pairs, by expectation-maximisation.
import type { Agreement, LinkageField } from './fields.js';
import { readShare, type LevelShares } from './weights.js';

export type ComparisonVectors = readonly {
  readonly agreement: Agreement;
  readonly count: number;
}[];

/** Estimates from one training set: the shares among true pairs, and how many true pairs there are. */
interface EstimatedShares {
  readonly m: LevelShares;
  readonly matches: number;
}

const ITERATIONS = 50;
/** Starting value for the share of training pairs that are true. */
const INITIAL_SHARE = 0.3;

/**
 * Expectation-maximisation for the latent class of true pairs with the `u` shares held fixed (Winkler, W. E. (1988),
 * "Using the EM algorithm for weight computation in the Fellegi-Sunter model", ASA Proceedings of the Section on Survey
 * Research Methods, 667-671). The declared shares act as `priorPairs` true pairs.
 */
export function estimateMatchShares(
  vectors: ComparisonVectors,
  fields: readonly LinkageField[],
  start: LevelShares,
  u: LevelShares,
  priorPairs: number,
): EstimatedShares {
  const total = vectors.reduce((sum, { count }) => sum + count, 0);
  let m = start;
  let share = INITIAL_SHARE;
  let matches = 0;
  for (let iteration = 0; iteration < ITERATIONS && total > 0; iteration += 1) {
    const expected = vectors.map(({ agreement, count }) => ({
      agreement,
      count: count * calculateMatchProbability(agreement, fields, m, u, share),
    }));
    matches = expected.reduce((sum, { count }) => sum + count, 0);
    share = Math.min(Math.max(matches / total, 1e-6), 1 - 1e-6);
    m = estimateShares(expected, fields, start, priorPairs);
  }
  return { m, matches };
}

function calculateMatchProbability(
  agreement: Agreement,
  fields: readonly LinkageField[],
  m: LevelShares,
  u: LevelShares,
  share: number,
): number {
  let [matches, strangers] = [share, 1 - share];
  for (const field of fields) {
    const level = agreement[field];
    if (level === 'missing') continue;
    matches *= readShare(m, field, level);
    strangers *= readShare(u, field, level);
  }
  return matches / (matches + strangers);
}

function estimateShares(
  expected: ComparisonVectors,
  fields: readonly LinkageField[],
  start: LevelShares,
  priorPairs: number,
): LevelShares {
  const shares = fields.map((field) => {
    const counts = new Map(
      Object.entries(start[field]).map(([level, share]) => [level, share * priorPairs]),
    );
    for (const { agreement, count } of expected) {
      const counted = counts.get(agreement[field]);
      if (counted !== undefined) counts.set(agreement[field], counted + count);
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return [field, Object.fromEntries([...counts].map(([level, count]) => [level, count / total]))];
  });
  return { ...start, ...(Object.fromEntries(shares) as Partial<LevelShares>) };
}
