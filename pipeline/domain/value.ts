// One figure before anyone has decided who may see it.
import type { Window } from './period.js';

/** What a value is a multiple of; `value` is numerator ÷ denominator × the unit's multiplier. */
export type Unit =
  | 'count'
  | 'proportion'
  | 'mean'
  | 'per 1,000'
  | 'per 10,000'
  | 'per 100,000'
  | 'relative rate';

/** What can be said of a difference, from a stated test on windows that do not overlap. */
export type Verdict = 'higher' | 'lower' | 'no clear change' | 'too few to tell';

/** The kind of area a figure is of. */
export type AreaKind = 'service' | 'family' | 'region' | 'nation' | 'england_and_wales';

/** A value and its 95% interval; each is null where none applies. */
export interface Estimate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Which figure: one measure, window, area, breakdown and group. The headline is breakdown `total`, group `all`. */
export interface Cell {
  readonly measure: string;
  readonly window: Window;
  readonly areaKind: AreaKind;
  readonly areaName: string;
  /** `own` is counted from our extracts; `published` is somebody's official figure, of our service too perhaps. */
  readonly origin: 'own' | 'published';
  readonly breakdown: string;
  readonly group: string;
  readonly unit: Unit;
  /** Where the figure was published, for an official figure; where its denominator comes from, for our own rate. */
  readonly source: string | null;
}

/** A counted and estimated figure. Never printed: only what `disclosure/` lets through is. */
export interface Value extends Cell, Estimate {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly verdict: Verdict | null;
  readonly status: 'known' | 'immature' | 'no data';
}
