// The two languages of a pack, and text that exists in both.
import { z } from 'zod';

/** A language a pack is printed in: English or Welsh. */
export type Language = 'en' | 'cy';

/** Every language, in the order packs are built. */
export const LANGUAGES: readonly Language[] = ['en', 'cy'];

/** The same words in both languages. Neither may be missing: a gap is a problem, never the other language. */
export type Words = Readonly<Record<Language, string>>;

/** The strict shape of such words in a declaration. */
export const wordsSchema = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });
