// A pattern and some words → what it finds in them, and the words without it.
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

/** Letters that are neither a word nor a number, as many as before. */
export function blankText(text: string): string {
  return '·'.repeat(text.length);
}
