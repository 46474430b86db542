// A few words that speak of one measure → what they claim: a direction, a size, a number, a unit, a certainty.
import { readNumbers, type NumberClaim, type UnitClaim } from './numbers.js';
import { startsWithMatch, endsWithMatch, hasMatch, blankMatches, findMatches } from './pattern.js';
import { normalisePhrase, type Vocabulary } from './vocabulary.js';

/** Which way a figure is said to have moved; `steady` allows any change that is not clear. */
export type Direction = 'up' | 'down' | 'same' | 'steady';

/** One claim; `word` is as written. */
export type Claim =
  | {
      readonly kind: 'direction';
      readonly word: string;
      readonly direction: Direction;
      readonly isNegated: boolean;
    }
  | { readonly kind: 'sharp'; readonly word: string }
  | { readonly kind: 'times'; readonly word: string; readonly factor: number }
  /** A part in letters: of what there is, or by which it changed. */
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
 * Reads the claims of one clause, in which names and quotes are already blank. What is only planned is no claim, and a
 * change of another time or place is none that this year's figures settle; with `all`, both are read nevertheless.
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
 * Whether a text holds a number that an edition hides: a figure from 1 to `hideBelow` − 1 of anything, or such a number
 * in letters before what is counted. It looks for what could be a child, so what is planned counts too.
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
  // Where a change is denied and not only a clear one, the figure is said to have stayed what it was.
  const isPlainChange = directions.length === 0 && sure.length === 0;
  const changeWords = isPlainChange ? findMatches(words, vocabulary.find('changes')) : [];
  return [
    // Where a clear change is denied, no change is claimed at all.
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

/** Half, a third …: by which a figure changed, or of what is counted. A quarter of a year is none. */
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
