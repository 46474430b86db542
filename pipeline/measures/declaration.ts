// measure.yaml → one validated declaration: everything that defines a measure.
import { z } from 'zod';
import type { DefinitionChange } from '../domain/changes.js';
import type { Unit } from '../domain/value.js';

const words = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });

const COUNTED = [
  'children',
  'offences',
  'sentences',
  'remands',
  'nights',
  'victims',
  'sessions',
  'interventions',
  'partners',
  'reports',
  'cases',
  'concerns',
  'replies',
  'posts',
  'referrals',
  'needs',
  'incidents',
  'episodes',
  'pounds',
  'entries',
  'outcomes',
] as const;

/** What a measure can be broken down by. */
export const BREAKDOWNS = [
  'ethnicity',
  'sex',
  'age_band',
  'looked_after',
  'need',
  'traveller',
  'language',
  'ethnicity_girls',
  'ethnicity_boys',
  'outcome_tier',
  'order_type',
  'audit_stage',
  'scrutiny_finding',
  'offence_category',
  'gravity',
  'outcome_type',
  'age',
  'recorded_ethnicity',
  'life_domain',
  'finance_source',
  'staff_role',
  'board_partner',
  'escalation_level',
  'report_followed',
] as const;

/** What would settle a doubt; docs/unconfirmed.md says each in words. */
export const SETTLED_BY = [
  'kpi_guidance',
  'recording',
  'reoffending',
  'disproportionality',
  'plan',
  'practice',
  'police',
  'education',
  'health',
  'social_care',
] as const;

/** What an option of a counting rule changes in what is said of a measure, and in where and how it is shown. */
const redefinition = z.strictObject({
  title: words.optional(),
  question: words.optional(),
  definition: words.optional(),
  rule: words.optional(),
  chart: z.enum(['breakdown', 'row']).optional(),
  order: z.int().optional(),
  show: z.int().min(1).max(20).optional(),
  /** True where the newest quarter stands beside the measure's twelve months. */
  quarter: z.literal(true).optional(),
  /** True where the query asks for the rule and counts the same whatever it is: nothing is said of it. */
  unaffected: z.literal(true).optional(),
});
/** A count of a measure: in every group alike, or in the one named, of one breakdown. */
const countReference = z
  .strictObject({
    measure: z.string(),
    count: z.enum(['numerator', 'denominator']),
    breakdown: z.string().optional(),
    group: z.string().optional(),
  })
  .refine(
    ({ breakdown, group }) => (breakdown === undefined) === (group === undefined),
    'refused-half-group',
  );

