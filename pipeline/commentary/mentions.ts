// A sentence → which measures it names and where, and its words with those names blanked out.
import type { Quotable } from '../figures/quote.js';
import { blank, hide } from './pattern.js';
import { quotesIn } from './quotes.js';
import { plain, type Vocabulary } from './vocabulary.js';

/** A measure named in a sentence, by a title, another name or a quoted figure. */
export interface Mention {
  readonly at: number;
  readonly measure: string;
}

/** What a sentence names, and the rest of its words in the places they had. */
export interface Named {
  readonly mentions: readonly Mention[];
  readonly rest: string;
}

/**
 * Finds names of measures: their titles, with and without what stands in brackets at the end, and the other names given.
 * The longest that fits is meant; one that several measures go by means any of them. A comparison of groups is named only
 * by a quote or another name, because its title is a few words of ordinary speech.
 */
export function namesOf(
  quotables: ReadonlyMap<string, Quotable>,
  also: Readonly<Record<string, readonly string[]>>,
  vocabulary: Vocabulary,
): (sentence: string) => Named {
  const ids = idsByName(quotables, also);
  const pattern = vocabulary.findAny([...ids.keys()]);
  const meant = new Map(
    [...ids].flatMap(([name, each]) =>
      vocabulary.formsOf(name).map((form) => [form, each] as const),
    ),
  );
  return (sentence) => {
    const mentions: Mention[] = [];
    let rest = sentence;
    for (const { at, written, measure } of quotesIn(sentence)) {
      if (quotables.has(measure)) mentions.push({ at, measure });
      rest = rest.replace(written, blank(written));
    }
    for (const { 0: found, index: at } of rest.matchAll(pattern))
      mentions.push(...(meant.get(plain(found)) ?? []).map((measure) => ({ at, measure })));
    rest = hide(rest, pattern);
    return { mentions: mentions.sort((one, other) => one.at - other.at), rest };
  };
}

function idsByName(
  quotables: ReadonlyMap<string, Quotable>,
  also: Readonly<Record<string, readonly string[]>>,
): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, title, unit } of quotables.values()) {
    const titles = unit === 'relative rate' ? [] : [title, title.replace(/ \([^)]*\)$/, '')];
    for (const name of new Set([...titles, ...(also[id] ?? [])].map(plain)))
      ids.set(name, [...(ids.get(name) ?? []), id]);
  }
  return ids;
}
