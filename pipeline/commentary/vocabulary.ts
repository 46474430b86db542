// Lists of words → patterns that find them whole, in any case, and in Welsh after any mutation.
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

const NOTHING = /(?!)/giu;
const POPULATIONS = '1,?000|10,?000|100,?000';

/** Compiles the words of one language. In a phrase, `#` stands for a number. */
export function vocabularyOf({ vocabulary, mutations }: CommentaryWords): Vocabulary {
  const findAny = (phrases: readonly string[]): Pattern => patternOf(phrases, mutations);
  const patterns = new Map<string, Pattern>();
  const alternatives = (list: List): string => findAny(vocabulary[list]).source;
  const populations = [...Object.keys(vocabulary.populations).map(sourceOf), POPULATIONS].join('|');
  return {
    findAny,
    formsOf: (phrase) => formsOf(phrase, mutations).map(plain),
    find(list) {
      const known = patterns.get(list) ?? findAny(vocabulary[list]);
      patterns.set(list, known);
      return known;
    },
    times: mutated(vocabulary.times, mutations),
    numbers: mutated(vocabulary.numbers, mutations),
    fractions: mutated(vocabulary.fractions, mutations),
    populations: new Map(Object.entries(vocabulary.populations)),
    unit: new RegExp(
      `${alternatives('per')}\\s+(?<per>${populations})(?![\\p{L}\\d]|[.,]\\d)`,
      'giu',
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
  const sorted = [...new Set(forms)].sort((one, other) => other.length - one.length);
  // A sign such as % is not a word, and so needs no gap on either side.
  const words = sorted.filter((form) => /^[\p{L}\d#]/u.test(form)).map(sourceOf);
  const signs = sorted.filter((form) => !/^[\p{L}\d#]/u.test(form)).map(sourceOf);
  const whole = `(?<![\\p{L}\\d])(?:${words.join('|')})(?![\\p{L}\\d])`;
  return new RegExp(`(?:${[...(words.length > 0 ? [whole] : []), ...signs].join('|')})`, 'giu');
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

function sourceOf(phrase: string): string {
  return phrase
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('#', '\\d[\\d,.]*')
    .replace(/['’]/g, "[’']")
    .replace(/[–-]/g, '[–-]')
    .replace(/\s+/g, '\\s+');
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
