// A paragraph and what an edition that hides may see → the sentences it must leave out.
import { claimsIn, saysSmallNumber } from './claims.js';
import { unborneIn } from './check.js';
import type { Clause, Reader } from './clauses.js';
import type { Paragraph, Sentence } from './sentences.js';

/**
 * The sentences that say more than the edition's own figures do, or might: a claim that cannot be confirmed from what the
 * edition may see, of whatever time, or a number as small as those it hides, whatever it is a number of.
 */
export function leftOut(paragraph: Paragraph, reader: Reader, hideBelow: number): Sentence[] {
  return reader
    .clausesOf(paragraph)
    .filter(({ clauses }) =>
      clauses.some(
        (clause) =>
          saysSmallNumber(clause.words, reader.vocabulary, hideBelow) ||
          saysMore(clause, reader, hideBelow),
      ),
    )
    .map(({ sentence }) => sentence);
}

function saysMore(clause: Clause, reader: Reader, hideBelow: number): boolean {
  const hides = clause.measures.some((id) => {
    const reading = reader.quotables.get(id)?.reading;
    return [...(reading?.windows ?? [])].some(({ status }) => status === 'hidden');
  });
  const claims = claimsIn(clause.words, reader.vocabulary, hides);
  return unborneIn(claims, clause, reader, hideBelow).length > 0;
}
