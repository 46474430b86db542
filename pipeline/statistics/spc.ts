// Counts of quarters that do not overlap → an XmR chart's limits, special causes and variation sign, or why not.
import type { Declaration } from '../measures/declaration.js';
import { specialCauses, type SpecialCause } from './spc-rules.js';
import { countLimits, type Limits } from './xmr.js';

/** A series that can be charted. */
export interface ChangeOverTime {
  readonly limits: Limits;
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
 * limits have a width even if the counts hardly vary, as `countLimits` says. The newest point decides the variation sign. The windows must not overlap: on rolling years a stable series alarms 5
 * times in 6.
 */
export function changeOverTime(
  counts: readonly number[],
  better: Declaration['better'],
): ChangeOverTime | NoChart {
  if (counts.length < FEWEST_QUARTERS) return { unsaid: 'too short' };
  const limits = countLimits(counts);
  if (limits.mean < RARE_BELOW) return { unsaid: 'too rare' };
  const causes = specialCauses(counts, limits);
  return {
    limits,
    causes,
    trial: counts.length < FIRM_QUARTERS,
    variation: chooseVariation(causes.at(-1) ?? null, better),
  };
}

function chooseVariation(
  newest: SpecialCause | null,
  better: Declaration['better'],
): ChangeOverTime['variation'] {
  if (newest === null) return 'common cause';
  if (better === 'neither') return 'neither';
  return (newest.towards === 'high') === (better === 'higher') ? 'improving' : 'concerning';
}
