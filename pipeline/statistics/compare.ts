// Two figures without shared events → a verdict on their difference, with the test behind it.
import type { Verdict } from '../domain/value.js';
import { exactInterval, type Interval } from './count-interval.js';
import { poisson } from './discrete.js';
import { centralP } from './exact-test.js';
import { fisherP } from './fisher.js';
import { proportionDifference, type Share } from './proportion-difference.js';
import { rateRatio, rateRatioInterval, rateRatioP, type Tally } from './rate-ratio.js';
import { requireBase } from './refusals.js';
import {
  hasBases,
  relativeInterval,
  testRelativeRate,
  type RelativeBase,
} from './relative-rate.js';
import { decideVerdict } from './verdict.js';

/** Our rate ÷ theirs, its 95% interval and p. A limit that does not exist is null; all are null if a base is 0. */
interface RateComparison {
  readonly verdict: Verdict | null;
  readonly p: number | null;
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Our share less theirs, its 95% interval and p; all null if a whole is 0. */
interface ProportionComparison {
  readonly verdict: Verdict | null;
  readonly p: number | null;
  readonly difference: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A halving and a doubling: an interval of a ratio that includes both is inconclusive. */
const LARGE_RATIOS = { down: 0.5, up: 2 };
/** Twenty percentage points either way, for an interval of a difference. */
const LARGE_DIFFERENCES = { down: -0.2, up: 0.2 };
/** The fewest events, observed or expected, on which a group is tested. */
const EVENTS_IN_GROUP = 5;
const NO_RATES = { verdict: null, p: null, ratio: null, lower: null, upper: null };

/**
 * Compares our rate with theirs by the exact conditional test (central p) and interval, so that p is under 5% exactly
 * when the interval excludes 1; at 5% to the last bit, where it ends at 1, the verdict follows p. Their windows or
 * populations must not overlap. `ratio` and `upper` are null if they had no events; `lower` is still valid then.
 */
export function compareRates(ours: Tally, theirs: Tally): RateComparison {
  if (!hasBases(ours, theirs)) return NO_RATES;
  const p = rateRatioP(ours, theirs);
  return concludeRatio(ours, theirs, rateRatioInterval(ours, theirs), p);
}

function concludeRatio(
  ours: Tally,
  theirs: Tally,
  { lower, upper }: Interval,
  p: number,
): RateComparison {
  const ratio = rateRatio(ours, theirs);
  const events = ours.events + theirs.events;
  const vague = includesBoth(lower, upper, LARGE_RATIOS);
  const verdict = decideVerdict({ p, direction: ratio - 1, events, vague });
  return { verdict, p, ratio: finiteOrNull(ratio), lower, upper: finiteOrNull(upper) };
}

/**
 * Compares a group's rate with the reference group's by the test and interval of `relativeRate`: exact conditional
 * against a population; Fisher's p and the score interval against children, where the verdict follows p. Asks whether
 * the *group* is too few, but where the interval excludes 1 that is `possible`: fewer than 5 events in it, or fewer than 5 expected at the reference group's rate, is `too few to tell` unless the
 * test is significant. A large reference group does not make a group of one child conclusive. The threshold is this
 * project's own rule.
 */
export function compareWithReference(
  group: Tally,
  reference: Tally,
  base: RelativeBase,
): RateComparison {
  if (!hasBases(group, reference)) return NO_RATES;
  const p = testRelativeRate(group, reference, base);
  const interval = relativeInterval(group, reference, base);
  const compared = concludeRatio(group, reference, interval, p);
  if (compared.verdict === 'higher' || compared.verdict === 'lower') return compared;
  if (interval.lower > 1 || interval.upper < 1) return { ...compared, verdict: 'possible' };
  if (compared.verdict !== 'no clear change') return compared;
  return isFewInGroup(group, reference) ? { ...compared, verdict: 'too few to tell' } : compared;
}

/** Whether fewer than 5 events were observed in the group, or are expected at the reference group's rate. */
function isFewInGroup(group: Tally, reference: Tally): boolean {
  const expected = (group.base * reference.events) / reference.base;
  return Math.min(group.events, expected) < EVENTS_IN_GROUP;
}

/** Compares two counts in windows of equal length, as `compareRates` does. */
export function compareCounts(ours: number, theirs: number): RateComparison {
  return compareRates({ events: ours, base: 1 }, { events: theirs, base: 1 });
}

/**
 * Compares our share with theirs: Fisher's two-sided p and Newcombe's interval of the difference. They are different
 * methods and can disagree at the edge of 5%; the verdict follows p.
 */
export function compareProportions(ours: Share, theirs: Share): ProportionComparison {
  const gap = proportionDifference(ours, theirs);
  if (!gap) return { verdict: null, p: null, difference: null, lower: null, upper: null };
  const p = fisherP(ours, theirs).twoSided;
  const events = ours.part + theirs.part;
  const vague = includesBoth(gap.lower, gap.upper, LARGE_DIFFERENCES);
  return { verdict: decideVerdict({ p, direction: gap.difference, events, vague }), p, ...gap };
}

/**
 * Compares our rate with one published without counts, treated as fixed: the exact Poisson test (central p) and the
 * exact interval of the ratio. `fixedRate` is events per unit of the base, e.g. a rate per 1,000 divided by 1,000. Only
 * our events decide whether there are too few. All null if no event is expected.
 */
export function compareWithFixed(events: number, base: number, fixedRate: number): RateComparison {
  requireBase(fixedRate, 'fixed rate');
  const expected = base * fixedRate;
  if (!hasBases({ events, base }) || expected === 0) return NO_RATES;
  const counts = exactInterval(events);
  const [lower, upper] = [counts.lower / expected, counts.upper / expected];
  const p = centralP(poisson(expected), events);
  const vague = includesBoth(lower, upper, LARGE_RATIOS);
  const verdict = decideVerdict({ p, direction: events - expected, events, vague });
  return { verdict, p, ratio: events / expected, lower, upper };
}

function includesBoth(lower: number, upper: number, large: { down: number; up: number }): boolean {
  return lower <= large.down && upper >= large.up;
}

function finiteOrNull(ratio: number): number | null {
  return Number.isFinite(ratio) ? ratio : null;
}
