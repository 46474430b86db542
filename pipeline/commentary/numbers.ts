// A clause → the numbers in it, each with what it counts.
import type { Day } from '../domain/period.js';
import { startsWithMatch, endsWithMatch, blankMatches, findMatches } from './pattern.js';
import { LETTER_CLASS, normalisePhrase, type Vocabulary } from './vocabulary.js';

/** A population that a text states a rate for. */
export interface UnitClaim {
  readonly kind: 'unit';
  readonly word: string;
  readonly per: string;
}

/**
 * A number as written. `per` and `sign` describe what follows it; `role` says whether a figure changed to it, from it
 * or by it.
 */
export interface NumberClaim {
  readonly kind: 'number';
  readonly word: string;
  readonly value: number;
  readonly decimals: number;
  readonly sign: 'none' | 'percent' | 'points';
  readonly per: string | null;
  readonly isApproximate: boolean;
  readonly role: 'to' | 'from' | 'by' | null;
  /** Last day of the year that the text states for the number; null if none. */
  readonly year: Day | null;
  /** Whether a countable noun follows: children, offences … */
  readonly counted: boolean;
}

const NUMERAL = /(?<![\p{L}\d.,·])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\d\p{L}]|[.,]\d)/gu;

/**
 * Reads every number and unit of a clause; `hasChange` is true if the clause describes a change, so that a number can
 * be its start, end or size. `dated` is the same text at the same offsets, with its years.
 */
export function readNumbers(
  words: string,
  vocabulary: Vocabulary,
  hasChange: boolean,
  dated = words,
): (NumberClaim | UnitClaim)[] {
  const units = [...words.matchAll(vocabulary.unit)].map((found) => ({
    word: found[0],
    at: found.index,
    per: `per ${formatPopulation(found.groups?.['per'] ?? '', vocabulary)}`,
  }));
  const rest = blankMatches(words, vocabulary.unit);
  const figures = [...rest.matchAll(NUMERAL)].map((found) => {
    const unit = units.find(
      ({ at }) => rest.slice(found.index + found[0].length, at).trim() === '',
    );
    const year = readYear(dated.slice(found.index + found[0].length), vocabulary);
    return { ...readNumber(rest, found, unit?.per ?? null, vocabulary, hasChange), year };
  });
  return [
    ...units.map(({ word, per }) => ({ kind: 'unit' as const, word, per })),
    ...figures,
    ...readSpelledNumbers(rest, vocabulary, hasChange),
  ];
}

function readNumber(
  words: string,
  found: RegExpExecArray,
  per: string | null,
  vocabulary: Vocabulary,
  hasChange: boolean,
): Omit<NumberClaim, 'year'> {
  const [word, whole = '', part = ''] = found;
  const before = words.slice(0, found.index);
  const after = words.slice(found.index + word.length);
  const sign = readSign(after, vocabulary);
  return {
    kind: 'number',
    word: sign === 'percent' ? `${word}%` : word,
    value: Number(whole.replaceAll(',', '') + part),
    decimals: part.length > 1 ? part.length - 1 : 0,
    sign,
    per,
    isApproximate: endsWithMatch(before, vocabulary.find('rough')),
    role: hasChange ? readRole(before, after, vocabulary) : null,
    counted: startsWithMatch(after, vocabulary.find('nouns')),
  };
}

function readSign(after: string, vocabulary: Vocabulary): NumberClaim['sign'] {
  const percent = vocabulary.find('percent').source;
  const points = vocabulary.find('points').source;
  if (new RegExp(`^\\s*(?:${percent}(?:age)?\\s*)?(?:percentage\\s+)?${points}`, 'i').test(after))
    return 'points';
  return new RegExp(`^\\s*${percent}`, 'i').test(after) ? 'percent' : 'none';
}

function readRole(before: string, after: string, vocabulary: Vocabulary): NumberClaim['role'] {
  if (startsWithMatch(after, vocabulary.find('apart'))) return 'by';
  if (endsWithMatch(before, vocabulary.find('to'))) return 'to';
  const from = endsWithMatch(before, vocabulary.find('from'));
  if (!from) return endsWithMatch(before, vocabulary.find('by')) ? 'by' : null;
  // In Welsh `o` means both "from" and "of": after another number it means "of".
  return /\d\s+\p{L}+\s*$/u.test(before) ? null : 'from';
}

/**
 * A number in words is a claim only before a countable noun, before fewer or more, or after by: `two partners` is not.
 */
function readSpelledNumbers(
  words: string,
  vocabulary: Vocabulary,
  hasChange: boolean,
): NumberClaim[] {
  const pattern = vocabulary.findAny([...vocabulary.numbers.keys()]);
  return findMatches(words, pattern).flatMap(({ word, at }) => {
    const [before, after] = [words.slice(0, at), words.slice(at + word.length)];
    const role = hasChange && readRole(before, after, vocabulary) === 'by' ? 'by' : null;
    const counted = startsWithMatch(after, vocabulary.find('nouns'));
    if (role === null && !counted) return [];
    const value = vocabulary.numbers.get(normalisePhrase(word)) ?? 0;
    const bare = {
      decimals: 0,
      sign: 'none',
      per: null,
      isApproximate: false,
      year: null,
    } as const;
    return [{ kind: 'number', word, value, ...bare, role, counted }];
  });
}

/** `… in 2022-23` right after a number: the last day of that financial year; `… in 2022`: of that calendar year. */
function readYear(after: string, vocabulary: Vocabulary): Day | null {
  const [percent, nouns, during] = (['percent', 'nouns', 'during'] as const).map(
    (list) => vocabulary.find(list).source,
  );
  const lead = `^\\s*(?:${percent})?\\s*(?:${nouns})?\\s*(?:${vocabulary.unit.source})?\\s*(?:${during})\\s+`;
  const found = new RegExp(`${lead}(\\d{4})(?:[-–/](\\d{2}))?(?![\\d${LETTER_CLASS}])`, 'i').exec(
    after,
  );
  const [year, next] = found?.slice(-2) ?? [];
  if (year === undefined) return null;
  return next === undefined ? `${year}-12-31` : `${Number(year) + 1}-03-31`;
}

function formatPopulation(population: string, { populations }: Vocabulary): string {
  const named = populations.get(normalisePhrase(population));
  return (named ?? Number(population.replaceAll(',', ''))).toLocaleString('en-GB');
}
