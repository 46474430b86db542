// What a measure tells besides its figure, before anyone has decided who may see it.
import type { Window } from './period.js';

/** Two needs among the children in whom both were looked for. */
export interface NeedPair {
  readonly first: string;
  readonly second: string;
  /** Children in whom both needs were looked for. */
  readonly lookedFor: number;
  readonly both: number;
  /** Children with both, were the two needs to have nothing to do with each other, and the range chance keeps to 19 times in 20. */
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  /** What can be said, with an allowance for all pairs looked at. */
  readonly says: 'together' | 'apart' | 'unclear' | 'few';
}

/** Needs of the children of one window: how many each has, and which go together. */
export interface NeedOverlap {
  readonly kind: 'overlap';
  readonly measure: string;
  readonly window: Window;
  /** Children by how many needs were found in them, fewest first, without a gap. */
  readonly held: readonly { readonly needs: number; readonly children: number }[];
  /** Those that say something first, then by how many children have both. */
  readonly pairs: readonly NeedPair[];
}

/** Waits in days: the middle one with its 95% interval, and those a quarter and three quarters of the way up. */
export interface WaitingTimes {
  readonly count: number;
  readonly median: number;
  /** Null where there are too few waits for an interval. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly quarter: number;
  readonly threeQuarters: number;
}

/** Children with a need that one service answers, by how far they got. */
export interface PathwaySteps {
  readonly needed: number;
  readonly referred: number;
  readonly offered: number;
  readonly attended: number;
  readonly completed: number;
}

/**
 * One service: what became of the children who need it, how long referrals to it waited, this year and the year before,
 * and how long those not yet answered have waited so far.
 */
export interface ServicePathway {
  readonly service: string;
  readonly steps: PathwaySteps | null;
  readonly waits: WaitingTimes | null;
  readonly waitsBefore: WaitingTimes | null;
  readonly waiting: WaitingTimes | null;
}

/** The services of one window. */
export interface ServicePathways {
  readonly kind: 'steps';
  readonly measure: string;
  readonly window: Window;
  readonly services: readonly ServicePathway[];
}

/** What a measure tells besides its figure. */
export type Supplement = NeedOverlap | ServicePathways;
