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
    what: 'the identity file is not there, and the deliveries in the store stand on it: no age can be counted',
    fix: 'Put back the last good copy of its folder, or name an empty folder of deliveries in the settings and send every extract.',
  };
}

function describeLostKey(file: string): Problem {
  return {
    kind: 'data',
    code: 'lost-key',
    file,
    what: 'the key is not there, and the identity file in the store was sealed with one',
    fix: 'Put the same key back, from where it is kept safe. A new one would not open the file.',
  };
}
