// templates/{words/<language>/commentary,claims/<language>}.yaml → the phrases of the page, and the words that identify claims.
import { join } from 'node:path';
import { z } from 'zod';
import { readDeclaration } from '../domain/declared.js';
import { fillGaps } from '../domain/fill-gaps.js';
import type { Language } from '../domain/language.js';

const phrasesSchema = z.array(z.string().min(1));
const numbersSchema = z.record(z.string(), z.number().positive());

/** A file of phrases, or groups of them. */
interface CommentaryPhrases {
  readonly [key: string]: string | CommentaryPhrases;
}
const phraseTreeSchema: z.ZodType<CommentaryPhrases> = z.lazy(() =>
  z.record(z.string(), z.union([z.string().min(1), phraseTreeSchema])),
);

const claimsSchema = z.strictObject({
  names: z.record(z.string(), phrasesSchema),
  mutations: z.record(z.string(), z.array(z.string())),
  vocabulary: z.strictObject({
    up: phrasesSchema,
    down: phrasesSchema,
    same: phrasesSchema,
    steady: phrasesSchema,
    sharp: phrasesSchema,
    times: numbersSchema,
    sure: phrasesSchema,
    changes: phrasesSchema,
    not: phrasesSchema,
    masks: phrasesSchema,
    months: phrasesSchema,
    elsewhere: phrasesSchema,
    plans: phrasesSchema,
    breaks: phrasesSchema,
    back: phrasesSchema,
    rough: phrasesSchema,
    to: phrasesSchema,
    from: phrasesSchema,
    by: phrasesSchema,
    apart: phrasesSchema,
    during: phrasesSchema,
    per: phrasesSchema,
    percent: phrasesSchema,
    points: phrasesSchema,
    nouns: phrasesSchema,
    of: phrasesSchema,
    populations: numbersSchema,
    fractions: numbersSchema,
    numbers: numbersSchema,
  }),
});

/** The words of commentary in one language. */
export type CommentaryWords = z.infer<typeof claimsSchema> & {
  readonly language: Language;
  /** The phrase at a dotted key with its `{gaps}` filled. Throws for an unknown key or a missing value. */
  readonly say: (key: string, values?: Readonly<Record<string, string>>) => string;
};

/** Reads the words of one language. Throws `Stopped` naming what is missing or unknown. */
export function readCommentaryWords(templates: string, language: Language): CommentaryWords {
  const page = readDeclaration(
    join(templates, 'words', language, 'commentary.yaml'),
    phraseTreeSchema,
  );
  const claims = readDeclaration(join(templates, 'claims', `${language}.yaml`), claimsSchema);
  return {
    ...claims,
    language,
    say: (key, values = {}) => fillPhrase(findPhrase(page, key), values),
  };
}

function findPhrase(tree: CommentaryPhrases, key: string): string {
  const found = key
    .split('.')
    .reduce<string | CommentaryPhrases | undefined>(
      (branch, part) =>
        typeof branch === 'object' && Object.hasOwn(branch, part) ? branch[part] : undefined,
      tree,
    );
  if (typeof found !== 'string') throw new RangeError(`commentary.yaml has no words for ${key}`);
  return found;
}

function fillPhrase(phrase: string, values: Readonly<Record<string, string>>): string {
  return fillGaps(phrase, (gap) => {
    const value = Object.hasOwn(values, gap) ? values[gap] : undefined;
    if (value === undefined) throw new RangeError(`no value for {${gap}}`);
    return value;
  });
}
