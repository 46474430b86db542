// A sentence → its clauses, each with the measures it speaks of.
import type { QuotableMeasure } from '../figures/quote.js';
import { createMentionFinder, type Mention } from './mentions.js';
import { findQuotes } from './quotes.js';
import type { Paragraph, Sentence } from './sentences.js';
import { compileVocabulary, type Vocabulary } from './vocabulary.js';
import type { CommentaryWords } from './words.js';

/** Words of a sentence that make their claims about the same measures. Names of measures are blanked in `words`. */
export interface Clause {
  readonly words: string;
  /**
   * Text that may name a group: the clause itself, and for the first clause that names a measure also everything before
   * it in the sentence.
   */
  readonly groupText: string;
  readonly at: number;
  readonly measures: readonly string[];
}

/** The figures and the language that commentary is read with. */
export interface CommentaryReader {
  readonly quotables: ReadonlyMap<string, QuotableMeasure>;
  readonly vocabulary: Vocabulary;
  readonly readClauses: (paragraph: Paragraph) => { sentence: Sentence; clauses: Clause[] }[];
}

/**
 * Creates a reader. A clause refers to the measures it names; else to those of the clause before it; else to those
 * named next in its sentence. A sentence that names none refers to the last measure named before it if it opens with a
 * word that points back, and otherwise to the measures whose figures its paragraph quotes.
 */
export function createCommentaryReader(
  words: CommentaryWords,
  quotables: ReadonlyMap<string, QuotableMeasure>,
): CommentaryReader {
  const vocabulary = compileVocabulary(words);
  const findMentions = createMentionFinder(quotables, words.names, vocabulary);
  const breaks = new RegExp(`[;:—]|,\\s|${vocabulary.find('breaks').source}`, 'gi');
  const opensWithReference = new RegExp(`^[\\s·]*${vocabulary.find('back').source}`, 'i');
  return {
    quotables,
    vocabulary,
    readClauses(paragraph) {
      const quoted = findQuotedMeasures(paragraph, quotables);
      let last: readonly string[] = [];
      return paragraph.sentences.map((sentence) => {
        const { mentions, rest } = findMentions(sentence.text);
        const assumed = opensWithReference.test(rest) && last.length > 0 ? last : quoted;
        const clauses = splitClauses(rest, mentions, breaks, assumed);
        last = clauses.findLast(({ measures }) => measures.length > 0)?.measures ?? last;
        return { sentence, clauses };
      });
    },
  };
}

function findQuotedMeasures(
  { text }: Paragraph,
  quotables: ReadonlyMap<string, QuotableMeasure>,
): string[] {
  return [...new Set(findQuotes(text).map(({ measure }) => measure))].filter((id) =>
    quotables.has(id),
  );
}

function splitClauses(
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
    const clauseMentions = mentions.filter((mention) => mention.at >= at && mention.at < end);
    if (clauseMentions.length > 0)
      subject = [...new Set(clauseMentions.map(({ measure }) => measure))];
    const holdsFirst = first !== undefined && first.at >= at && first.at < end;
    return {
      words: rest.slice(at, end),
      groupText: rest.slice(holdsFirst ? 0 : at, end),
      at,
      measures: subject,
    };
  });
}
