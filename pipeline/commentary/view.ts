// A checked commentary and what one edition may see → what its section prints: figures filled in, what it cannot bear left out.
import type { QuotableMeasure } from '../figures/quote.js';
import type { CommentaryReader } from './clauses.js';
import type { Commentary } from './file.js';
import type { Block, Span } from './markdown.js';
import { fillQuote, findQuotes } from './quotes.js';
import { readParagraph, type Paragraph } from './sentences.js';
import { findWithheldSentences } from './withhold.js';
import type { CommentaryWords } from './words.js';

/** A piece of text as printed. */
interface PrintedSpan {
  readonly text: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
}

/** A block as a template needs it: all fields are present, and exactly one of the four kinds is true. */
export interface PrintedBlock {
  readonly paragraph: boolean;
  readonly heading: boolean;
  readonly bullets: boolean;
  readonly numbers: boolean;
  readonly spans: readonly PrintedSpan[];
  readonly entries: readonly (readonly PrintedBlock[])[];
}

/** The commentary of one section; `missing` is printed if it is not written in this language. */
export interface CommentaryView {
  readonly title: string;
  readonly by: string | null;
  readonly missing: string | null;
  readonly blocks: readonly PrintedBlock[];
}

/** A change to a text: the letters from `at` to `end` become `text`. */
interface Edit {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Prints a commentary for an edition. Figures requested by name are the edition's own: a suppressed one prints the word
 * for suppressed. A sentence whose claims cannot be confirmed from the edition's figures is replaced by a note.
 */
export function viewCommentary(
  { author, date, language }: Commentary,
  blocks: readonly Block[],
  reader: CommentaryReader,
  words: CommentaryWords,
  hideBelow: number,
): CommentaryView {
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'cy', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  }).format(new Date(`${date}T00:00:00Z`));
  const printSpans = (spans: readonly Span[]): PrintedSpan[] => {
    const paragraph = readParagraph(spans, language);
    const withheld = (hideBelow > 0 ? findWithheldSentences(paragraph, reader, hideBelow) : []).map(
      ({ at, end }) => ({ at, end, text: `${words.say('commentary.withheld')} ` }),
    );
    return applyEdits(spans, [...withheld, ...fillQuotes(paragraph, reader.quotables, withheld)]);
  };
  return {
    title: words.say('commentary.title'),
    by: words.say('commentary.by', { author, day }),
    missing: null,
    blocks: printBlocks(blocks, printSpans),
  };
}

/** The notice for a section that has commentary, but not in this language. */
export function missingCommentary(words: CommentaryWords): CommentaryView {
  const title = words.say('commentary.title');
  return { title, by: null, missing: words.say('commentary.missing'), blocks: [] };
}

function printBlocks(
  blocks: readonly Block[],
  printSpans: (spans: readonly Span[]) => PrintedSpan[],
): PrintedBlock[] {
  return blocks.map((block) => ({
    paragraph: block.kind === 'paragraph',
    heading: block.kind === 'heading',
    bullets: block.kind === 'bullets',
    numbers: block.kind === 'numbers',
    spans: 'spans' in block ? printSpans(block.spans) : [],
    entries: 'entries' in block ? block.entries.map((entry) => printBlocks(entry, printSpans)) : [],
  }));
}

function fillQuotes(
  { text }: Paragraph,
  quotables: ReadonlyMap<string, QuotableMeasure>,
  withheld: readonly Edit[],
): Edit[] {
  return findQuotes(text)
    .filter(({ at }) => !withheld.some((edit) => at >= edit.at && at < edit.end))
    .map((quote) => ({ at: quote.at, end: quote.end, text: fillQuote(quote, quotables) ?? '' }));
}

/** Applies edits across styled spans: the new text takes the style where the edit begins. */
function applyEdits(spans: readonly Span[], edits: readonly Edit[]): PrintedSpan[] {
  let start = 0;
  return spans.map(({ text, strong, emphasis }) => {
    const from = start;
    start += text.length;
    const printed = Array.from(text, (letter, index) => {
      const edit = edits.find(({ at, end }) => from + index >= at && from + index < end);
      if (!edit) return letter;
      return from + index === edit.at ? edit.text : '';
    });
    return { text: printed.join(''), strong, emphasis };
  });
}
