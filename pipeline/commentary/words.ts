// templates/{words/<language>/commentary,claims/<language>}.yaml → the page's phrases, and the words by which a claim is known.
import { join } from 'node:path';
import { z } from 'zod';
import { readDeclared } from '../domain/declared.js';
import type { Language } from '../domain/language.js';

const phrases = z.array(z.string().min(1));
const numbers = z.record(z.string(), z.number().positive());

/** A file of phrases, or groups of them. */
export interface Phrases {
  readonly [key: string]: string | Phrases;
}
const phraseTree: z.ZodType<Phrases> = z.lazy(() =>
  z.record(z.string(), z.union([z.string().min(1), phraseTree])),
);

const claimsSchema = z.strictObject({
  names: z.record(z.string(), phrases),
  mutations: z.record(z.string(), z.array(z.string())),
  vocabulary: z.strictObject({
    up: phrases,
    down: phrases,
    same: phrases,
    steady: phrases,
    sharp: phrases,
    times: numbers,
    sure: phrases,
    changes: phrases,
    not: phrases,
    masks: phrases,
    months: phrases,
    elsewhere: phrases,
    plans: phrases,
    breaks: phrases,
    back: phrases,
    rough: phrases,
    to: phrases,
    from: phrases,
    by: phrases,
    apart: phrases,
    during: phrases,
    per: phrases,
    percent: phrases,
    points: phrases,
    nouns: phrases,
    of: phrases,
    populations: numbers,
    fractions: numbers,
    numbers,
  }),
});

/** The words of commentary in one language. */
export type CommentaryWords = z.infer<typeof claimsSchema> & {
  readonly language: Language;
  /** The phrase at a dotted key with its `{gaps}` filled. Refuses a key or a gap that is not there. */
  readonly say: (key: string, values?: Readonly<Record<string, string>>) => string;
};

/** Reads the words of one language. Throws `Stopped` naming what is missing or unknown. */
export function readCommentaryWords(templates: string, language: Language): CommentaryWords {
  const page = readDeclared(join(templates, 'words', language, 'commentary.yaml'), phraseTree);
  const claims = readDeclared(join(templates, 'claims', `${language}.yaml`), claimsSchema);
  return { ...claims, language, say: (key, values = {}) => fill(find(page, key), values) };
}

function find(tree: Phrases, key: string): string {
  const found = key
    .split('.')
    .reduce<string | Phrases | undefined>(
      (branch, part) =>
        typeof branch === 'object' && Object.hasOwn(branch, part) ? branch[part] : undefined,
      tree,
    );
  if (typeof found !== 'string') throw new RangeError(`commentary.yaml has no words for ${key}`);
  return found;
}

function fill(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (_, gap: string) => {
    if (!Object.hasOwn(values, gap)) throw new RangeError(`no value for {${gap}}`);
    return values[gap] ?? '';
  });
}
