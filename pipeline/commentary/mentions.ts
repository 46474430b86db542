// A sentence → which measures it names and where, and its words with those names blanked out.
import type { Quotable } from '../figures/quote.js';
import { blank } from './pattern.js';
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

/** Finds names of measures. Titles in the language come first; the longest name that fits is meant. */
export function namesOf(
  quotables: ReadonlyMap<string, Quotable>,
  also: Readonly<Record<string, readonly string[]>>,
  vocabulary: Vocabulary,
): (sentence: string) => Named {
  const patterns = [...quotables.values()].flatMap(({ id, title }) =>
    [title, ...(also[id] ?? [])].map((name) => ({ id, name: plain(name) })),
  );
  const longestFirst = patterns.sort((one, other) => other.name.length - one.name.length);
  const ready = longestFirst.map(({ id, name }) => ({ id, pattern: vocabulary.findAny([name]) }));
  return (sentence) => {
    const mentions: Mention[] = [];
    let rest = sentence;
    for (const { at, written, measure } of quotesIn(sentence)) {
      if (quotables.has(measure)) mentions.push({ at, measure });
      rest = rest.replace(written, blank(written));
    }
    for (const { id, pattern } of ready)
      rest = rest.replace(pattern, (found: string, ...places: unknown[]) => {
        mentions.push({ at: placeIn(places), measure: id });
        return blank(found);
      });
    return { mentions: mentions.sort((one, other) => one.at - other.at), rest };
  };
}

function placeIn(places: readonly unknown[]): number {
  return places.find((place): place is number => typeof place === 'number') ?? 0;
}