/** The strict shape of `measure.yaml`; an unknown or missing key is a problem. */
export const declarationSchema = z.strictObject({
  title: words,
  question: words,
  definition: words,
  kind: z.enum(['count', 'proportion', 'rate', 'mean', 'relative_rate']),
  /** The population a rate is given per; of a mean, how many of its denominator, as spending for every 100 pounds. */
  per: z.union([z.literal(100), z.literal(1000), z.literal(10000), z.literal(100000)]).optional(),
  /**
   * What the numerator counts. Only `children` and `entries`, which are children of a quarter, can be broken down by who the
   * children are; `cases`, `offences` and `outcomes` by what their own record says.
   */
  counts: z.enum(COUNTED),
  /** Means only: what the denominator counts, where it is not children. */
  over: z.enum(COUNTED).optional(),
  window: z.strictObject({
    /** `calendar year` ends each 31 December; the others end on each quarter's last day. */
    length: z.enum(['12 months', '36 months', 'calendar year']),
    show: z.int().min(1).max(20),
    /** Relative rates only: other lengths in months, ending with the newest window, shown beside it and never compared with it. */
    pools: z.array(z.union([z.literal(12), z.literal(36), z.literal(60)])).optional(),
    /** Cohort measures: months each child is followed, then months waited for outcomes. */
    follow_up: z.int().positive().optional(),
    wait: z.int().positive().optional(),
  }),
  better: z.enum(['lower', 'higher', 'neither']),
  breakdowns: z.array(z.enum(BREAKDOWNS)),
  /** Relative rates only: what groups are set against in each breakdown; White where nothing is said. */
  reference: z.record(z.string(), z.string()).optional(),
  /** Relative rates only: whether the denominator counts the service's own children, and so must be protected too. */
  base: z.enum(['population', 'children']).optional(),
  /**
   * Rates and relative rates against a population: the kind of table (queries/marts/population_tables.sql) that its rows
   * stand in, and so which of them have one source of population together. Its query joins the populations of that kind.
   */
  population: z.enum(['rates', 'ethnicity', 'decisions']).optional(),
  comparators: z.array(
    z.enum(['previous_year', 'service', 'family', 'region', 'nation', 'england_and_wales']),
  ),
  /**
   * `row` has no page of its own: it is one line of its section's table at a glance. `decisions` sets the relative rates
   * of its section side by side, its own and those of every measure there that says `decision`, which has no page either.
   * `survival` draws how long children went without what is counted: its query gives `days_followed` too.
   * `overlap` tells which needs go together, `steps` what became of children who need a service and how long they waited.
   */
  chart: z.enum([
    'trend',
    'breakdown',
    'relative_rate',
    'profile',
    'row',
    'decisions',
    'decision',
    'survival',
    'overlap',
    'steps',
  ]),
  /**
   * Survival and steps only: a measure of the same thing by another rule, whose newest figures are listed beside ours,
   * untested.
   */
  beside: z.string().optional(),
  section: z.string().min(1),
  /** Place among the measures of its section, lowest first. */
  order: z.int(),
  /**
   * The yes-or-no column of an extract of which a blank counts as no. The pack gives the range up to what the figure would
   * be if every blank were a yes.
   */
  unrecorded: z.strictObject({ extract: z.string().min(1), column: z.string().min(1) }).optional(),
  /** The measure that counts the children behind this one: what hides them hides this. */
  hidden_with: z.string().optional(),
  /** The measure of whose children, and of those among them who are counted, this one counts a part: the rest may not be few. */
  part_of: z.string().optional(),
  /** The count whose people or cases this one's denominator is drawn from: it is hidden where those without an answer are few. */
  drawn_from: z.string().optional(),
  /**
   * Counts of other measures that are of the same children or events as this one's: in each window and group that both
   * have, or this one's total and a group of theirs.
   */
  same_as: z
    .strictObject({ numerator: countReference.optional(), denominator: countReference.optional() })
    .optional(),
  /** Counts that this one's numerator cannot exceed: each child or event of it is one of theirs, or has one. */
  within: z.array(countReference).nonempty().optional(),
  /** Counts that leave none of this one's numerator out, together: each child or event of it is in one or more. */
  covered_by: z.array(countReference).nonempty().optional(),
  /**
   * True for detail that only an edition that hides nothing gives: an edition that hides has no row, page or word of it, so
   * that it cannot give away what stands hidden in the measure it is a detail of. It is described and not tested: many
   * small groups would use up the allowance for chance of the comparisons that a board acts on.
   */
  detail: z.literal(true).optional(),
  /** Nothing is counted in two quarters, so that the quarters of a year add up to it. */
  quarters_add_up: z.literal(true).optional(),
  /** The groups of another measure that this one's numerator adds up: it is hidden if one of them is. */
  sum_of: z.strictObject({ measure: z.string(), breakdown: z.string() }).optional(),
  /**
   * Draws the quarters one by one with the limits of chance. `events` happen in one quarter; of a `caseload` the same
   * children stay for several, so that neighbouring quarters resemble each other. `rare` events are too few for quarters:
   * the days between them are drawn instead.
   */
  spc: z.enum(['events', 'caseload', 'rare']).optional(),
  source: z.strictObject({
    rule: words,
    /** Where the rule comes from; a title that is in one language alone says so in the other. */
    document: words,
    /** False where no official text we hold confirms the rule; the pack says so. */
    confirmed: z.boolean(),
    /** What exactly is unconfirmed, for the method pages. */
    unconfirmed: words.optional(),
    /** Which document or person would settle it, where it is unconfirmed. */
    settled_by: z.enum(SETTLED_BY).optional(),
  }),
  /**
   * Every name that this measure had before, where its folder was renamed: what packs gave under one is held against what
   * they give now. No measure of today has it, and no other lists it.
   */
  formerly: z.array(z.string().min(1)).optional(),
  /**
   * Measures that rest on links to partners' records only: which way the figure moves once a person of the partner's, who
   * is linked to no child, is linked. `least`: it can only grow. `either`: both ways. `counted`: such a person is counted
   * as the partner describes them.
   */
  unlinked: z.enum(['least', 'either', 'counted']).optional(),
  /** The nation whose services have this measure; both, where it is left out. */
  nation: z.enum(['England', 'Wales']).optional(),
  /** Official wordings of the measure by the year each was given, where there is more than one. */
  wordings: z.record(z.string().regex(/^\d{4}$/), words).optional(),
  /**
   * Days from which it is counted otherwise: no test, limit or line of ours goes across one of `ours`. One of `published`
   * is of official figures alone. `short` stands beside the line on a chart.
   */
  changes: z
    .array(
      z.strictObject({
        from: z.iso.date(),
        of: z.enum(['ours', 'published']),
        short: words,
        what: words,
        confirmed: z.boolean(),
      }),
    )
    .optional(),
  /**
   * The counting rules of queries/definitions that its query asks of `windows`, and for each option what is said and shown
   * otherwise where it is in force. Nothing else of a measure depends on them.
   */
  definitions: z.record(z.string(), z.record(z.string(), redefinition)).optional(),
  /** The quarter from whose packs on it is published: packs of quarters that end earlier do not have it. */
  since: z.iso.date().optional(),
  status: z.enum(['draft', 'published', 'retired']),
  review: z.strictObject({
    written_by: z.string(),
    checked_by: z.string(),
    review_by: z.iso.date(),
  }),
});

