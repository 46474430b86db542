// The text of an unknown label → whether it may be shown, and whether it may be written down as a label.
import { normaliseLabel, type CodeList } from './codes.js';
import type { Contract } from './contract.js';

/** At least so many children must have a label before its text is shown. */
export const FEWEST_CHILDREN = 5;

/** What a text is compared with: words that labels and headings are made of, and names and numbers of people in the extracts. */
export interface KnownWords {
  readonly ofLists: ReadonlySet<string>;
  readonly ofNames: ReadonlySet<string>;
}

/** The words of every code list and heading. */
export function collectListWords(
  codes: ReadonlyMap<string, CodeList>,
  contracts: readonly Contract[],
): Set<string> {
  const labels = [...codes.values()].flatMap((list) => [...list.labels].flat());
  const headings = contracts.flatMap(({ columns }) =>
    columns.flatMap(({ name, headings: others }) => [name, ...others]),
  );
  return new Set([...labels, ...headings].flatMap(splitWords).filter((word) => word.length > 2));
}

/** The words of a text, in lower case and without accents. */
export function splitWords(text: string): string[] {
  const plain = normaliseLabel(text).normalize('NFD').replace(/\p{M}/gu, '');
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Whether a text has the form of a date, a time, a postcode, an address of electronic mail or a long number. */
export function looksLikeValue(text: string): boolean {
  return VALUES.some((form) => form.test(text));
}

const VALUES = [
  /\d{4}/,
  /\d{1,2}[/.-]\d{1,2}[/.-]\d{1,4}/,
  /\d{1,2}:\d{2}/,
  /\b\d{1,2}(st|nd|rd|th)?\s+\p{L}{3,9}\s+\d{2}/iu,
  /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/i,
  /@/,
];

const TITLE = /^(mr|mrs|ms|miss|mx|dr|pc|sgt|cllr)\.?\s/i;

/** Whether a text has a person's title, or a name of somebody in the extracts that is no word of a list. */
export function namesPerson(text: string, { ofLists, ofNames }: KnownWords): boolean {
  return (
    TITLE.test(text.trim()) ||
    splitWords(text).some((word) => ofNames.has(word) && !ofLists.has(word))
  );
}

/**
 * Whether a text may be shown: at least five children have it, at least half of its words are words of lists and headings, and
 * nothing in it is like a name, a date, a number or a postcode. A word of letters alone that no list has may be a name.
 */
export function maySeeLabel(text: string, children: number, words: KnownWords): boolean {
  const parts = splitWords(text);
  const known = parts.filter((word) => words.ofLists.has(word));
  return (
    children >= FEWEST_CHILDREN &&
    known.length > 0 &&
    2 * known.length >= parts.length &&
    !/^\P{L}*$/u.test(text) &&
    !looksLikeValue(text) &&
    !namesPerson(text, words)
  );
}

/**
 * Whether a text may be written down as a label. Not one like a value that belongs to one person; and one of a few children
 * only if it has a word of lists and headings, or is a short code in capitals.
 */
export function mayWriteLabel(text: string, children: number, words: KnownWords): boolean {
  const isSharedOrKnown =
    children >= FEWEST_CHILDREN ||
    splitWords(text).some((word) => words.ofLists.has(word)) ||
    SHORT_CODE.test(text);
  return isSharedOrKnown && !looksLikeValue(text) && !namesPerson(text, words);
}

const SHORT_CODE = /^([A-Z]{1,5}\d?|[A-Z]?\d{1,2}|[a-z])$/;
