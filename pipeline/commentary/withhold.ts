// A paragraph and an edition that suppresses → the sentences it must leave out.
import { readClaims, containsSmallNumber } from './claims.js';
import { findUnsupportedClaims } from './check.js';
import type { Clause, CommentaryReader } from './clauses.js';
import type { Paragraph, Sentence } from './sentences.js';

/**
 * Finds sentences that reveal, or may reveal, more than the edition's own figures: a claim about any time that those
 * figures cannot confirm, or any number below the suppression threshold.
 */
export function findWithheldSentences(
  paragraph: Paragraph,
  reader: CommentaryReader,
  hideBelow: number,
): Sentence[] {
  return reader
    .readClauses(paragraph)
    .filter(({ clauses }) =>
      clauses.some(
        (clause) =>
          containsSmallNumber(clause.words, reader.vocabulary, hideBelow) ||
          hasUnconfirmedClaim(clause, reader, hideBelow),
      ),
    )
    .map(({ sentence }) => sentence);
}

function hasUnconfirmedClaim(clause: Clause, reader: CommentaryReader, hideBelow: number): boolean {
  const hasSuppressedFigure = clause.measures.some((id) => {
    const reading = reader.quotables.get(id)?.reading;
    return [...(reading?.windows ?? [])].some(({ status }) => status === 'hidden');
  });
  const claims = readClaims(clause.words, reader.vocabulary, hasSuppressedFigure);
  return findUnsupportedClaims(claims, clause, reader, hideBelow).length > 0;
}
