// A paragraph and what an edition that hides may see → the sentences it must leave out.
import { readClaims, containsSmallNumber } from './claims.js';
import { findUnsupportedClaims } from './check.js';
import type { Clause, CommentaryReader } from './clauses.js';
import type { Paragraph, Sentence } from './sentences.js';

/**
 * The sentences that say more than the edition's own figures do, or might: a claim that cannot be confirmed from what the
 * edition may see, of whatever time, or a number as small as those it hides, whatever it is a number of.
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
