// A few words that speak of one measure → what they claim: a direction, a size, a number, a unit, a certainty.
import { numbersIn, type NumberClaim, type UnitClaim } from './numbers.js';
import { begins, ends, has, hide, matches } from './pattern.js';
import { plain, type Vocabulary } from './vocabulary.js';

/** Which way a figure is said to have moved; `steady` allows any change that is not clear. */
export type Way = 'up' | 'down' | 'same' | 'steady';

/** One claim; `word` is as written. */
export type Claim =
  | {
      readonly kind: 'direction';
      readonly word: string;
      readonly way: Way;
      readonly denied: boolean;
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
  | { readonly kind: 'sure'; readonly word: string; readonly denied: boolean }
  | UnitClaim
  | NumberClaim;

const WAYS = ['up', 'down', 'same', 'steady'] as const;
const YEARS = /\b\d{4}[-–/]\d{2,4}\b|\b(?:19|20)\d{2}\b(?!,)/g;

/**
 * Reads the claims of one clause, in which names and quotes are already blank. What is only planned is no claim, and a
 * change of another time or place is none that this year's figures settle; with `all`, both are read nevertheless.
 */
export function claimsIn(clause: string, vocabulary: Vocabulary, all = false): Claim[] {
  const words = withoutDates(clause, vocabulary);
  if (!all && has(words, vocabulary.find('plans'))) return [];
  const other = !all && has(clause, vocabulary.find('elsewhere'));
  const directions = other ? [] : changesIn(words, vocabulary);
  const moves = directions.some(({ kind }) => kind === 'direction');
  const numbers = numbersIn(words, vocabulary, moves, clause);
  return [...directions, ...partsIn(words, vocabulary), ...numbers];
}

/**
 * Whether a text holds a number that an edition hides: a figure from 1 to `hideBelow` − 1 of anything, or such a number
 * in letters before what is counted. It looks for what could be a child, so what is planned counts too.
 */
export function saysSmallNumber(text: string, vocabulary: Vocabulary, hideBelow: number): boolean {
  return numbersIn(withoutDates(text, vocabulary), vocabulary, false).some(
    (claim) =>
      claim.kind === 'number' &&
      claim.sign === 'none' &&
      claim.per === null &&
      Number.isInteger(claim.value) &&
      claim.value > 0 &&
      claim.value < hideBelow,
  );
}

function withoutDates(clause: string, vocabulary: Vocabulary): string {
  const months = vocabulary.find('months').source;
  const dates = new RegExp(`(?:\\d{1,2}\\s+)?${months}(?:\\s+\\d{4})?`, 'gi');
  return [vocabulary.find('masks'), dates, YEARS].reduce(hide, clause);
}

function changesIn(words: string, vocabulary: Vocabulary): Claim[] {
  const denied = (at: number): boolean => has(words.slice(0, at), vocabulary.find('not'));
  const sure = matches(words, vocabulary.find('sure'));
  let left = words;
  const directions = WAYS.toReversed().flatMap((way): Claim[] => {
    const found = matches(left, vocabulary.find(way));
    left = hide(left, vocabulary.find(way));
    return found.map(({ word, at }) => ({ kind: 'direction', word, way, denied: denied(at) }));
  });
  const changes = directions.length > 0 || has(words, vocabulary.find('changes'));
  const doubted = sure.some(({ at }) => denied(at)) && changes;
  // Where a change is denied and not only a clear one, the figure is said to have stayed what it was.
  const stays = directions.length === 0 && sure.length === 0;
  const still = stays ? matches(words, vocabulary.find('changes')) : [];
  return [
    // Where a clear change is denied, no change is claimed at all.
    ...(doubted ? [] : directions),
    ...still
      .filter(({ at }) => denied(at))
      .map(({ word }) => ({
        kind: 'direction' as const,
        word,
        way: 'steady' as const,
        denied: false,
      })),
    ...(changes
      ? sure.map(({ word, at }) => ({ kind: 'sure' as const, word, denied: denied(at) }))
      : []),
    ...(directions.length > 0 ? matches(words, vocabulary.find('sharp')) : []).map(({ word }) => ({
      kind: 'sharp' as const,
      word,
    })),
    ...timesIn(words, vocabulary),
  ];
}

/** Half, a third …: by which a figure changed, or of what is counted. A quarter of a year is none. */
function partsIn(words: string, vocabulary: Vocabulary): Claim[] {
  const pattern = vocabulary.findAny([...vocabulary.fractions.keys()]);
  return matches(words, pattern).flatMap(({ word, at }) => {
    const changed = ends(words.slice(0, at), vocabulary.find('by'));
    if (!changed && !begins(words.slice(at + word.length), vocabulary.find('of'))) return [];
    const share = vocabulary.fractions.get(plain(word)) ?? 0;
    return [{ kind: 'part' as const, word, share, changed }];
  });
}

function timesIn(words: string, vocabulary: Vocabulary): Claim[] {
  const pattern = vocabulary.findAny([...vocabulary.times.keys()]);
  return matches(words, pattern).map(({ word }) => ({
    kind: 'times',
    word,
    factor: vocabulary.times.get(plain(word)) ?? 1,
  }));
}
