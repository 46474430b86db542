// Days between rare events → a g chart: its limits, special causes and variation sign.
import type { Declaration } from '../measures/declaration.js';
import type { NoChart } from './spc.js';
import { FEWEST_QUARTERS, FIRM_QUARTERS } from './spc.js';
import { runEnds, wholeRuns, type SpecialCause } from './spc-rules.js';
import { requireCount } from './refusals.js';

/** A series of days between events that can be charted. */
export interface TimeBetweenEvents {
  /** Half of all gaps are expected to be longer. */
  readonly median: number;
  /** A gap of this many days or more has a probability of 1 in 740 by chance. */
  readonly upper: number;
  /** For each gap, then for the days since the last event. `low` is a long gap: fewer events. */
  readonly causes: readonly (SpecialCause | null)[];
  readonly trial: boolean;
  readonly variation: 'common cause' | 'improving' | 'concerning' | 'neither';
}

/** One tail of three sigma: the probability outside an XmR chart's limit on one side. */
const TAIL_PROBABILITY = 0.00135;

/**
 * A g chart of whole days between events, oldest first, and of the days since the last. At a steady rate these are
 * geometric. The limits are exact, from the tails of that distribution, which is too skewed for three sigma on either
 * side. Rules: a gap so long, or so short, that its probability by chance is 1 in 740; seven or more in a row on one
 * side of the median. The days since the last event are tested only for being too long, because that gap has not ended.
 * No chart for fewer than 8 gaps.
 * Source: Benneyan (2001), Number-between g-type statistical quality control charts, Health Care Management Science 4.
 */
export function chartTimeBetweenEvents(
  days: readonly number[],
  sinceLast: number,
  better: Declaration['better'],
): TimeBetweenEvents | NoChart {
  for (const each of [...days, sinceLast]) requireCount(each, 'days');
  const total = days.reduce((before, each) => before + each, 0);
  if (days.length < FEWEST_QUARTERS || total === 0) return { unsaid: 'too short' };
  const chance = days.length / (total + days.length);
  const logNone = Math.log1p(-chance);
  const median = Math.log(0.5) / logNone;
  const causes = [...findCauses(days, median, logNone), isLong(sinceLast, logNone) ? LONG : null];
  return {
    median,
    upper: Math.log(TAIL_PROBABILITY) / logNone,
    causes,
    trial: days.length < FIRM_QUARTERS,
    variation: chooseVariation(causes, better),
  };
}

const LONG: SpecialCause = { rule: 'outside limits', towards: 'low' };
const SHORT: SpecialCause = { rule: 'outside limits', towards: 'high' };

function findCauses(
  days: readonly number[],
  median: number,
  logNone: number,
): (SpecialCause | null)[] {
  const runs = wholeRuns(runEnds(days.map((each) => (each > median ? 1 : -1))));
  return days.map((each, at) => {
    if (isLong(each, logNone)) return LONG;
    if (-Math.expm1((each + 1) * logNone) < TAIL_PROBABILITY) return SHORT;
    const run = runs[at];
    return run ? { rule: 'shift', towards: run > 0 ? 'low' : 'high' } : null;
  });
}

/** Whether P(`days` or more without an event) is below the tail probability; `logNone` is ln P(no event on a day). */
function isLong(days: number, logNone: number): boolean {
  return Math.exp(days * logNone) < TAIL_PROBABILITY;
}

/** The sign of the newest gap: of the days since the last event if they are too long, else of the last complete gap. */
function chooseVariation(
  causes: readonly (SpecialCause | null)[],
  better: Declaration['better'],
): TimeBetweenEvents['variation'] {
  const newest = newestCause(causes);
  if (newest === null) return 'common cause';
  if (better === 'neither') return 'neither';
  return (newest.towards === 'high') === (better === 'higher') ? 'improving' : 'concerning';
}

/** The special cause that decides the variation sign, or null. */
export function newestCause(causes: readonly (SpecialCause | null)[]): SpecialCause | null {
  return causes.at(-1) ?? causes.at(-2) ?? null;
}
