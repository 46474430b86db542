// A few words that speak of one measure → what they claim: a direction, a size, a number, a unit, a certainty.
import { blank } from './mentions.js';
import { plain, type Pattern, type Vocabulary } from './vocabulary.js';

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
  | { readonly kind: 'sure'; readonly word: string; readonly denied: boolean }
  | { readonly kind: 'unit'; readonly word: string; readonly per: string }
  | NumberClaim;

/** A number as written. `per` and `percent` say what follows it; `place` whether the figure came from it or to it. */
export interface NumberClaim {
  readonly kind: 'number';
  readonly word: string;
  readonly value: number;
  readonly decimals: number;
  readonly sign: 'none' | 'percent' | 'points';
  readonly per: string | null;
  readonly rough: boolean;
  readonly place: 'to' | 'from' | null;
  /** Whether what is counted comes after it: children, offences … */
  readonly counted: boolean;
}

const WAYS = ['up', 'down', 'same', 'steady'] as const;
const FIGURE = /(?<![\p{L}\d.,·])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\d\p{L}]|[.,]\d)/gu;
const YEARS = /\b\d{4}[-–/]\d{2,4}\b|\b(?:19|20)\d{2}\b(?!,)/g;

/** Reads the claims of one clause, in which names and quotes are already blank. */
export function claimsIn(clause: string, vocabulary: Vocabulary): Claim[] {
  const months = vocabulary.find('months').source;
  const dates = new RegExp(`(?:\\d{1,2}\\s+)?${months}(?:\\s+\\d{4})?`, 'giu');
  const words = [vocabulary.find('masks'), dates, YEARS].reduce(hide, clause);
  if (has(words, vocabulary.find('plans'))) return [];
  const directions = has(clause, vocabulary.find('elsewhere')) ? [] : changesIn(words, vocabulary);
  const moves = directions.some(({ kind }) => kind === 'direction');
  return [...directions, ...numbersIn(words, vocabulary, moves)];
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
  return [
    // Where a clear change is denied, no change is claimed at all.
    ...(doubted ? [] : directions),
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

function timesIn(words: string, vocabulary: Vocabulary): Claim[] {
  const pattern = vocabulary.findAny([...vocabulary.times.keys()]);
  return matches(words, pattern).map(({ word }) => ({
    kind: 'times',
    word,
    factor: vocabulary.times.get(plain(word)) ?? 1,
  }));
}

function numbersIn(words: string, vocabulary: Vocabulary, moves: boolean): Claim[] {
  const units = [...words.matchAll(vocabulary.unit)].map((found) => ({
    word: found[0],
    at: found.index,
    per: `per ${spelt(found.groups?.['per'] ?? '')}`,
  }));
  const left = hide(words, vocabulary.unit);
  const figures = [...left.matchAll(FIGURE)].map((found) => {
    const unit = units.find(
      ({ at }) => left.slice(found.index + found[0].length, at).trim() === '',
    );
    return numberAt(left, found, unit?.per ?? null, vocabulary, moves);
  });
  return [
    ...units.map(({ word, per }) => ({ kind: 'unit' as const, word, per })),
    ...figures,
    ...spelledOut(left, vocabulary),
  ];
}

function numberAt(
  words: string,
  found: RegExpExecArray,
  per: string | null,
  vocabulary: Vocabulary,
  moves: boolean,
): NumberClaim {
  const [word, whole = '', part = ''] = found;
  const before = words.slice(0, found.index);
  const after = words.slice(found.index + word.length);
  const sign = signOf(after, vocabulary);
  return {
    kind: 'number',
    word: sign === 'percent' ? `${word}%` : word,
    value: Number(whole.replaceAll(',', '') + part),
    decimals: part.length > 1 ? part.length - 1 : 0,
    sign,
    per,
    rough: ends(before, vocabulary.find('rough')),
    place: moves ? placeOf(before, vocabulary) : null,
    counted: begins(after, vocabulary.find('nouns')),
  };
}

function signOf(after: string, vocabulary: Vocabulary): NumberClaim['sign'] {
  const percent = vocabulary.find('percent').source;
  const points = vocabulary.find('points').source;
  if (new RegExp(`^\\s*(?:${percent}(?:age)?\\s*)?(?:percentage\\s+)?${points}`, 'iu').test(after))
    return 'points';
  return new RegExp(`^\\s*${percent}`, 'iu').test(after) ? 'percent' : 'none';
}

function placeOf(before: string, vocabulary: Vocabulary): NumberClaim['place'] {
  if (ends(before, vocabulary.find('to'))) return 'to';
  const from = ends(before, vocabulary.find('from'));
  // In Welsh `o` is both from and of: after another number it is of.
  return from && !/\d\s+\p{L}+\s*$/u.test(before) ? 'from' : null;
}

/** A number in letters is a claim only before what is counted: `two partners` is none. */
function spelledOut(words: string, vocabulary: Vocabulary): NumberClaim[] {
  const pattern = vocabulary.findAny([...vocabulary.numbers.keys()]);
  return matches(words, pattern)
    .filter(({ word, at }) => begins(words.slice(at + word.length), vocabulary.find('nouns')))
    .map(({ word }) => ({
      kind: 'number',
      word,
      value: vocabulary.numbers.get(plain(word)) ?? 0,
      decimals: 0,
      sign: 'none',
      per: null,
      rough: false,
      place: null,
      counted: true,
    }));
}

function spelt(population: string): string {
  return Number(population.replaceAll(',', '')).toLocaleString('en-GB');
}

function matches(words: string, pattern: Pattern): { word: string; at: number }[] {
  return [...words.matchAll(pattern)].map((found) => ({ word: found[0], at: found.index }));
}

function has(words: string, pattern: Pattern): boolean {
  return matches(words, pattern).length > 0;
}

function hide(words: string, pattern: Pattern): string {
  return words.replace(pattern, blank);
}

function begins(words: string, pattern: Pattern): boolean {
  return new RegExp(`^\\s+${pattern.source}`, 'iu').test(words);
}

function ends(words: string, pattern: Pattern): boolean {
  return new RegExp(`${pattern.source}\\s+$`, 'iu').test(words);
}
