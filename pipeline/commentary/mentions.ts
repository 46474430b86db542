// A sentence → which measures it names and where, and its words with those names blanked out.
import type { QuotableMeasure } from '../figures/quote.js';
import { blankText, blankMatches } from './pattern.js';
import { findQuotes } from './quotes.js';
import { normalisePhrase, type Vocabulary } from './vocabulary.js';

/** A measure named in a sentence, by a title, another name or a quoted figure. */
export interface Mention {
  readonly at: number;
  readonly measure: string;
}

/** What a sentence names, and the rest of its words in the places they had. */
export interface SentenceMentions {
  readonly mentions: readonly Mention[];
  readonly rest: string;
}

/**
 * Finds names of measures: their titles, with and without what stands in brackets at the end, and the other names given.
 * The longest that fits is meant; one that several measures go by means any of them. A comparison of groups is named only
 * by a quote or another name, because its title is a few words of ordinary speech.
 */
export function createMentionFinder(
  quotables: ReadonlyMap<string, QuotableMeasure>,
  otherNames: Readonly<Record<string, readonly string[]>>,
  vocabulary: Vocabulary,
): (sentence: string) => SentenceMentions {
  const ids = indexNames(quotables, otherNames);
  const pattern = vocabulary.findAny([...ids.keys()]);
  const measuresByForm = new Map(
    [...ids].flatMap(([name, each]) =>
      vocabulary.listForms(name).map((form) => [form, each] as const),
    ),
  );
  return (sentence) => {
    const mentions: Mention[] = [];
    let rest = sentence;
    for (const { at, written, measure } of findQuotes(sentence)) {
      if (quotables.has(measure)) mentions.push({ at, measure });
      rest = rest.replace(written, blankText(written));
    }
    for (const { 0: found, index: at } of rest.matchAll(pattern))
      mentions.push(
        ...(measuresByForm.get(normalisePhrase(found)) ?? []).map((measure) => ({ at, measure })),
      );
    rest = blankMatches(rest, pattern);
    return { mentions: mentions.sort((one, other) => one.at - other.at), rest };
  };
}

function indexNames(
  quotables: ReadonlyMap<string, QuotableMeasure>,
  otherNames: Readonly<Record<string, readonly string[]>>,
): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, title, unit } of quotables.values()) {
    const titles = unit === 'relative rate' ? [] : [title, title.replace(/ \([^)]*\)$/, '')];
    for (const name of new Set([...titles, ...(otherNames[id] ?? [])].map(normalisePhrase)))
      ids.set(name, [...(ids.get(name) ?? []), id]);
  }
  return ids;
}
