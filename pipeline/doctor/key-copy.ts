// When a copy of the key was last proved → a note that it is time to prove it.
import { dayNumber, type Day } from '../domain/period.js';
import type { KeyCopyCheck } from '../identity/key-copy.js';
import type { CheckOutcome } from './finding.js';

/** Half a year: long enough not to be a chore, short enough for someone to know where the copy is. */
const MAX_DAYS = 183;

/** The facts about the key's copy. */
interface KeyCopyFacts {
  readonly today: Day;
  readonly last: KeyCopyCheck | null;
  /** The mark of the key that the store was made with; null if nothing was received yet. */
  readonly mark: string | null;
  readonly synthetic: boolean;
}

/** Notes a copy of a real service's key that was never proved, not for this key, or more than half a year ago. */
export function checkKeyCopy({ today, last, mark, synthetic }: KeyCopyFacts): CheckOutcome {
  if (synthetic || mark === null) return { summary: 'not needed yet', problems: [] };
  const days =
    last === null || last.key_mark !== mark ? null : dayNumber(today) - dayNumber(last.checked_on);
  if (days !== null && days <= MAX_DAYS)
    return { summary: `opened the store on ${last?.checked_on ?? ''}`, problems: [] };
  const since = days === null ? 'never' : `${days} days ago`;
  return {
    summary: since,
    problems: [
      {
        kind: 'note',
        code: 'key-copy-unchecked',
        ...(days === null ? { variant: 'never' } : { variant: 'long-ago', facts: { days } }),
      },
    ],
  };
}
