// Lists of words → patterns that find them whole, in any case, and in Welsh after any mutation.
import { anyOf, sourceOf } from './any-of.js';
import type { CommentaryWords } from './words.js';

/** Finds any of some phrases; the longest wins. A pattern of no phrases finds nothing. */
export type Pattern = RegExp;

/** The patterns of one language. */
export interface Vocabulary {
  readonly find: (list: List) => Pattern;
  /** Finds the phrases given, such as the names of measures or groups. */
  readonly findAny: (phrases: readonly string[]) => Pattern;
  /** A phrase as it may be found: itself, and each of its mutations. */
  readonly formsOf: (phrase: string) => string[];
  readonly times: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  /** Parts of a whole in letters: half, a third. */
  readonly fractions: ReadonlyMap<string, number>;
  /** Populations that rates are per, in letters. */
  readonly populations: ReadonlyMap<string, number>;
  /** A number with what follows it of `per`, per cent and points. */
  readonly unit: Pattern;
}

type List = Exclude<
  keyof CommentaryWords['vocabulary'],
  'times' | 'numbers' | 'fractions' | 'populations'
>;

/**
 * The letters of English and Welsh, and the rest of Latin, for a class of a pattern. Patterns know these alone: one that
 * knew every alphabet would take three times as long to make and to run.
 */
export const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ';

const NOTHING = /(?!)/gi;
const POPULATIONS = '1,?000|10,?000|100,?000';

const compiled = new WeakMap<CommentaryWords, Vocabulary>();

/** Compiles the words of one language, once. In a phrase, `#` stands for a number. */
export function vocabularyOf(words: CommentaryWords): Vocabulary {
  const vocabulary = compiled.get(words) ?? compile(words);
  compiled.set(words, vocabulary);
  return vocabulary;
}

function compile({ vocabulary, mutations }: CommentaryWords): Vocabulary {
  const patterns = new Map<string, Pattern>();
  const findAny = (phrases: readonly string[]): Pattern => {
    const key = phrases.join('\n');
    const known = patterns.get(key) ?? patternOf(phrases, mutations);
    patterns.set(key, known);
    return known;
  };
  const alternatives = (list: List): string => findAny(vocabulary[list]).source;
  const populations = [...Object.keys(vocabulary.populations).map(sourceOf), POPULATIONS].join('|');
  return {
    findAny,
    formsOf: (phrase) => formsOf(phrase, mutations).map(plain),
    find: (list) => findAny(vocabulary[list]),
    times: mutated(vocabulary.times, mutations),
    numbers: mutated(vocabulary.numbers, mutations),
    fractions: mutated(vocabulary.fractions, mutations),
    populations: new Map(Object.entries(vocabulary.populations)),
    unit: new RegExp(
      `${alternatives('per')}\\s+(?<per>${populations})(?![${LETTER}\\d]|[.,]\\d)`,
      'gi',
    ),
  };
}

/** Lower case, one kind of apostrophe, of dash and of space: how a word is looked up once found. */
export function plain(word: string): string {
  return word.toLowerCase().replaceAll("'", '’').replaceAll('–', '-').replace(/\s+/g, ' ');
}

type Mutations = CommentaryWords['mutations'];

function patternOf(phrases: readonly string[], mutations: Mutations): Pattern {
  const forms = phrases.flatMap((phrase) => formsOf(phrase, mutations));
  if (forms.length === 0) return NOTHING;
  // A sign such as % is not a word, and so needs no gap on either side.
  const isWord = (form: string): boolean => /^[\p{L}\d#]/u.test(form);
  const [words, signs] = [forms.filter(isWord), forms.filter((form) => !isWord(form))];
  const whole = `(?<![${LETTER}\\d])${anyOf(words)}(?![${LETTER}\\d])`;
  const parts = [...(words.length > 0 ? [whole] : []), ...(signs.length > 0 ? [anyOf(signs)] : [])];
  return new RegExp(`(?:${parts.join('|')})`, 'gi');
}

function formsOf(phrase: string, mutations: Mutations): string[] {
  const lower = phrase.toLowerCase();
  const first = Object.keys(mutations)
    .filter((letters) => lower.startsWith(letters))
    .sort((one, other) => other.length - one.length)[0];
  // Ch, dd, ff, ph and th are letters of their own, which do not mutate.
  if (first === undefined || /^(ch|dd|ff|ph|th)/.test(lower)) return [phrase];
  const rest = phrase.slice(first.length);
  return [phrase, ...(mutations[first] ?? []).map((letters) => letters + rest)];
}

function mutated(
  words: Readonly<Record<string, number>>,
  mutations: Mutations,
): Map<string, number> {
  return new Map(
    Object.entries(words).flatMap(([word, value]) =>
      formsOf(word, mutations).map((form) => [plain(form), value] as const),
    ),
  );
}
