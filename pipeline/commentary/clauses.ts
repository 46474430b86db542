// A sentence → its clauses, each with the measures it speaks of.
import type { Quotable } from '../figures/quote.js';
import { namesOf, type Mention } from './mentions.js';
import { quotesIn } from './quotes.js';
import type { Paragraph, Sentence } from './sentences.js';
import { vocabularyOf, type Vocabulary } from './vocabulary.js';
import type { CommentaryWords } from './words.js';

/** Words of a sentence that make their claims of the same measures. Names are blanked in `words`. */
export interface Clause {
  readonly words: string;
  /** The words that may name a group: its own, and with the first name of a sentence all before it. */
  readonly about: string;
  readonly at: number;
  readonly measures: readonly string[];
}

/** What a reader of commentary knows: the figures, and the language. */
export interface Reader {
  readonly quotables: ReadonlyMap<string, Quotable>;
  readonly vocabulary: Vocabulary;
  readonly clausesOf: (paragraph: Paragraph) => { sentence: Sentence; clauses: Clause[] }[];
}

/**
 * Makes a reader. A clause speaks of the measures it names; else of those of the clause before it; else of those named
 * next in its sentence. A sentence that names none speaks of the last one named before it when it opens with a word that
 * points back, and otherwise of the measures whose figures its paragraph quotes.
 */
export function readerOf(words: CommentaryWords, quotables: ReadonlyMap<string, Quotable>): Reader {
  const vocabulary = vocabularyOf(words);
  const named = namesOf(quotables, words.names, vocabulary);
  const breaks = new RegExp(`[;:—]|,\\s|${vocabulary.find('breaks').source}`, 'gi');
  const back = new RegExp(`^[\\s·]*${vocabulary.find('back').source}`, 'i');
  return {
    quotables,
    vocabulary,
    clausesOf(paragraph) {
      const quoted = quotedIn(paragraph, quotables);
      let last: readonly string[] = [];
      return paragraph.sentences.map((sentence) => {
        const { mentions, rest } = named(sentence.text);
        const assumed = back.test(rest) && last.length > 0 ? last : quoted;
        const clauses = parted(rest, mentions, breaks, assumed);
        last = clauses.findLast(({ measures }) => measures.length > 0)?.measures ?? last;
        return { sentence, clauses };
      });
    },
  };
}

function quotedIn({ text }: Paragraph, quotables: ReadonlyMap<string, Quotable>): string[] {
  return [...new Set(quotesIn(text).map(({ measure }) => measure))].filter((id) =>
    quotables.has(id),
  );
}

function parted(
  rest: string,
  mentions: readonly Mention[],
  breaks: RegExp,
  assumed: readonly string[],
): Clause[] {
  const starts = [0, ...[...rest.matchAll(breaks)].map(({ index }) => index)];
  const first = mentions[0];
  let subject: readonly string[] = first ? [first.measure] : assumed;
  return starts.map((at, index) => {
    const end = starts[index + 1] ?? rest.length;
    const here = mentions.filter((mention) => mention.at >= at && mention.at < end);
    if (here.length > 0) subject = [...new Set(here.map(({ measure }) => measure))];
    const opens = first !== undefined && first.at >= at && first.at < end;
    return {
      words: rest.slice(at, end),
      about: rest.slice(opens ? 0 : at, end),
      at,
      measures: subject,
    };
  });
}
