// A pattern and a text → its matches, and the text with the matches blanked.
import type { Pattern } from './vocabulary.js';

export function findMatches(words: string, pattern: Pattern): { word: string; at: number }[] {
  return [...words.matchAll(pattern)].map((found) => ({ word: found[0], at: found.index }));
}

export function hasMatch(words: string, pattern: Pattern): boolean {
  return findMatches(words, pattern).length > 0;
}

export function blankMatches(words: string, pattern: Pattern): string {
  return words.replace(pattern, blankText);
}

export function startsWithMatch(words: string, pattern: Pattern): boolean {
  return new RegExp(`^\\s+${pattern.source}`, 'i').test(words);
}

export function endsWithMatch(words: string, pattern: Pattern): boolean {
  return new RegExp(`${pattern.source}\\s+$`, 'i').test(words);
}

/** As many placeholder letters, which belong to no word or number. */
export function blankText(text: string): string {
  return '·'.repeat(text.length);
}
