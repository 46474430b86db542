// Counts of quarters that do not overlap → an XmR chart's limits, special causes and variation sign, or why not.
import type { Declaration } from '../measures/declaration.js';
import { specialCauses, type SpecialCause } from './spc-rules.js';
import { findSteps } from './spc-steps.js';
import { countLimits, type Limits } from './xmr.js';

/** The quarters between two steps, and their own limits. */
interface Level {
  /** The position of its first quarter. */
  readonly from: number;
  readonly limits: Limits;
}

/** A series that can be charted. */
export interface ChangeOverTime {
  /** Those of the newest level. */
  readonly limits: Limits;
  /** Oldest first; one if the level never changed for good. */
  readonly levels: readonly Level[];
  /** For each quarter the rule it breaks, or null. */
  readonly causes: readonly (SpecialCause | null)[];
  /** True if the limits are provisional, based on too few quarters. */
  readonly trial: boolean;
  /** Variation sign of the newest quarter. `neither`: a special cause that is neither better nor worse. */
  readonly variation: 'common cause' | 'improving' | 'concerning' | 'neither';
}

/** Why a series cannot be charted. */
export interface NoChart {
  readonly unsaid: 'too short' | 'too rare';
}

/** The fewest quarters for a chart; this project's own rule. */
export const FEWEST_QUARTERS = 8;
/**
 * Below this many quarters the limits are called provisional. Sources differ: the NHS package fixes limits from 12
 * points, Provost and Murray (The Health Care Data Guide) recommend the 20 to 30 newest; the stricter rule is used.
 */
export const FIRM_QUARTERS = 20;
/** With a lower average per quarter, zeros and ones give limits that mean little; this project's own rule. */
export const RARE_BELOW = 4;

/**
 * The change of a series of counts, oldest first, by the NHS rules. `better` is the direction of improvement. The
 * limits have a width even if the counts hardly vary, as `countLimits` says, and begin anew where `findSteps` says that
 * the level changed for good; each level has limits and special causes of its own. The newest point decides the variation
 * sign. The windows must not overlap: on rolling years a stable series alarms 5 times in 6.
 */
export function changeOverTime(
  counts: readonly number[],
  better: Declaration['better'],
): ChangeOverTime | NoChart {
  if (counts.length < FEWEST_QUARTERS) return { unsaid: 'too short' };
  const starts = [0, ...findSteps(counts, RARE_BELOW)];
  const parts = starts.map((from, at) => counts.slice(from, starts[at + 1]));
  const levels = parts.map((part, at) => ({ from: starts[at] ?? 0, limits: countLimits(part) }));
  const { limits, from } = levels.at(-1) as Level;
  if (limits.mean < RARE_BELOW) return { unsaid: 'too rare' };
  const causes = parts.flatMap((part, at) => findLevelCauses(part, levels[at] as Level));
  return {
    limits,
    levels,
    causes,
    trial: counts.length - from < FIRM_QUARTERS,
    variation: chooseVariation(causes.at(-1) ?? null, better),
  };
}

/** Limits of very few events mean little, so an earlier level of them has no special causes. */
function findLevelCauses(
  counts: readonly number[],
  { limits }: Level,
): readonly (SpecialCause | null)[] {
  return limits.mean < RARE_BELOW ? counts.map(() => null) : specialCauses(counts, limits);
}

function chooseVariation(
  newest: SpecialCause | null,
  better: Declaration['better'],
): ChangeOverTime['variation'] {
  if (newest === null) return 'common cause';
  if (better === 'neither') return 'neither';
  return (newest.towards === 'high') === (better === 'higher') ? 'improving' : 'concerning';
}
