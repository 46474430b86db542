// What a pack would stand on → nothing, or why it cannot stand.
import type { Contract } from '../contracts/contract.js';
import type { Day } from '../domain/period.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { ReceiveResult } from './receive.js';

/** Refuses to build as at a day on which an extract that every pack needs was not known: it would count nobody. */
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
    what: `nothing of the extract ${extract} was known as at ${asAt}`,
    fix: 'Give a later --as-at, or none. If the files were received by then, say when with --received-on.',
  };
}
