// The demonstration service year by year: how many of what, decided before any child is invented.
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

const VIOLENCE = 'Violence Against The Person';

/** Financial years from October 2017 to March 2023. The last two carry the published figures. */
export const DEMONSTRATION_YEARS: readonly YearPlan[] = [
  {
    starts: '2017-10-01',
    ends: '2018-03-31',
    quarters: [0, 0, 1, 1],
    entrants: 28,
    repeats: 4,
    elsewhere: 2,
    adults: 1,
    furtherDays: 9,
    breachDays: 1,
    diverted: 58,
    resolutions: 31,
    resolutionsToFormal: 3,
    secondResolutions: 2,
    offences: 172,
    grave: { Arson: 1, 'Domestic Burglary': 4, 'Public Order': 2, 'Sexual Offences': 2 },
    prevention: 9,
    turnaround: 0,
    custodial: 2,
    sentencedTwice: false,
    remands: 1,
    worked: null,
  },
  {
    starts: '2018-04-01',
    ends: '2019-03-31',
    quarters: [1, 1, 1, 1],
    entrants: 52,
    repeats: 20,
    elsewhere: 2,
    adults: 2,
    furtherDays: 22,
    breachDays: 3,
    diverted: 112,
    resolutions: 58,
    resolutionsToFormal: 7,
    secondResolutions: 4,
    offences: 341,
    grave: { Arson: 2, 'Domestic Burglary': 6, 'Public Order': 3, 'Sexual Offences': 3 },
    prevention: 15,
    turnaround: 0,
    custodial: 5,
    sentencedTwice: false,
    remands: 4,
    worked: null,
  },
  {
    starts: '2019-04-01',
    ends: '2020-03-31',
    quarters: [1.1, 1, 1, 0.9],
    entrants: 45,
    repeats: 19,
    elsewhere: 2,
    adults: 1,
    furtherDays: 20,
    breachDays: 3,
    diverted: 109,
    resolutions: 54,
    resolutionsToFormal: 6,
    secondResolutions: 3,
    offences: 326,
    grave: { Arson: 1, 'Domestic Burglary': 5, 'Public Order': 3, 'Sexual Offences': 2 },
    prevention: 13,
    turnaround: 0,
    custodial: 4,
    sentencedTwice: false,
    remands: 3,
    worked: null,
  },
  {
    starts: '2020-04-01',
    ends: '2021-03-31',
    quarters: [0.5, 1, 1.2, 1.1],
    entrants: 33,
    repeats: 15,
    elsewhere: 1,
    adults: 2,
    furtherDays: 14,
    breachDays: 2,
    diverted: 98,
    resolutions: 47,
    resolutionsToFormal: 5,
    secondResolutions: 3,
    offences: 262,
    grave: { Arson: 1, 'Domestic Burglary': 3, 'Public Order': 3, 'Sexual Offences': 1 },
    prevention: 9,
    turnaround: 0,
    custodial: 1,
    sentencedTwice: false,
    remands: 1,
    worked: null,
  },
  {
    starts: '2021-04-01',
    ends: '2022-03-31',
    quarters: [1, 1, 1, 1],
    entrants: 26,
    repeats: 13,
    elsewhere: 2,
    adults: 2,
    furtherDays: 12,
    breachDays: 1,
    diverted: 131,
    resolutions: 59,
    resolutionsToFormal: 6,
    secondResolutions: 3,
    offences: 311,
    grave: { Arson: 2, 'Domestic Burglary': 3, 'Public Order': 4, 'Sexual Offences': 2 },
    prevention: 10,
    turnaround: 0,
    custodial: 2,
    sentencedTwice: false,
    remands: 2,
    worked: 174,
  },
  {
    starts: '2022-04-01',
    ends: '2023-03-31',
    quarters: [1, 1, 1, 1],
    entrants: 28,
    repeats: 13,
    elsewhere: 2,
    adults: 2,
    furtherDays: 13,
    breachDays: 1,
    diverted: 102,
    resolutions: 69,
    resolutionsToFormal: 7,
    secondResolutions: 4,
    offences: 288,
    grave: {
      Arson: 3,
      'Domestic Burglary': 5,
      'Public Order': 6,
      'Sexual Offences': 2,
      'Vehicle Theft / Unauthorised Taking': 1,
    },
    prevention: 2,
    turnaround: 8,
    custodial: 4,
    sentencedTwice: true,
    remands: 2,
    worked: 147,
  },
];

/**
 * Serious violence (gravity 5 or more, formal) and weapons (gravity below 5, formal), by the half-year of the first
 * formal outcome. April to September 2021 is empty of serious violence here: the child sentenced again supplies it.
 */
export const DEMONSTRATION_HALVES: readonly HalfPlan[] = [
  {
    starts: '2017-10-01',
    ends: '2018-03-31',
    serious: [[VIOLENCE], ['Robbery', VIOLENCE]],
    weapons: [1, 1, 1],
  },
  {
    starts: '2018-04-01',
    ends: '2018-09-30',
    serious: [['Drugs'], [VIOLENCE], ['Robbery']],
    weapons: [1, 1, 1],
  },
  {
    starts: '2018-10-01',
    ends: '2019-03-31',
    serious: [[VIOLENCE], ['Robbery']],
    weapons: [2, 1, 1],
  },
  {
    starts: '2019-04-01',
    ends: '2019-09-30',
    serious: [['Drugs', VIOLENCE], [VIOLENCE]],
    weapons: [1, 1, 1],
  },
  {
    starts: '2019-10-01',
    ends: '2020-03-31',
    serious: [[VIOLENCE, VIOLENCE], ['Robbery']],
    weapons: [1, 1],
  },
  { starts: '2020-04-01', ends: '2020-09-30', serious: [['Drugs']], weapons: [1, 1] },
  { starts: '2020-10-01', ends: '2021-03-31', serious: [], weapons: [2, 1] },
  { starts: '2021-04-01', ends: '2021-09-30', serious: [], weapons: [1, 1] },
  {
    starts: '2021-10-01',
    ends: '2022-03-31',
    serious: [['Robbery', VIOLENCE], [VIOLENCE]],
    weapons: [1, 1, 1, 1, 1],
  },
  {
    starts: '2022-04-01',
    ends: '2022-09-30',
    serious: [['Robbery'], [VIOLENCE]],
    weapons: [1, 1, 1, 1],
  },
  { starts: '2022-10-01', ends: '2023-03-31', serious: [[VIOLENCE]], weapons: [1, 1, 1, 1] },
];
