// The encrypted identity file → whether it exists and opens with the current key.
import type { Problem } from '../domain/problem.js';
import type { CheckOutcome } from './finding.js';

/** Facts about the file before it is opened. */
interface IdentityFacts {
  readonly file: string;
  readonly isThere: boolean;
  /** Whether deliveries in the store contain identities: then no age can be counted without the file. */
  readonly isNeeded: boolean;
  /** Where the key is expected; null if the key exists. */
  readonly missingKey: string | null;
  /** Opens it and the files next to it. Throws `ProblemError` for one that does not open or cannot be read. */
  readonly open: () => void;
}

/** Checks that names and dates of birth can be read when a pack is built. None of them is reported. */
export function checkIdentityFile({
  file,
  isThere,
  isNeeded,
  missingKey,
  open,
}: IdentityFacts): CheckOutcome {
  if (!isThere)
    return { summary: 'none yet', problems: isNeeded ? [describeMissingIdentities(file)] : [] };
  if (missingKey !== null) return { summary: file, problems: [describeLostKey(missingKey)] };
  open();
  return { summary: `opens with the key: ${file}`, problems: [] };
}

function describeMissingIdentities(file: string): Problem {
  return {
    kind: 'data',
    code: 'no-identities',
    file,
  };
}

function describeLostKey(file: string): Problem {
  return {
    kind: 'data',
    code: 'lost-key',
    file,
    variant: 'identities',
  };
}
