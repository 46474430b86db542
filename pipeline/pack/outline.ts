// reports/packs/<pack>.yaml → a pack's sections in order, its briefing rules, and what it cannot show yet.
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
        /** The partner asked about this section. */
        asked: words,
        /** True if a number too small to test leads to a review of each case. */
        case_review: z.boolean(),
      }),
    )
    .min(1),
  briefing: briefingRules,
  uncovered: z.array(words),
});

/** The outline of a pack: its sections in order. A measure names the section it belongs to. */
export type Outline = z.infer<typeof outlineSchema>;

/** One section as declared. */
export type OutlineSection = Outline['sections'][number];

/** Reads the declaration of a pack. Throws `Stopped` with every fault; refuses a section id used twice. */
export function readOutline(path: string): Outline {
  const schema = outlineSchema.refine(
    ({ sections }) => new Set(sections.map(({ id }) => id)).size === sections.length,
    'refused-section-twice',
  );
  return readDeclaration(path, schema);
}
