// The words of one clause → what they claim: a direction, a size, a number, a unit, a certainty.
import { readNumbers, type NumberClaim, type UnitClaim } from './numbers.js';
import { startsWithMatch, endsWithMatch, hasMatch, blankMatches, findMatches } from './pattern.js';
import { normalisePhrase, type Vocabulary } from './vocabulary.js';

/** Direction of a claimed change; `steady` allows any change that is not statistically clear. */
export type Direction = 'up' | 'down' | 'same' | 'steady';

/** One claim; `word` is the wording in the text. */
export type Claim =
  | {
      readonly kind: 'direction';
      readonly word: string;
      readonly direction: Direction;
      readonly isNegated: boolean;
    }
  | { readonly kind: 'sharp'; readonly word: string }
  | { readonly kind: 'times'; readonly word: string; readonly factor: number }
  /** A fraction in words: a share of a total, or the size of a change. */
  | {
      readonly kind: 'part';
      readonly word: string;
      readonly share: number;
      readonly changed: boolean;
    }
  | { readonly kind: 'sure'; readonly word: string; readonly isNegated: boolean }
  | UnitClaim
  | NumberClaim;

const DIRECTIONS = ['up', 'down', 'same', 'steady'] as const;
const YEARS = /\b\d{4}[-–/]\d{2,4}\b|\b(?:19|20)\d{2}\b(?!,)/g;

/**
 * Reads the claims of one clause, in which names and quotes are already blank. Plans are not claims, and this year's
 * figures cannot check a change at another time or place. With `all`, both are read as claims.
 */
export function readClaims(clause: string, vocabulary: Vocabulary, all = false): Claim[] {
  const words = blankDates(clause, vocabulary);
  if (!all && hasMatch(words, vocabulary.find('plans'))) return [];
  const isElsewhere = !all && hasMatch(clause, vocabulary.find('elsewhere'));
  const directions = isElsewhere ? [] : readChanges(words, vocabulary);
  const hasChange = directions.some(({ kind }) => kind === 'direction');
  const numbers = readNumbers(words, vocabulary, hasChange, clause);
  return [...directions, ...readParts(words, vocabulary), ...numbers];
}

/**
 * Whether a text contains a number that an edition suppresses: a numeral from 1 to `hideBelow` − 1, or such a number in
 * words before a countable noun. It looks for anything that could be a child, so plans count too.
 */
export function containsSmallNumber(
  text: string,
  vocabulary: Vocabulary,
  hideBelow: number,
): boolean {
  return readNumbers(blankDates(text, vocabulary), vocabulary, false).some(
    (claim) =>
      claim.kind === 'number' &&
      claim.sign === 'none' &&
      claim.per === null &&
      Number.isInteger(claim.value) &&
      claim.value > 0 &&
      claim.value < hideBelow,
  );
}

function blankDates(clause: string, vocabulary: Vocabulary): string {
  const months = vocabulary.find('months').source;
  const dates = new RegExp(`(?:\\d{1,2}\\s+)?${months}(?:\\s+\\d{4})?`, 'gi');
  return [vocabulary.find('masks'), dates, YEARS].reduce(blankMatches, clause);
}

function readChanges(words: string, vocabulary: Vocabulary): Claim[] {
  const isNegated = (at: number): boolean => hasMatch(words.slice(0, at), vocabulary.find('not'));
  const sure = findMatches(words, vocabulary.find('sure'));
  let rest = words;
  const directions = DIRECTIONS.toReversed().flatMap((direction): Claim[] => {
    const found = findMatches(rest, vocabulary.find(direction));
    rest = blankMatches(rest, vocabulary.find(direction));
    return found.map(({ word, at }) => ({
      kind: 'direction',
      word,
      direction,
      isNegated: isNegated(at),
    }));
  });
  const changes = directions.length > 0 || hasMatch(words, vocabulary.find('changes'));
  const isUncertain = sure.some(({ at }) => isNegated(at)) && changes;
  // A negated change without "clear" or "significant" claims that the figure stayed the same.
  const isPlainChange = directions.length === 0 && sure.length === 0;
  const changeWords = isPlainChange ? findMatches(words, vocabulary.find('changes')) : [];
  return [
    // A negated clear change claims no change at all.
    ...(isUncertain ? [] : directions),
    ...changeWords
      .filter(({ at }) => isNegated(at))
      .map(({ word }) => ({
        kind: 'direction' as const,
        word,
        direction: 'steady' as const,
        isNegated: false,
      })),
    ...(changes
      ? sure.map(({ word, at }) => ({ kind: 'sure' as const, word, isNegated: isNegated(at) }))
      : []),
    ...(directions.length > 0 ? findMatches(words, vocabulary.find('sharp')) : []).map(
      ({ word }) => ({
        kind: 'sharp' as const,
        word,
      }),
    ),
    ...readMultiples(words, vocabulary),
  ];
}

/** Half, a third …: the size of a change, or a share of a count. A quarter of a year is not a claim. */
function readParts(words: string, vocabulary: Vocabulary): Claim[] {
  const pattern = vocabulary.findAny([...vocabulary.fractions.keys()]);
  return findMatches(words, pattern).flatMap(({ word, at }) => {
    const changed = endsWithMatch(words.slice(0, at), vocabulary.find('by'));
    if (!changed && !startsWithMatch(words.slice(at + word.length), vocabulary.find('of')))
      return [];
    const share = vocabulary.fractions.get(normalisePhrase(word)) ?? 0;
    return [{ kind: 'part' as const, word, share, changed }];
  });
}

function readMultiples(words: string, vocabulary: Vocabulary): Claim[] {
  const pattern = vocabulary.findAny([...vocabulary.times.keys()]);
  return findMatches(words, pattern).map(({ word }) => ({
    kind: 'times',
    word,
    factor: vocabulary.times.get(normalisePhrase(word)) ?? 1,
  }));
}
