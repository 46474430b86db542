// A name as it was written → the letters it is compared by.

/** A name, without what one system keeps and another drops: capitals, accents, hyphens, dots, apostrophes, spaces. */
export interface Name {
  /** All its letters in a row. */
  readonly whole: string;
  /** Its parts; one that is written with a hyphen is one part. */
  readonly parts: readonly string[];
  /** Its parts, with those that a hyphen joins taken apart. */
  readonly halves: readonly string[];
  /** Its first part, by which it is called. */
  readonly first: string;
}

/** Letters that Unicode does not take apart into one without its mark. */
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

/** Welsh for son and daughter of, which one system writes before a surname and another leaves out. */
const PATRONYMICS = new Set(['ap', 'ab', 'ferch', 'verch']);

/** The name, or null where it has no letter. `Siôn` and `Sion`, `Mary Ann` and `MARY-ANN`, `ap Rhys` and `Rhys` are one. */
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

/** One word as it is compared: without capitals, accents and signs. */
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
