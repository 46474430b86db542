// The editions of a project → those that a draft is made of unless a person names one.
import type { Edition } from '../disclosure/edition.js';
import { ProblemError } from '../domain/problem.js';

/**
 * The editions that hide nothing. A draft of one that hides, and the pack after it, can be subtracted: they differ by the
 * children who came between. Throws `ProblemError` where every edition hides.
 */
export function selectDraftEditions(editions: readonly Edition[]): readonly Edition[] {
  const open = editions.filter(({ hide_below }) => hide_below === 0);
  if (open.length > 0) return open;
  const names = editions.map(({ name }) => name);
  throw new ProblemError([
    {
      kind: 'data',
      code: 'no-draft-edition',
      file: 'reports/editions',
      facts: { names },
    },
  ]);
}
