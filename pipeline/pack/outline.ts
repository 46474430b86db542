// reports/packs/<pack>.yaml → which sections a pack has, in order, how its briefing is written, and what it cannot show yet.
import { z } from 'zod';
import { readDeclaration } from '../domain/declared.js';
import { briefingRules } from './briefing-rules.js';

const words = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });

const outlineSchema = z.strictObject({
  title: words,
  sections: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z-]*$/),
        title: words,
        intro: words,
        /** Which partner the board's question about this section is for. */
        asked: words,
        /** True where a number too small to judge asks the board for a review of each case. */
        case_review: z.boolean(),
      }),
    )
    .min(1),
  briefing: briefingRules,
  uncovered: z.array(words),
});

/** What a pack is: its sections in order. A measure names the section it belongs to. */
export type Outline = z.infer<typeof outlineSchema>;

/** One section as declared. */
export type OutlineSection = Outline['sections'][number];

/** Reads the declaration of a pack. Throws `Stopped` naming every fault; refuses a section id used twice. */
export function readOutline(path: string): Outline {
  const schema = outlineSchema.refine(
    ({ sections }) => new Set(sections.map(({ id }) => id)).size === sections.length,
    'two sections have one id',
  );
  return readDeclaration(path, schema);
}
