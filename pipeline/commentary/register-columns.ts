// The columns of actions.csv, risks.csv and decisions.csv, and what each may hold.
import { z } from 'zod';
import { parseQuarter } from '../domain/period.js';

const textSchema = z.string().trim().min(1);
const optionalTextSchema = z.string().trim();
const quarterSchema = z
  .string()
  .transform((written) => parseQuarter(written))
  .refine((read) => read !== null, 'refused-quarter');
const optionalQuarterSchema = z.union([
  z
    .string()
    .trim()
    .length(0)
    .transform(() => null),
  quarterSchema,
]);
const identifiersSchema = z.string().transform((written) =>
  written
    .split(';')
    .map((id) => id.trim())
    .filter((id) => id !== ''),
);
/** A line that does not say is for the editions that hide nothing. */
const editionsSchema = identifiersSchema.transform((named) => (named.length > 0 ? named : null));
const targetSchema = z
  .string()
  .trim()
  .regex(/^(?:\d+(?:\.\d+)?%?)?$/, 'refused-target')
  .transform(readTarget);
const countSchema = z.string().trim().regex(/^\d+$/, 'refused-whole');
const levelSchema = z.enum(['low', 'medium', 'high']);

/** Columns that every register may have. */
const everyOptional = { editions: editionsSchema };
/** Columns that actions may have too. */
const actionOptional = {
  /** What the first measure named should come to by the due quarter. */
  target: targetSchema,
  /** What asked for the action, its name in the languages of the pack, and the number it gave a recommendation. */
  source: z.enum(['', 'inspection', 'plan', 'audit', 'board']),
  source_en: optionalTextSchema,
  source_cy: optionalTextSchema,
  recommendation: optionalTextSchema,
  progress_en: optionalTextSchema,
  progress_cy: optionalTextSchema,
  /** What shows the progress. */
  evidence_en: optionalTextSchema,
  evidence_cy: optionalTextSchema,
  agreed_on: z.union([z.literal('').transform(() => null), z.iso.date()]),
  /** The quarter it was first due, where the date was moved. */
  first_due_quarter: optionalQuarterSchema,
};

/** Columns that a register may lack; they follow the others, in any order. */
export const OPTIONAL_COLUMNS: readonly string[] = Object.keys({
  ...actionOptional,
  ...everyOptional,
});

export const actionSchema = z.strictObject({
  id: textSchema,
  opened_quarter: quarterSchema,
  owner_en: textSchema,
  owner_cy: textSchema,
  action_en: textSchema,
  action_cy: textSchema,
  measures: identifiersSchema,
  due_quarter: quarterSchema,
  status: z.enum(['open', 'done', 'dropped']),
  closed_quarter: optionalQuarterSchema,
  ...actionOptional,
  ...everyOptional,
});
export const riskSchema = z.strictObject({
  id: textSchema,
  opened_quarter: quarterSchema,
  owner_en: textSchema,
  owner_cy: textSchema,
  risk_en: textSchema,
  risk_cy: textSchema,
  likelihood: levelSchema,
  impact: levelSchema,
  response_en: textSchema,
  response_cy: textSchema,
  measures: identifiersSchema,
  status: z.enum(['open', 'closed']),
  closed_quarter: optionalQuarterSchema,
  ...everyOptional,
});
export const decisionSchema = z.strictObject({
  id: textSchema,
  opened_quarter: quarterSchema,
  decision_en: textSchema,
  decision_cy: textSchema,
  measures: identifiersSchema,
  actions: identifiersSchema,
  ...everyOptional,
});

export const reviewSchema = z.strictObject({
  id: textSchema,
  measures: identifiersSchema.refine((named) => named.length === 1, 'refused-single'),
  /** The last day of the months that the published figure is of, and the source that the published figures give. */
  window_end: z.iso.date(),
  published_in: textSchema,
  verdict: z.enum(['accepted', 'contested']),
  /** Our count and the published one, as they were when the difference was signed. */
  ours: countSchema,
  published: countSchema,
  reason_en: textSchema,
  reason_cy: textSchema,
  name: textSchema,
  role: textSchema,
  decided_on: z.iso.date(),
});

/** What an action's first measure should come to: a number of events, or a share from 0 to 1. */
export interface ActionTarget {
  readonly value: number;
  readonly isShare: boolean;
}

function readTarget(written: string): ActionTarget | null {
  if (written === '') return null;
  const isShare = written.endsWith('%');
  const value = Number.parseFloat(written);
  return { value: isShare ? value / 100 : value, isShare };
}
