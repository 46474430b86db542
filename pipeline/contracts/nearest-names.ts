// An unknown heading or label → the known ones that are most like it.
import { token_set_ratio, token_sort_ratio } from 'fuzzball';
import { splitWords } from './label-safety.js';

/** A known name with how it may be spelt. */
export interface KnownName {
  readonly name: string;
  readonly spellings: readonly string[];
}

/** Out of 100. Below it two names have little but a word in common. */
const LEAST_ALIKE = 60;
const MOST_NEAREST = 3;

/**
 * The known names most like a text, best first, at most three: by the edits between their words, whatever their order
 * (the token sort and token set ratios of fuzzball). None that has little in common with it.
 */
export function findNearestNames(text: string, known: readonly KnownName[]): string[] {
  const own = splitWords(text).join(' ');
  const scored = known.map(({ name, spellings }) => ({
    name,
    score: Math.max(...[name, ...spellings].map((each) => scoreLikeness(own, each))),
  }));
  scored.sort((one, other) => other.score - one.score);
  return scored
    .filter(({ score }) => score >= LEAST_ALIKE)
    .slice(0, MOST_NEAREST)
    .map(({ name }) => name);
}

/** Words in common count for less than the whole text: else `Other` would be like everything that has the word. */
function scoreLikeness(own: string, other: string): number {
  const words = splitWords(other).join(' ');
  return 0.6 * token_sort_ratio(own, words) + 0.4 * token_set_ratio(own, words);
}
