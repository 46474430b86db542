// One counted and estimated figure, not yet disclosed to any edition.
import type { FigureNote } from './figure-note.js';
import type { Window } from './period.js';

/** The unit of a value; `value` is numerator ÷ denominator × the unit's multiplier. */
export type Unit =
  | 'count'
  | 'proportion'
  | 'mean'
  | 'per 1,000'
  | 'per 10,000'
  | 'per 100,000'
  | 'relative rate';

/**
 * The result of a stated test of a difference, on windows that do not overlap. `possible`: the interval excludes parity,
 * but the allowance for many comparisons does not; to be watched.
 */
export type Verdict = 'higher' | 'lower' | 'possible' | 'no clear change' | 'too few to tell';

/** The kind of area that a figure describes. */
export type AreaKind = 'service' | 'family' | 'region' | 'nation' | 'england_and_wales';

/** A value and its 95% interval; each is null if it does not apply. */
export interface Estimate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What a publisher put in place of its numbers (`[c]`, `*`, `<5`); null where it gave the number, or none. */
export interface PublisherMarks {
  readonly numerator: string | null;
  readonly value: string | null;
}

/** Which figure: one measure, window, area, breakdown and group. The headline is breakdown `total`, group `all`. */
export interface Cell {
  readonly measure: string;
  readonly window: Window;
  readonly areaKind: AreaKind;
  readonly areaName: string;
  /** `own`: counted from our extracts. `published`: an official figure, possibly of our own service. */
  readonly origin: 'own' | 'published';
  readonly breakdown: string;
  readonly group: string;
  readonly unit: Unit;
  /** For an official figure, where it was published; for our own rate, the source of its denominator. */
  readonly source: string | null;
  /** Official figures only. */
  readonly marks?: PublisherMarks;
}

/** The rate of a figure on a second source of population: the same children, over how many it counts. */
export interface SecondRate extends Estimate {
  readonly denominator: number;
  /** Whose population it is, and of which year. */
  readonly source: string;
}

/** A counted and estimated figure. Never printed as it is: only what `disclosure/` discloses is printed. */
export interface Value extends Cell, Estimate {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly verdict: Verdict | null;
  /** The rate on a second population, where a second source is held. It is not tested. */
  readonly second?: SecondRate;
  /** `suppressed`: an official figure whose publisher suppressed it. */
  readonly status: 'known' | 'immature' | 'no data' | 'suppressed';
  /** Why there is no value. A value that is null without being `immature` or `suppressed` always says it. */
  readonly note?: FigureNote;
}
