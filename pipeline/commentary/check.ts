// A commentary and the figures → each claim that the figures do not support, with its line and the right figure.
import type { Phrase, Problem } from '../domain/problem.js';
import type { QuotableMeasure } from '../figures/quote.js';
import { readClaims, type Claim } from './claims.js';
import type { Clause, CommentaryReader } from './clauses.js';
import { collectMeasureFacts } from './facts.js';
import type { Commentary } from './file.js';
import type { ClaimFinding } from './finding.js';
import { checkClaim } from './judge.js';
import { fillQuote, findQuotes } from './quotes.js';
import { findLineNumber, type Paragraph } from './sentences.js';

/** A claim that the figures do not support, and its line. */
interface UnsupportedClaim {
  readonly line: number;
  readonly measure: QuotableMeasure;
  readonly claim: Claim;
  readonly finding: ClaimFinding;
}

/**
 * Finds the claims of a clause that the figures do not support. Where the clause may refer to several measures, a claim
 * is accepted if it is true of one. `hideBelow` is the suppression threshold of the edition that the reader has; no
 * count below it is supported in that edition.
 */
export function findUnsupportedClaims(
  claims: readonly Claim[],
  { groupText: about, measures }: Clause,
  { quotables, vocabulary }: CommentaryReader,
  hideBelow: number,
): Omit<UnsupportedClaim, 'line'>[] {
  const isMentioned = (label: string): boolean => about.search(vocabulary.findAny([label])) >= 0;
  const facts = measures.flatMap((id) => {
    const measure = quotables.get(id);
    return measure ? [collectMeasureFacts(measure, isMentioned)] : [];
  });
  return claims.flatMap((claim) => {
    const findings = facts.map((each) => checkClaim(claim, each, hideBelow));
    const [first] = facts;
    const [finding] = findings;
    if (!first || !finding || findings.includes(null)) return [];
    return [{ measure: first.quotable, claim, finding }];
  });
}

/** Lists what is wrong with the quotes of a text whose own numbers are of no figure, a case study. */
export function checkQuotes(
  { file }: Commentary,
  paragraphs: readonly Paragraph[],
  reader: CommentaryReader,
): Problem[] {
  return paragraphs.flatMap((paragraph) => findQuoteProblems(file, paragraph, reader));
}

function findQuoteProblems(
  file: string,
  paragraph: Paragraph,
  reader: CommentaryReader,
): Problem[] {
  return [
    ...findUnknownQuotes(file, paragraph, reader),
    ...findUnitsAfterQuotes(file, paragraph, reader),
  ];
}

/**
 * Lists the problems of a commentary: wrong claims, and quotes of figures that do not exist. Checks against the board's
 * figures.
 */
export function checkCommentary(
  { file }: Commentary,
  paragraphs: readonly Paragraph[],
  reader: CommentaryReader,
): Problem[] {
  return paragraphs.flatMap((paragraph) => [
    ...findQuoteProblems(file, paragraph, reader),
    ...findWrongClaims(paragraph, reader).map((unborne) => describeClaimProblem(file, unborne)),
  ]);
}

function findWrongClaims(paragraph: Paragraph, reader: CommentaryReader): UnsupportedClaim[] {
  return reader.readClauses(paragraph).flatMap(({ sentence, clauses }) =>
    clauses.flatMap((clause) => {
      const line = findLineNumber(paragraph.spans, sentence.at + clause.at);
      const claims = readClaims(clause.words, reader.vocabulary);
      return findUnsupportedClaims(claims, clause, reader, 0).map((each) => ({ line, ...each }));
    }),
  );
}

function describeClaimProblem(
  file: string,
  { line, measure, claim, finding }: UnsupportedClaim,
): Problem {
  return {
    kind: 'data',
    code: finding.code,
    ...(finding.code === 'wrong-unit' || finding.code === 'unknown-figure'
      ? { variant: 'claim' }
      : {}),
    file,
    line,
    facts: {
      ...{ word: claim.word, measure: measure.title, why: finding.why },
      figures: listRightFigures(measure),
    },
  };
}

/** What the figures do say: the newest, its year, the year before, and whether it changed. */
function listRightFigures({
  written,
  reading: { current, previous },
}: QuotableMeasure): (string | Phrase)[] {
  const rate = written.rate === null ? '' : ` (${written.rate})`;
  const verdict = current?.status === 'shown' ? current.verdict : null;
  return [
    `${written.now ?? '–'}${rate}`,
    ...(current ? [{ phrase: 'year-to', facts: { day: current.window.ends } }] : []),
    ...(previous ? [{ phrase: 'year-before', facts: { value: written.before ?? '–' } }] : []),
    ...(verdict ? [{ phrase: `verdict-${verdict.replaceAll(' ', '-')}` }] : []),
  ];
}

function findUnknownQuotes(
  file: string,
  { text, spans }: Paragraph,
  { quotables }: CommentaryReader,
): Problem[] {
  return findQuotes(text)
    .filter((quote) => fillQuote(quote, quotables) === null)
    .map(({ at, written }) => ({
      kind: 'data' as const,
      code: 'unknown-figure',
      file,
      line: findLineNumber(spans, at),
      variant: 'quote',
      facts: { written },
    }));
}

/** A quoted count is not a rate, and a quoted rate prints its own unit: after either, the unit of a rate is wrong. */
function findUnitsAfterQuotes(
  file: string,
  { text, spans }: Paragraph,
  reader: CommentaryReader,
): Problem[] {
  const unit = new RegExp(`^\\s*${reader.vocabulary.unit.source}`, 'i');
  return findQuotes(text)
    .filter(({ end }) => unit.test(text.slice(end)))
    .filter(({ measure }) => reader.quotables.get(measure)?.unit.startsWith('per '))
    .map(({ at, written, measure }) => ({
      kind: 'data' as const,
      code: 'wrong-unit',
      file,
      line: findLineNumber(spans, at),
      variant: 'quote',
      facts: { written, measure },
    }));
}
