// The `briefing` of a pack's declaration → the order and number of changes, the questions, and the partners who answer.
import { z } from 'zod';

const words = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });
const most = z.int().positive();

/** The kinds of change in a measure that the chair should know of. */
const CHANGE_KINDS = ['above', 'worse', 'need-higher', 'better', 'moved', 'need-lower'] as const;

/** The reasons to ask a question about a figure. */
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

/** The strict schema of the rules. Each kind and each reason is in its list exactly once, in order of priority. */
export const briefingRules = z.strictObject({
  changes: z.strictObject({
    most,
    first: z.array(z.enum(CHANGE_KINDS)).refine(namesEach(CHANGE_KINDS), 'refused-not-each'),
    /** Measures ranked before the others of the same kind. */
    leading: z.array(z.string()),
  }),
  /** How many measures one sentence names; the others are only counted. A review of cases names them all. */
  named: z.strictObject({ most }),
  actions: z.strictObject({ most }),
  questions: z
    .strictObject({
      number: most,
      raised: z
        .array(z.strictObject({ by: z.enum(QUESTION_REASONS), most }))
        .refine((all) => namesEach(QUESTION_REASONS)(all.map(({ by }) => by)), 'refused-not-each'),
      /** Asked in this order if the figures raise too few questions; `of` is the partner, `about` the measure, if any. */
      standing: z.array(
        z.strictObject({ ask: z.string(), about: z.string().optional(), of: words }),
      ),
    })
    // A standing question is dropped if its measure was already asked about, so there must be enough for every place.
    .refine(({ number, standing }) => standing.length >= number, 'refused-few-questions'),
  /** The partner who answers for a measure, if it is not the partner of its section. */
  answers: z.record(z.string(), words),
});

/** The rules by which a briefing is written. */
export type BriefingRules = z.infer<typeof briefingRules>;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export type QuestionReason = (typeof QUESTION_REASONS)[number];

function namesEach(all: readonly string[]): (named: readonly string[]) => boolean {
  return (named) => named.length === all.length && all.every((each) => named.includes(each));
}
