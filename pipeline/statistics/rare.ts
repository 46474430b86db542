// Days between rare events → the limits of chance, which stretches break them, and the variation sign.
import type { Declaration } from '../measures/declaration.js';
import type { NoChart } from './spc.js';
import { FEWEST_QUARTERS, FIRM_QUARTERS } from './spc.js';
import { runEnds, wholeRuns, type SpecialCause } from './spc-rules.js';
import { requireCount } from './refusals.js';

/** A series of days between events that can be charted. */
export interface TimeBetweenEvents {
  /** Half of all stretches are expected to be longer. */
  readonly median: number;
  /** A stretch of this many days or more would come about by chance once in 740. */
  readonly upper: number;
  /** For each stretch, then for the days since the last event. `low` is a long stretch: fewer events. */
  readonly causes: readonly (SpecialCause | null)[];
  readonly trial: boolean;
  readonly variation: 'common cause' | 'improving' | 'concerning' | 'neither';
}

/** One tail of three sigma: what an XmR chart's limit leaves outside it on one side. */
const TAIL_PROBABILITY = 0.00135;

/**
 * A g chart of whole days between events, oldest first, and of the days since the last. At a steady rate these are
 * geometric; limits are exact, from its own tails, because it is too lopsided for three sigma either side. Rules: a
 * stretch so long, or so short, that chance would have it once in 740; seven or more in a row on one side of the median.
 * The days since the last event are judged only for being too long: they have not ended. Nothing of fewer than 8
 * stretches.
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

/** P(so many days or more without an event), when the log of a day's chance of none is known. */
function isLong(days: number, logNone: number): boolean {
  return Math.exp(days * logNone) < TAIL_PROBABILITY;
}

/** Of the newest: the days since the last event if they are too long by themselves, else the last whole stretch. */
function chooseVariation(
  causes: readonly (SpecialCause | null)[],
  better: Declaration['better'],
): TimeBetweenEvents['variation'] {
  const newest = newestCause(causes);
  if (newest === null) return 'common cause';
  if (better === 'neither') return 'neither';
  return (newest.towards === 'high') === (better === 'higher') ? 'improving' : 'concerning';
}

/** The cause that sets the sign. */
export function newestCause(causes: readonly (SpecialCause | null)[]): SpecialCause | null {
  return causes.at(-1) ?? causes.at(-2) ?? null;
}
