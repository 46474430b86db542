// A sentence → which measures it names and where, and its words with those names blanked out.
import type { QuotableMeasure } from '../figures/quote.js';
import { blankText, blankMatches } from './pattern.js';
import { findQuotes } from './quotes.js';
import { normalisePhrase, type Vocabulary } from './vocabulary.js';

/** A measure named in a sentence, by a title, an alias or a quoted figure. */
export interface Mention {
  readonly at: number;
  readonly measure: string;
}

/** The measures a sentence names, and the rest of its words at unchanged offsets. */
interface SentenceMentions {
  readonly mentions: readonly Mention[];
  readonly rest: string;
}

/**
 * Finds names of measures: their titles, with and without a trailing bracket, and the aliases. The longest match wins;
 * a name shared by several measures refers to all of them. A comparison of groups is recognised only by a quote or an
 * alias, because its title is made of ordinary words.
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
