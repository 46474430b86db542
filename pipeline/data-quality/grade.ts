// What is known of the records behind a measure → how far they can be trusted, and why.
import { z } from 'zod';

const limitsSchema = z.strictObject({
  /** The share of the records looked at that have a fault which moves the measure, 0 to 1. */
  faults_over: z.number().min(0).max(1),
  /** The share of an extract's rows that were set aside, 0 to 1. */
  set_aside_over: z.number().min(0).max(1),
});

/** The strict shape of confidence.yaml. */
export const confidenceSchema = z.strictObject({ low: limitsSchema, moderate: limitsSchema });

/** The rules of a grade. */
export type Confidence = z.infer<typeof confidenceSchema>;

/** How far the records behind a measure can be trusted. It says nothing of chance: the interval does. */
export interface Grade {
  readonly grade: 'high' | 'moderate' | 'low';
  /** The rules that held it down, the heaviest first; empty for `high`. */
  readonly because: readonly GradeReason[];
}

/** One reason: what was found, and of which extract or fault. */
export interface GradeReason {
  readonly rule: 'late' | 'faults' | 'set_aside';
  readonly subject: string;
  /** The share above which the rule holds; null for `late`. */
  readonly over: number | null;
}

/** What is known of the records behind one measure, shares from 0 to 1. */
export interface RecordQuality {
  readonly late: readonly string[];
  /** `whole` is true of a fault that moves the figure itself, and false of one that moves only some of its groups. */
  readonly faults: readonly {
    readonly fault: string;
    readonly share: number;
    readonly whole: boolean;
  }[];
  readonly setAside: readonly { readonly extract: string; readonly share: number }[];
}

/**
 * The lowest grade that any rule gives: low where an extract it counts from is late, or a share is over the limit for
 * low; moderate where one is over the limit for moderate; high where no rule holds. A fault that moves only some groups
 * of a figure makes it moderate at worst.
 */
export function gradeRecords(quality: RecordQuality, rules: Confidence): Grade {
  const late = quality.late.map((subject): GradeReason => ({ rule: 'late', subject, over: null }));
  const whole = { ...quality, faults: quality.faults.filter((fault) => fault.whole) };
  const low = [...late, ...findExceededLimits(whole, rules.low)];
  if (low.length > 0) return { grade: 'low', because: low };
  const moderate = findExceededLimits(quality, rules.moderate);
  if (moderate.length > 0) return { grade: 'moderate', because: moderate };
  return { grade: 'high', because: [] };
}

function findExceededLimits(
  { faults, setAside }: RecordQuality,
  { faults_over, set_aside_over }: Confidence['low'],
): GradeReason[] {
  return [
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
  ];
}
