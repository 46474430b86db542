// A survival curve: how long children went without an event. Not yet disclosed to any edition.
import type { Window } from './period.js';
import type { Estimate } from './value.js';

/**
 * One day of follow-up, counted from each child's own start. The estimate is the share of children without the event so
 * far.
 */
export interface CurvePoint extends Estimate {
  readonly day: number;
  /** Children still followed and without the event at the start of that day. */
  readonly atRisk: number;
  /** Children with the event by the end of that day. */
  readonly happened: number;
  /** Children censored by the end of that day: no longer followed, without the event. */
  readonly left: number;
}

/** Survival of the children of one window, each followed from their own start day. */
export interface Curve {
  readonly measure: string;
  readonly window: Window;
  readonly children: number;
  readonly happened: number;
  /** Total days at risk of all children, until the event or the end of follow-up. */
  readonly daysAtRisk: number;
  /** Children with the event per 100 years at risk, with its 95% interval. */
  readonly rate: Estimate;
  /** The first day by which an estimated half had the event; null if never reached. */
  readonly median: number | null;
  /** A point for each day with an event, in order, and one for the last day of follow-up. */
  readonly steps: readonly CurvePoint[];
  /** Points at fixed ages (days of follow-up), in order; only ages that some child was followed to. */
  readonly ages: readonly CurvePoint[];
}
