// Lists of words → patterns that find them as whole words, in any case, and in Welsh after any mutation.
import { buildPhrasesPattern, buildPhrasePattern } from './any-of.js';
import type { CommentaryWords } from './words.js';

/** Finds any of a list of phrases; the longest wins. A pattern of no phrases matches nothing. */
export type Pattern = RegExp;

/** The patterns of one language. */
export interface Vocabulary {
  readonly find: (list: WordList) => Pattern;
  /** Finds any of the given phrases, such as names of measures or groups. */
  readonly findAny: (phrases: readonly string[]) => Pattern;
  /** A phrase and each of its mutations. */
  readonly listForms: (phrase: string) => string[];
  readonly times: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  /** Fractions in words: half, a third. */
  readonly fractions: ReadonlyMap<string, number>;
  /** Populations of rates, in words. */
  readonly populations: ReadonlyMap<string, number>;
  /** The unit of a rate: "per" and its population. */
  readonly unit: Pattern;
}

type WordList = Exclude<
  keyof CommentaryWords['vocabulary'],
  'times' | 'numbers' | 'fractions' | 'populations'
>;

/**
 * Letters of English, Welsh and the rest of Latin, for a character class. A class of every alphabet would take three
 * times as long to compile and to run.
 */
export const LETTER_CLASS = 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ';

const MATCHES_NOTHING = /(?!)/gi;
const POPULATION_NUMERALS = '1,?000|10,?000|100,?000';

const compiledVocabularies = new WeakMap<CommentaryWords, Vocabulary>();

/** Compiles the words of one language, once. In a phrase, `#` stands for a number. */
export function compileVocabulary(words: CommentaryWords): Vocabulary {
  const vocabulary = compiledVocabularies.get(words) ?? compileWords(words);
  compiledVocabularies.set(words, vocabulary);
  return vocabulary;
}

function compileWords({ vocabulary, mutations }: CommentaryWords): Vocabulary {
  const patterns = new Map<string, Pattern>();
  const findAny = (phrases: readonly string[]): Pattern => {
    const key = phrases.join('\n');
    const known = patterns.get(key) ?? buildWholeWordPattern(phrases, mutations);
    patterns.set(key, known);
    return known;
  };
  const alternatives = (list: WordList): string => findAny(vocabulary[list]).source;
  const populations = [
    ...Object.keys(vocabulary.populations).map(buildPhrasePattern),
    POPULATION_NUMERALS,
  ].join('|');
  return {
    findAny,
    listForms: (phrase) => listMutations(phrase, mutations).map(normalisePhrase),
    find: (list) => findAny(vocabulary[list]),
    times: addMutations(vocabulary.times, mutations),
    numbers: addMutations(vocabulary.numbers, mutations),
    fractions: addMutations(vocabulary.fractions, mutations),
    populations: new Map(Object.entries(vocabulary.populations)),
    unit: new RegExp(
      `${alternatives('per')}\\s+(?<per>${populations})(?![${LETTER_CLASS}\\d]|[.,]\\d)`,
      'gi',
    ),
  };
}

/** Normalises case, apostrophes, dashes and spaces: the form in which a match is looked up. */
export function normalisePhrase(word: string): string {
  return word.toLowerCase().replaceAll("'", '’').replaceAll('–', '-').replace(/\s+/g, ' ');
}

type Mutations = CommentaryWords['mutations'];

function buildWholeWordPattern(phrases: readonly string[], mutations: Mutations): Pattern {
  const forms = phrases.flatMap((phrase) => listMutations(phrase, mutations));
  if (forms.length === 0) return MATCHES_NOTHING;
  // A sign such as % is not a word and needs no word boundary.
  const isWord = (form: string): boolean => /^[\p{L}\d#]/u.test(form);
  const [words, signs] = [forms.filter(isWord), forms.filter((form) => !isWord(form))];
  const whole = `(?<![${LETTER_CLASS}\\d])${buildPhrasesPattern(words)}(?![${LETTER_CLASS}\\d])`;
  const parts = [
    ...(words.length > 0 ? [whole] : []),
    ...(signs.length > 0 ? [buildPhrasesPattern(signs)] : []),
  ];
  return new RegExp(`(?:${parts.join('|')})`, 'gi');
}

function listMutations(phrase: string, mutations: Mutations): string[] {
  const lower = phrase.toLowerCase();
  const first = Object.keys(mutations)
    .filter((letters) => lower.startsWith(letters))
    .sort((one, other) => other.length - one.length)[0];
  // Ch, dd, ff, ph and th are letters of their own, which do not mutate.
  if (first === undefined || /^(ch|dd|ff|ph|th)/.test(lower)) return [phrase];
  const rest = phrase.slice(first.length);
  return [phrase, ...(mutations[first] ?? []).map((letters) => letters + rest)];
}

function addMutations(
  words: Readonly<Record<string, number>>,
  mutations: Mutations,
): Map<string, number> {
  return new Map(
    Object.entries(words).flatMap(([word, value]) =>
      listMutations(word, mutations).map((form) => [normalisePhrase(form), value] as const),
    ),
  );
}
