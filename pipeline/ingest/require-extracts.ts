// The deliveries known for a pack → nothing, or the required extracts that are missing.
import type { Contract } from '../contracts/contract.js';
import type { Day } from '../domain/period.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { ReceiveResult } from './receive.js';

/** Throws `ProblemError` if a required extract was not known on the day: the pack would count nobody. */
export function requireExtracts(
  contracts: readonly Contract[],
  known: ReceiveResult['known'],
  asAt: Day,
): void {
  const missing = contracts.filter(({ extract, required }) => required && !known.has(extract));
  if (missing.length > 0)
    throw new ProblemError(missing.map(({ extract }) => describeUnknownExtract(extract, asAt)));
}

function describeUnknownExtract(extract: string, asAt: Day): Problem {
  return {
    kind: 'data',
    code: 'not-known',
    file: extract,
    facts: { day: asAt },
  };
}
