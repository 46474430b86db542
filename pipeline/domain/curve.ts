// How long children went without something happening to them, before anyone has decided who may see it.
import type { Window } from './period.js';
import type { Estimate } from './value.js';

/** One day of following, counted from the day each child's began; the estimate is the share it has not yet happened to. */
export interface CurvePoint extends Estimate {
  readonly day: number;
  /** Children still followed, to whom it has not happened, as that day begins. */
  readonly atRisk: number;
  /** Children it has happened to by the end of that day. */
  readonly happened: number;
  /** Children no longer followed by the end of that day, to whom it had not happened. */
  readonly left: number;
}

/** What was seen of the children of one window, each followed from a day of their own. */
export interface Curve {
  readonly measure: string;
  readonly window: Window;
  readonly children: number;
  readonly happened: number;
  /** Days that all children together were followed until it happened, or until the following ended. */
  readonly daysAtRisk: number;
  /** Children it happened to for each 100 years that children were at risk, with its 95% interval. */
  readonly rate: Estimate;
  /** The first day by which it had happened to an estimated half; null where that was not reached. */
  readonly median: number | null;
  /** A point for each day on which it happened to somebody, in order, and one for the last day anybody was followed. */
  readonly steps: readonly CurvePoint[];
  /** Points at fixed ages, in order; only those that somebody was followed to. */
  readonly ages: readonly CurvePoint[];
}
