// The two languages of a pack, and text written in both.
import { z } from 'zod';

/** A language a pack is printed in: English or Welsh. */
export type Language = 'en' | 'cy';

/** Every language, in the order packs are built. */
export const LANGUAGES: readonly Language[] = ['en', 'cy'];

/**
 * The same text in both languages. Both are required: a missing one is a problem and is never replaced by the other.
 */
export type Words = Readonly<Record<Language, string>>;

/** Strict schema of such text in a declaration. */
export const wordsSchema = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });

/** Reads a list of languages such as `en,cy`; null if it is none. */
export function parseLanguages(text: string): readonly Language[] | null {
  const named = text.split(/[\s,;]+/).filter((each) => each !== '');
  const languages = LANGUAGES.filter((each) => named.includes(each));
  return languages.length > 0 && languages.length === new Set(named).size ? languages : null;
}