/** One measure and its name: that of its folder, or of one of the variants its folder declares. */
export type Declaration = Omit<z.infer<typeof declarationSchema>, 'changes'> & {
  readonly id: string;
  readonly changes?: readonly DefinitionChange[] | undefined;
  /** True where the newest quarter is counted as well, and stands beside the twelve months. */
  readonly quarter?: true | undefined;
};

/**
 * Counts that reveal no person: partner organisations at the board's meetings, and pounds. Small counts of these are
 * shown in every edition. All other counts are of people or reveal people: a post is a member of staff who was ill or
 * left, a case, a report or an incident belongs to a child, a reply was given by a person.
 */
const COUNTS_WITHOUT_PEOPLE: readonly Declaration['counts'][] = ['partners', 'pounds'];

/** Whether what a measure counts reveals no person, child or adult. */
export function countsNoPeople({ counts }: Pick<Declaration, 'counts'>): boolean {
  return COUNTS_WITHOUT_PEOPLE.includes(counts);
}

/**
 * What is counted once for each person or post, whatever happens to it. Of everything else one child, victim, worker or
 * partner can have several: twelve orders of one child on one day are one decision, not twelve.
 */
const COUNTED_ONCE: readonly Declaration['counts'][] = ['children', 'victims', 'posts'];

/**
 * Whether what a measure counts happens independently, so that an interval and a test of it are valid. Decided by what
 * it counts, never by its name; a kind of count that is new is not independent until it is listed.
 */
export function countsIndependently({ counts }: Pick<Declaration, 'counts'>): boolean {
  return COUNTED_ONCE.includes(counts);
}

/** The unit of a measure's headline. */
export function chooseUnit(declaration: Pick<Declaration, 'kind' | 'per'>): Unit {
  if (declaration.kind === 'rate')
    return `per ${rateScale(declaration).toLocaleString('en-GB')}` as Unit;
  return declaration.kind === 'relative_rate' ? 'relative rate' : declaration.kind;
}

/** What numerator ÷ denominator is multiplied by: the population that a rate is expressed per, or
 * how many of its denominator a mean is for; 1 for other kinds. */
export function rateScale(declaration: Pick<Declaration, 'kind' | 'per'>): number {
  if (declaration.kind === 'mean') return declaration.per ?? 1;
  if (declaration.kind !== 'rate') return 1;
  if (declaration.per === undefined) throw new RangeError('a rate must say per what');
  return declaration.per;
}
