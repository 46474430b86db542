// A few words → the numbers in them, each with what it is a number of.
import { begins, ends, hide, matches } from './pattern.js';
import { plain, type Vocabulary } from './vocabulary.js';

/** A population that a rate is said to be per. */
export interface UnitClaim {
  readonly kind: 'unit';
  readonly word: string;
  readonly per: string;
}

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

const FIGURE = /(?<![\p{L}\d.,·])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\d\p{L}]|[.,]\d)/gu;

/** Every number and unit of some words; `moves` says whether the words tell of a change, and so from what to what. */
export function numbersIn(
  words: string,
  vocabulary: Vocabulary,
  moves: boolean,
): (NumberClaim | UnitClaim)[] {
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
