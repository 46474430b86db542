// An unknown label → the most similar known labels, and whether the label itself may be shown.
import { normaliseLabel, type CodeList } from './codes.js';

/** Known labels that an unknown one may mean, and its own text if it cannot contain a person's name (else null). */
export interface Suggestions {
  readonly known: readonly string[];
  readonly text: string | null;
}

/** A shorter text could be a person's name as well as a misspelt label. */
const MIN_LENGTH = 6;
const MAX_SUGGESTIONS = 3;

/**
 * Finds known labels that differ from a text by few edits (one in five letters, three at most), by the order of their
 * words, or by abbreviated words. A text unlike all of them gets no suggestion: it may be a person's name in the wrong
 * column. The text itself is returned only if it has at least two words, all of them words of the list.
 */
export function suggestLabels(list: CodeList, label: string): Suggestions {
  const text = simplifyLabel(label);
  if (text.length < MIN_LENGTH) return { known: [], text: null };
  const scored = [...list.labels].flatMap(([spelling, canonical]) => {
    const score = measureDistance(text, simplifyLabel(spelling));
    return score === null ? [] : [{ canonical, score }];
  });
  scored.sort((one, other) => one.score - other.score);
  const known = [...new Set(scored.map(({ canonical }) => canonical))].slice(0, MAX_SUGGESTIONS);
  return { known, text: known.length > 0 && usesListWords(list, text) ? label.trim() : null };
}

/** Removes case, accents and punctuation, and writes `&` as `and`. */
function simplifyLabel(label: string): string {
  return normaliseLabel(label)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Distance between two labels, 0 for the same words; null if they are not similar. */
function measureDistance(text: string, known: string): number | null {
  const [own, others] = [text.split(' '), known.split(' ')];
  if (own.length > 1 && [...own].sort().join(' ') === [...others].sort().join(' ')) return 0;
  if (isAbbreviated(own, others)) return 1;
  const edits = countEdits(text, known);
  return edits <= allowedEdits(Math.max(text.length, known.length)) ? edits : null;
}

function allowedEdits(letters: number): number {
  return Math.min(3, Math.floor(letters / 5));
}

/** Whether each word equals the other's or abbreviates it to its first three or more letters: `Youth Cond. Caution`. */
function isAbbreviated(own: readonly string[], others: readonly string[]): boolean {
  if (own.length < 2 || own.length !== others.length) return false;
  return own.every((word, at) => {
    const other = others[at] ?? '';
    return word === other || (word.length >= 3 && other.startsWith(word));
  });
}

function usesListWords({ labels }: CodeList, text: string): boolean {
  const words = [...labels.keys()].flatMap((each) => simplifyLabel(each).split(' '));
  const own = text.split(' ');
  return own.length > 1 && own.every((word) => words.some((each) => matchesBeginning(each, word)));
}

function matchesBeginning(word: string, beginning: string): boolean {
  return word === beginning || (beginning.length >= 3 && word.startsWith(beginning));
}

/** Letters inserted, deleted, changed or swapped with a neighbour (Damerau's distance, optimal string alignment). */
function countEdits(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], [...Array(other.length + 1).keys()]];
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      const swapped = one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      const swap = swapped ? (before[to - 2] ?? Infinity) + 1 : Infinity;
      const changed = (last[to - 1] ?? 0) + same;
      row.push(Math.min((last[to] ?? 0) + 1, (row[to - 1] ?? 0) + 1, changed, swap));
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
