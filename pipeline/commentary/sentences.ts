// A block of text → its sentences, each with its offset in the block and its line in the file.
import type { Language } from '../domain/language.js';
import type { Block, Span } from './markdown.js';

/** One sentence. `at` and `end` are offsets in its block's text. */
export interface Sentence {
  readonly text: string;
  readonly at: number;
  readonly end: number;
  readonly line: number;
}

/** Text of one block, joined: neither emphasis nor a line break ends a sentence. */
export interface Paragraph {
  readonly spans: readonly Span[];
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** Reads the paragraphs of a commentary in order, including those in lists and headings. */
export function readParagraphs(blocks: readonly Block[], language: Language): Paragraph[] {
  return blocks.flatMap((block) =>
    'spans' in block
      ? [readParagraph(block.spans, language)]
      : block.entries.flatMap((entry) => readParagraphs(entry, language)),
  );
}

/** Joins spans and splits the text into sentences by the rules of the language. */
export function readParagraph(spans: readonly Span[], language: Language): Paragraph {
  const text = spans.map((span) => span.text).join('');
  const parts = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  const sentences = [...parts].map(({ segment, index }) => ({
    text: segment,
    at: index,
    end: index + segment.length,
    line: findLineNumber(spans, index),
  }));
  return { spans, text, sentences };
}

/** Line of the file that holds the letter at `offset` of the joined spans. */
export function findLineNumber(spans: readonly Span[], offset: number): number {
  let spanEnd = 0;
  for (const { text, line } of spans) {
    spanEnd += text.length;
    if (offset < spanEnd) return line;
  }
  return spans.at(-1)?.line ?? 1;
}
