// A commentary and the figures → each claim that they do not bear, with its line and the right figure.
import type { Problem } from '../domain/problem.js';
import type { Quotable } from '../figures/quote.js';
import { claimsIn, type Claim } from './claims.js';
import type { Clause, Reader } from './clauses.js';
import { factsOf } from './facts.js';
import type { Commentary } from './file.js';
import { judge, type Finding } from './judge.js';
import { fillQuote, quotesIn } from './quotes.js';
import { lineAt, type Paragraph, type Sentence } from './sentences.js';

/** A claim that the figures do not bear, and where its sentence begins. */
export interface Unborne {
  readonly sentence: Sentence;
  readonly line: number;
  /** The measure spoken of; null where a small number of children is said of no measure. */
  readonly measure: Quotable | null;
  readonly claim: Claim;
  readonly finding: Finding;
}

/**
 * Every claim of a paragraph that what an edition may see does not bear. Where a clause may speak of several measures,
 * a claim stands if it is true of one. With `hideBelow` above 0, a small number of children said of no measure is unborne.
 */
export function unborneIn(paragraph: Paragraph, reader: Reader, hideBelow: number): Unborne[] {
  return reader.clausesOf(paragraph).flatMap(({ sentence, clauses }) =>
    clauses.flatMap((clause) => {
      const line = lineAt(paragraph.spans, sentence.at + clause.at);
      return claimsIn(clause.words, reader.vocabulary).flatMap((claim) => {
        const found = judgeClause(claim, clause, reader, hideBelow);
        return found ? [{ sentence, line, claim, ...found }] : [];
      });
    }),
  );
}

function judgeClause(
  claim: Claim,
  clause: Clause,
  { quotables, vocabulary }: Reader,
  hideBelow: number,
): Pick<Unborne, 'measure' | 'finding'> | null {
  if (clause.measures.length === 0) return isSmallAlone(claim, hideBelow) ? UNNAMED : null;
  const speaksOf = (label: string): boolean =>
    clause.about.search(vocabulary.findAny([label])) >= 0;
  const judged = clause.measures.map((id) => {
    const measure = quotables.get(id);
    if (!measure) return null;
    const finding = judge(claim, factsOf(measure, speaksOf), hideBelow);
    return finding && { measure, finding };
  });
  return judged.includes(null) ? null : (judged[0] ?? null);
}

const UNNAMED = { measure: null, finding: { code: 'small-number', why: 'may be a hidden number' } };

function isSmallAlone(claim: Claim, hideBelow: number): boolean {
  return claim.kind === 'number' && claim.counted && claim.value > 0 && claim.value < hideBelow;
}

/** The problems of a commentary: wrong claims, and quotes of figures that do not exist. Figures are the board's. */
export function problemsOf(
  { file }: Commentary,
  paragraphs: readonly Paragraph[],
  reader: Reader,
): Problem[] {
  return paragraphs.flatMap((paragraph) => [
    ...unknownQuotes(file, paragraph, reader),
    ...unborneIn(paragraph, reader, 0).map((unborne) => problemOf(file, unborne)),
  ]);
}

function problemOf(file: string, { line, measure, claim, finding }: Unborne): Problem {
  const title = measure?.title ?? '';
  return {
    kind: 'data',
    code: finding.code,
    file,
    line,
    what: `says "${claim.word}" of ${title}, which ${finding.why}`,
    fix: `${measure ? rightFigure(measure) : ''} Mend the sentence, or say in a sentence of its own what is not about this figure.`,
  };
}

function rightFigure({ title, written, reading: { current, previous } }: Quotable): string {
  const rate = written.rate === null ? '' : ` (${written.rate})`;
  const year = current ? ` in the year to ${current.window.ends}` : '';
  const before = previous ? `; the year before ${written.before ?? '–'}` : '';
  const verdict = current?.status === 'shown' && current.verdict ? `; ${current.verdict}` : '';
  return `${title}: ${written.now ?? '–'}${rate}${year}${before}${verdict}.`;
}

function unknownQuotes(file: string, { text, spans }: Paragraph, { quotables }: Reader): Problem[] {
  return quotesIn(text)
    .filter((quote) => fillQuote(quote, quotables) === null)
    .map(({ at, written }) => ({
      kind: 'data' as const,
      code: 'unknown-figure',
      file,
      line: lineAt(spans, at),
      what: `${written} names no figure of this pack`,
      fix: 'Write {{figure <measure>}}, {{figure <measure> before}}, {{figure <measure> rate}} (rates only) or {{figure <measure> interval}}, with the name of a folder in queries/measures.',
    }));
}
