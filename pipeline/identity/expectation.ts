// Counted patterns of agreement → the shares among those that are one child, by expectation-maximisation.
import type { Agreement, Field } from './fields.js';
import { shareAt, type Shares } from './weights.js';

export type Patterns = readonly { readonly agreement: Agreement; readonly count: number }[];

/** What was learnt from one training set: shares among true pairs, and how many of them there are. */
export interface Learnt {
  readonly m: Shares;
  readonly matches: number;
}

const ROUNDS = 50;
/** The share of the training pairs that are true, before anything is known. */
const FIRST_SHARE = 0.3;

/**
 * Expectation-maximisation for the latent class of true pairs with the strangers' shares held fixed (Winkler, W. E.
 * (1988), "Using the EM algorithm for weight computation in the Fellegi-Sunter model", ASA Proceedings of the Section on
 * Survey Research Methods, 667-671). The declared shares count as `priorPairs` true pairs.
 */
export function matchShares(
  patterns: Patterns,
  fields: readonly Field[],
  start: Shares,
  u: Shares,
  priorPairs: number,
): Learnt {
  const whole = patterns.reduce((sum, { count }) => sum + count, 0);
  let m = start;
  let share = FIRST_SHARE;
  let matches = 0;
  for (let round = 0; round < ROUNDS && whole > 0; round += 1) {
    const expected = patterns.map(({ agreement, count }) => ({
      agreement,
      count: count * chance(agreement, fields, m, u, share),
    }));
    matches = expected.reduce((sum, { count }) => sum + count, 0);
    share = Math.min(Math.max(matches / whole, 1e-6), 1 - 1e-6);
    m = sharesAmong(expected, fields, start, priorPairs);
  }
  return { m, matches };
}

function chance(
  agreement: Agreement,
  fields: readonly Field[],
  m: Shares,
  u: Shares,
  share: number,
): number {
  let [one, strangers] = [share, 1 - share];
  for (const field of fields) {
    const level = agreement[field];
    if (level === 'missing') continue;
    one *= shareAt(m, field, level);
    strangers *= shareAt(u, field, level);
  }
  return one / (one + strangers);
}

function sharesAmong(
  expected: Patterns,
  fields: readonly Field[],
  start: Shares,
  priorPairs: number,
): Shares {
  const shares = fields.map((field) => {
    const counts = new Map(
      Object.entries(start[field]).map(([level, share]) => [level, share * priorPairs]),
    );
    for (const { agreement, count } of expected) {
      const held = counts.get(agreement[field]);
      if (held !== undefined) counts.set(agreement[field], held + count);
    }
    const whole = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return [field, Object.fromEntries([...counts].map(([level, count]) => [level, count / whole]))];
  });
  return { ...start, ...(Object.fromEntries(shares) as Partial<Shares>) };
}
