// A words file → phrases found by their key, with their gaps filled.
import { z } from 'zod';
import { fillGaps } from '../domain/fill-gaps.js';
import { ProblemError, type Facts } from '../domain/problem.js';

/** A file of words as read: phrases, or groups of phrases. */
export interface PhraseTree {
  readonly [key: string]: string | PhraseTree;
}

/** The shape of a file of words. */
export const phraseTree: z.ZodType<PhraseTree> = z.lazy(() =>
  z.record(z.string(), z.union([z.string().min(1), phraseTree])),
);

/** Finds the phrase at `key` (`cover.title`) and fills each `{gap}` from `values`. Throws for a missing key or value. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Creates the lookup for one file of words. A misspelt key is reported as a faulty declaration, never left blank. */
export function createSay(tree: PhraseTree, file: string): Say {
  return (key, values = {}) => {
    const found = key
      .split('.')
      .reduce<string | PhraseTree | undefined>(
        (branch, part) =>
          typeof branch === 'object' && Object.hasOwn(branch, part) ? branch[part] : undefined,
        tree,
      );
    if (typeof found !== 'string') throw createMissingError(file, 'key', { key });
    return fillGaps(found, (gap) => {
      const value = Object.hasOwn(values, gap) ? values[gap] : undefined;
      if (value === undefined) throw createMissingError(file, 'gap', { key, gap });
      return String(value);
    });
  };
}

/** Every key that leads to a phrase, in order: two languages must give the same list. */
export function listPhraseKeys(tree: PhraseTree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, branch]) =>
    typeof branch === 'string' ? [prefix + key] : listPhraseKeys(branch, `${prefix}${key}.`),
  );
}

function createMissingError(file: string, variant: 'key' | 'gap', facts: Facts): ProblemError {
  return new ProblemError([{ kind: 'declaration', code: 'missing-words', variant, file, facts }]);
}
