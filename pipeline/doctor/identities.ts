// The sealed file of who is who → whether it is there and opens with the key that there is.
import type { Problem } from '../domain/problem.js';
import type { CheckOutcome } from './finding.js';

/** What is known of it before it is opened. */
export interface IdentityFacts {
  readonly file: string;
  readonly isThere: boolean;
  /** Whether deliveries in the store say who somebody is: then no age can be counted without it. */
  readonly isNeeded: boolean;
  /** Where the key is looked for; null where there is one. */
  readonly missingKey: string | null;
  /** Opens it, and what lies beside it. Throws `Stopped` for what does not open or cannot be read. */
  readonly open: () => void;
}

/** Whether names and dates of birth can be come by when a pack is built. None of them is told. */
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
