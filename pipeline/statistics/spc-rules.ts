// A series and its limits → which of the NHS rules for a special cause each point breaks.
import type { Limits } from './xmr.js';

/** The rule that a point breaks, and in which direction. */
export interface SpecialCause {
  readonly rule: 'outside limits' | 'shift' | 'trend' | 'two of three';
  readonly towards: 'high' | 'low';
}

/** -1 below, 1 above, 0 neither. */
type Side = -1 | 0 | 1;

const RUN = 7;
/** Start of the outer third between mean and limit. */
const CLOSE_FROM = 2 / 3;

/**
 * For each point the first rule it breaks, or null: outside the limits; one of seven or more that rise, or fall,
 * without a pause; one of two or more close to a limit among three in a row on one side of the mean; one of seven or
 * more in a row on one side of it. A point on the mean is on neither side, and ends a run.
 * Source: NHS England, Making Data Count; order and edges as NHSRplotthedots has them.
 */
export function specialCauses(series: readonly number[], limits: Limits): (SpecialCause | null)[] {
  const sides = chooseSides(series, limits);
  const outside = series.map((point) => sideOutsideLimits(point, limits));
  const shifts = wholeRuns(runEnds(sides));
  const trends = wholeRuns(trendEnds(series));
  const close = flagNearLimits(series, limits);
  const pairs = twoInThree(close, sides).map((side, at) => (close[at] ? side : 0));
  return series.map(
    (_, at) =>
      buildCause('outside limits', outside[at]) ??
      buildCause('trend', trends[at]) ??
      buildCause('two of three', pairs[at]) ??
      buildCause('shift', shifts[at]),
  );
}

/**
 * For each point, the side of the centre that it is on: of the mean or, where the limits are those of quarters that are
 * nearly all alike, of the median. There one quarter of another count moves the mean off all the others, and would make
 * a run of them. A point on the centre is on neither side, and ends a run.
 * Source of the median: Perla, Provost and Murray (2011), The run chart, BMJ Quality and Safety 20.
 */
function chooseSides(series: readonly number[], limits: Limits): Side[] {
  return series.map((point) => chooseSide(point - limits.centre));
}

/** Marks each point that is the seventh or later in a row on one side. */
export function runEnds(sides: readonly Side[]): Side[] {
  return sides.map((side, at) => {
    const run = sides.slice(Math.max(at - RUN + 1, 0), at + 1);
    return run.length === RUN && run.every((each) => each === side) ? side : 0;
  });
}

/** Marks each point that is the seventh or later of a rise or fall; two equal points end it. */
export function trendEnds(series: readonly number[]): Side[] {
  const steps = series.map((point, at) => chooseSide(point - (series[at - 1] ?? point)));
  return series.map((_, at) => {
    const run = steps.slice(Math.max(at - RUN + 2, 0), at + 1);
    const [first = 0] = run;
    return run.length === RUN - 1 && run.every((step) => step === first) ? first : 0;
  });
}

/** Extends the mark of a run's seventh point to all seven points; of two runs, the earlier one marks a point. */
export function wholeRuns(ends: readonly Side[]): Side[] {
  return ends.map((_, at) => ends.slice(at, at + RUN).find((end) => end !== 0) ?? 0);
}

/** Marks the points of any three in a row on one side of which two or more are close to the limit. */
export function twoInThree(close: readonly boolean[], sides: readonly Side[]): Side[] {
  const marked = sides.map((): Side => 0);
  for (let first = 0; first + 3 <= sides.length; first += 1) {
    const three = [first, first + 1, first + 2];
    const side = sides[first] ?? 0;
    if (side === 0 || three.some((at) => sides[at] !== side)) continue;
    if (three.filter((at) => close[at]).length < 2) continue;
    for (const at of three) marked[at] = side;
  }
  return marked;
}

/** For each point, whether it is in the outer third, inside the limit. */
export function flagNearLimits(series: readonly number[], limits: Limits): boolean[] {
  const reach = limits.upper - limits.mean;
  return series.map(
    (point) =>
      sideOutsideLimits(point, limits) === 0 && Math.abs(point - limits.mean) > CLOSE_FROM * reach,
  );
}

function sideOutsideLimits(point: number, { lower, upper }: Limits): Side {
  return point > upper ? 1 : point < lower ? -1 : 0;
}

function chooseSide(difference: number): Side {
  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

function buildCause(rule: SpecialCause['rule'], side: Side | undefined): SpecialCause | null {
  return side ? { rule, towards: side > 0 ? 'high' : 'low' } : null;
}
