// What is decided of a service before any of its children is invented: the shape of a plan.
import type { Day } from '../../pipeline/domain/period.js';

/** A stretch of days and how many children meet the service in it. */
export interface YearPlan {
  readonly starts: Day;
  readonly ends: Day;
  /** How busy each quarter was against the others. */
  readonly quarters: readonly number[];
  /** Children whose first ever formal outcome falls here, aged 10 to 17. */
  readonly entrants: number;
  /** Children with a formal outcome in an earlier year and another here. */
  readonly repeats: number;
  /** Children with a formal outcome elsewhere before they moved in. */
  readonly elsewhere: number;
  /** Children first dealt with formally after their eighteenth birthday. */
  readonly adults: number;
  /** Further formal days of the children above, and how many of those days are for breach alone. */
  readonly furtherDays: number;
  readonly breachDays: number;
  /** Children with diversion and nothing formal. */
  readonly diverted: number;
  /** Community Resolutions in all; of them to formal children, and second ones to diverted children. */
  readonly resolutions: number;
  readonly resolutionsToFormal: number;
  readonly secondResolutions: number;
  /** Different offences dealt with by any outcome. */
  readonly offences: number;
  /** Offences of gravity 5 or more outside the serious violence categories. */
  readonly grave: Readonly<Record<string, number>>;
  readonly prevention: number;
  readonly turnaround: number;
  /** Custodial sentences, each of a different child unless `sentencedTwice`. */
  readonly custodial: number;
  readonly sentencedTwice: boolean;
  readonly remands: number;
  /** Children with an intervention open on any day of the year, where that is fixed. */
  readonly worked: number | null;
}

/** Half a year of violence and weapons: one list a child, of the categories or the number of weapon offences. */
export interface HalfPlan {
  readonly starts: Day;
  readonly ends: Day;
  readonly serious: readonly (readonly string[])[];
  readonly weapons: readonly number[];
}
