// The `briefing` of a pack's declaration → which changes come first, how many, what is asked and who answers.
import { z } from 'zod';

const words = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });
const most = z.int().positive();

/** What can have happened to a measure that the chair should know of. */
export const CHANGE_KINDS = [
  'above',
  'worse',
  'need-higher',
  'better',
  'moved',
  'need-lower',
] as const;

/** What can make a figure stand out enough to ask about it. */
export const QUESTION_REASONS = [
  'over',
  'unmoved',
  'worse',
  'need',
  'better',
  'moved',
  'more',
  'unknown',
  'immature',
  'missing',
] as const;

/** The strict shape of the rules. Each happening and each ground stands in its list once, in the order it counts. */
export const briefingRules = z.strictObject({
  changes: z.strictObject({
    most,
    first: z
      .array(z.enum(CHANGE_KINDS))
      .refine(namesEach(CHANGE_KINDS), 'does not name each kind once'),
    /** Measures that come before the others of one kind. */
    leading: z.array(z.string()),
  }),
  /** How many measures one sentence names; the others are counted. A review of cases names them all. */
  named: z.strictObject({ most }),
  actions: z.strictObject({ most }),
  questions: z
    .strictObject({
      number: most,
      raised: z
        .array(z.strictObject({ by: z.enum(QUESTION_REASONS), most }))
        .refine(
          (all) => namesEach(QUESTION_REASONS)(all.map(({ by }) => by)),
          'does not name each ground once',
        ),
      /** Asked in this order where the figures raise too few; each has its words, and the measure it is about if any. */
      standing: z.array(
        z.strictObject({ ask: z.string(), about: z.string().optional(), of: words }),
      ),
    })
    // A standing question gives way where its measure was asked about, so there must be one for each place.
    .refine(({ number, standing }) => standing.length >= number, 'has too few standing questions'),
  /** Who answers for a measure, where it is not the partner of its section. */
  answers: z.record(z.string(), words),
});

/** How a briefing is written. */
export type BriefingRules = z.infer<typeof briefingRules>;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export type QuestionReason = (typeof QUESTION_REASONS)[number];

function namesEach(all: readonly string[]): (named: readonly string[]) => boolean {
  return (named) => named.length === all.length && all.every((each) => named.includes(each));
}
