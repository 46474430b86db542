// queries/definitions → the rules of counting that have options, and the option in force on each day.
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { compareText } from '../domain/compare-text.js';
import type { DefinitionChange } from '../domain/changes.js';
import { readDeclarations } from '../domain/declared.js';
import { wordsSchema } from '../domain/language.js';
import type { Day } from '../domain/period.js';

const name = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);

const optionSchema = z.strictObject({
  title: wordsSchema,
  /** A few words beside the line on a chart, where it comes into force. */
  short: wordsSchema,
  /** The rule as a board member would read it: one or two sentences. */
  what: wordsSchema,
  document: wordsSchema,
  confirmed: z.boolean(),
  /** What exactly is unconfirmed, where a measure by this option has no other doubt. */
  unconfirmed: wordsSchema.optional(),
});

/** The strict shape of a file of queries/definitions. */
const ruleSchema = z
  .strictObject({
    title: wordsSchema,
    options: z.record(name, optionSchema),
    /** The option from the beginning. */
    default: name,
    /** Whether the default is said in the pack, because the texts of the measures leave it open. */
    says_default: z.boolean().default(false),
    /** True where its options differ in what is shown alone: then nothing is counted otherwise, and no series breaks. */
    only_shown: z.boolean().default(false),
    /** Later options, each from the first window that ends on its day or after it. */
    changes: z.array(z.strictObject({ from: z.iso.date(), use: name })).default([]),
  })
  .refine(
    ({ options, default: first, changes }) =>
      [first, ...changes.map(({ use }) => use)].every((each) => Object.hasOwn(options, each)),
    'refused-no-option',
  );

/** A rule that measures are counted by, with its options. Its name is a column of `windows`. */
export interface CountingRule extends z.infer<typeof ruleSchema> {
  readonly name: string;
}

/** An option from a day on; `from` is null for the one that holds from the beginning. */
export interface RuleStep {
  readonly from: Day | null;
  readonly use: string;
}

/** A rule with the options that hold, oldest first. The first holds from the beginning. */
export interface DatedRule {
  readonly rule: CountingRule;
  readonly steps: readonly RuleStep[];
}

/** Reads the folder, sorted by name; none where there is no such folder. */
export function readCountingRules(folder: string): CountingRule[] {
  if (!existsSync(folder)) return [];
  return readDeclarations(folder, ruleSchema).map(({ name: rule, declared }) => ({
    ...declared,
    name: rule,
  }));
}

/** The rule as the project declares it: its default, then its changes. */
export function dateByDefault(rule: CountingRule): DatedRule {
  return dateRule(rule, rule.changes);
}

/** The rule with these steps; before the first of them its default holds. Steps may be in any order. */
export function dateRule(
  rule: CountingRule,
  steps: readonly { readonly from?: Day | undefined; readonly use: string }[],
): DatedRule {
  const dated = steps
    .map(({ from = null, use }): RuleStep => ({ from, use }))
    .sort((one, other) => compareText(one.from ?? '', other.from ?? ''));
  const isWhole = dated[0]?.from === null;
  return { rule, steps: isWhole ? dated : [{ from: null, use: rule.default }, ...dated] };
}

/** The name of the option by which a window is counted that ends on a day. */
export function findOption({ steps }: DatedRule, ends: Day): string {
  const step = steps.findLast(({ from }) => from === null || from <= ends);
  if (!step) throw new RangeError('no option holds from the beginning');
  return step.use;
}

/** The breaks that a rule makes in a series: one for each day on which another option comes into force. */
export function listRuleChanges({ rule, steps }: DatedRule): DefinitionChange[] {
  if (rule.only_shown) return [];
  return steps.flatMap(({ from, use }, at) => {
    const option = rule.options[use];
    if (from === null || !option || steps[at - 1]?.use === use) return [];
    const { short, what, confirmed } = option;
    return [{ from, of: 'ours', short, what, confirmed, rule: rule.name }];
  });
}
