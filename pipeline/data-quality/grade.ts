// The quality of the records behind a measure → how far they can be trusted, and why.
import { z } from 'zod';

const limitsSchema = z.strictObject({
  /** Share of checked records with a fault that affects the measure, 0 to 1. */
  faults_over: z.number().min(0).max(1),
  /** Share of an extract's rows that were rejected, 0 to 1. */
  set_aside_over: z.number().min(0).max(1),
  /** Share of a partner's rows that no authority can be given, and that are linked to no child. */
  no_area_over: z.number().min(0).max(1),
});

const linksSchema = z.strictObject({
  /** Share of a partner's people linked to our children, 0 to 1: below it a figure is a least one. */
  at_least_under: z.number().min(0).max(1),
  /** Below this share there is no figure. */
  no_data_under: z.number().min(0).max(1),
});

/** The strict schema of confidence.yaml. */
export const confidenceSchema = z.strictObject({
  low: limitsSchema,
  moderate: limitsSchema,
  links: linksSchema,
});

/** The limits for each grade. */
export type Confidence = z.infer<typeof confidenceSchema>;

/** How far the records behind a measure can be trusted. Says nothing about chance: the interval does. */
export interface Grade {
  readonly grade: 'high' | 'moderate' | 'low';
  /** The rules that lowered it, strongest first; empty for `high`. */
  readonly because: readonly GradeReason[];
}

/** One reason: the rule, and the extract or fault it applies to. */
interface GradeReason {
  readonly rule: 'late' | 'faults' | 'set_aside' | 'no_area' | 'linked' | 'unrecorded';
  readonly subject: string;
  /** Share above which the rule applies, below which it does for `linked`; null for `late`. */
  readonly over: number | null;
}

/** Quality of the records behind one measure, shares from 0 to 1. */
export interface RecordQuality {
  readonly late: readonly string[];
  /** `whole` is true if the fault affects the figure itself, false if it affects only some of its groups. */
  readonly faults: readonly {
    readonly fault: string;
    readonly share: number;
    readonly whole: boolean;
  }[];
  readonly setAside: readonly { readonly extract: string; readonly share: number }[];
  /** Rows of a partner's extract that are left out, because nobody can say of which area they are. */
  readonly noArea: readonly { readonly extract: string; readonly share: number }[];
  /** Partners' extracts too few of whose people are linked, for the figure and for a whole one. */
  readonly linked: { readonly few: readonly string[]; readonly partly: readonly string[] };
  /** The extract with blank answers that count as no, and how much of the figure they could add or take away. */
  readonly unrecorded: { readonly extract: string; readonly share: number } | null;
}

/**
 * The lowest grade of any rule: low if an extract is late, a share is above the limit for low, or too few of a partner's
 * people are linked for a figure; moderate if a share is above the limit for moderate, or so few are linked that the
 * figure is not whole; otherwise high. Answers that nobody recorded are held to the limit of faults, as the share of the
 * figure that they could add or take away: a share of the records says nothing of how few are counted. A fault that affects
 * only some groups of a figure lowers it to
 * moderate at most.
 */
export function gradeRecords(quality: RecordQuality, rules: Confidence): Grade {
  const late = quality.late.map((subject): GradeReason => ({ rule: 'late', subject, over: null }));
  const whole = { ...quality, faults: quality.faults.filter((fault) => fault.whole) };
  const { few, partly } = quality.linked;
  const low = [
    ...late,
    ...findExceededLimits(whole, rules.low),
    ...few.map((subject) => describeLinks(subject, rules.links.no_data_under)),
  ];
  if (low.length > 0) return { grade: 'low', because: low };
  const moderate = [
    ...findExceededLimits(quality, rules.moderate),
    ...partly.map((subject) => describeLinks(subject, rules.links.at_least_under)),
  ];
  if (moderate.length > 0) return { grade: 'moderate', because: moderate };
  return { grade: 'high', because: [] };
}

function describeLinks(subject: string, over: number): GradeReason {
  return { rule: 'linked', subject, over };
}

function findExceededLimits(
  { faults, setAside, noArea, unrecorded }: RecordQuality,
  { faults_over, set_aside_over, no_area_over }: Confidence['low'],
): GradeReason[] {
  const blanks = unrecorded && unrecorded.share > faults_over ? [unrecorded.extract] : [];
  return [
    ...blanks.map((subject): GradeReason => ({ rule: 'unrecorded', subject, over: faults_over })),
    ...faults
      .filter(({ share }) => share > faults_over)
      .map(({ fault }): GradeReason => ({ rule: 'faults', subject: fault, over: faults_over })),
    ...setAside
      .filter(({ share }) => share > set_aside_over)
      .map(({ extract }): GradeReason => ({
        rule: 'set_aside',
        subject: extract,
        over: set_aside_over,
      })),
    ...noArea
      .filter(({ share }) => share > no_area_over)
      .map(({ extract }): GradeReason => ({
        rule: 'no_area',
        subject: extract,
        over: no_area_over,
      })),
  ];
}
