// Supplementary statistics of a measure: overlap of needs and pathways through services. Not yet disclosed.
import type { Window } from './period.js';

/** Two needs, among the children assessed for both. */
export interface NeedPair {
  readonly first: string;
  readonly second: string;
  /** Children assessed for both needs. */
  readonly lookedFor: number;
  readonly both: number;
  /**
   * Children expected to have both if the two needs were independent, with the range that chance stays in 19 times in
   * 20.
   */
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  /** The result of the test, adjusted for all pairs tested. */
  readonly says: 'together' | 'apart' | 'unclear' | 'few';
}

/** Needs of the children of one window: how many each child has, and which needs occur together. */
export interface NeedOverlap {
  readonly kind: 'overlap';
  readonly measure: string;
  readonly window: Window;
  /** Children by number of needs, fewest first, without gaps. */
  readonly held: readonly { readonly needs: number; readonly children: number }[];
  /** Pairs with a clear result first, then by how many children have both. */
  readonly pairs: readonly NeedPair[];
}

/** Waiting times in days: the median with its 95% interval, and the lower and upper quartiles. */
export interface WaitingTimes {
  readonly count: number;
  readonly median: number;
  /** Null if there are too few waits for an interval. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly quarter: number;
  readonly threeQuarters: number;
}

/** Children with a need that one service meets, by the step they reached. */
export interface PathwaySteps {
  readonly needed: number;
  readonly referred: number;
  readonly offered: number;
  readonly attended: number;
  readonly completed: number;
}

/**
 * One service: the steps reached by children who need it, waiting times of referrals this year and the year before
 * (`waitsBefore`), and waits so far of referrals not yet answered (`waiting`).
 */
export interface ServicePathway {
  readonly service: string;
  readonly steps: PathwaySteps | null;
  readonly waits: WaitingTimes | null;
  readonly waitsBefore: WaitingTimes | null;
  readonly waiting: WaitingTimes | null;
}

/** The pathways through each service in one window. */
export interface ServicePathways {
  readonly kind: 'steps';
  readonly measure: string;
  readonly window: Window;
  readonly services: readonly ServicePathway[];
}

/** A supplementary statistic of a measure. */
export type Supplement = NeedOverlap | ServicePathways;
