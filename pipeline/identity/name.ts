// A name as written → its letters in the form they are compared.

/** A name without what systems write differently: capitals, accents, hyphens, dots, apostrophes, spaces. */
export interface Name {
  /** All its letters joined. */
  readonly whole: string;
  /** Its parts; a hyphenated part counts as one. */
  readonly parts: readonly string[];
  /** Its parts, with hyphenated ones split. */
  readonly halves: readonly string[];
  /** Its first part, the name a person is called by. */
  readonly first: string;
}

/** Letters that Unicode does not decompose into a base letter and a mark. */
const FOLDED_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** Welsh for "son of" and "daughter of", which some systems write before a surname and others leave out. */
const PATRONYMICS = new Set(['ap', 'ab', 'ferch', 'verch']);

/**
 * The parsed name, or null if it has no letter. `Siôn` and `Sion`, `Mary Ann` and `MARY-ANN`, `ap Rhys` and `Rhys` are
 * equal.
 */
export function parseName(written: string | null): Name | null {
  const words = foldLetters(written ?? '')
    .split(/\s+/)
    .map(normaliseWord)
    .filter((word) => word !== '');
  const nameParts = words.filter(isNamePart);
  const parts = nameParts.length > 0 ? nameParts : words;
  const [first] = parts;
  if (first === undefined) return null;
  const halves = foldLetters(written ?? '')
    .split(/[\s‐-―-]+/)
    .map(normaliseWord);
  return { whole: parts.join(''), parts, halves: halves.filter(isNamePart), first };
}

function isNamePart(word: string): boolean {
  return word !== '' && !PATRONYMICS.has(word);
}

/** Normalises one word for comparison: no capitals, accents or punctuation. */
export function normaliseWord(word: string): string {
  return foldLetters(word).replace(/[^\p{L}\p{N}]/gu, '');
}

function foldLetters(written: string): string {
  return written
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðþłı]/g, (letter) => FOLDED_LETTERS[letter] ?? letter);
}
