// A grade of confidence in the records → its words, and the reasons that lowered it.
import type { Language } from '../domain/language.js';
import { formatShare } from './dates.js';
import type { Trust } from './input.js';
import type { Say } from './phrases.js';

/** The grade in a word, and each reason as a sentence. Never a count: a few records may belong to a few children. */
export function viewTrust({ grade, because }: Trust, language: Language, say: Say): object {
  return {
    grade: say(`trust.grade.${grade}`),
    // Over none is some, and a share of 0% would only puzzle.
    because: because.map(({ rule, of, over }) =>
      say(over === 0 ? `trust.some.${rule}` : `trust.because.${rule}`, {
        of: of[language],
        share: over === null ? '' : formatShare(over),
      }),
    ),
  };
}
