// The two sample services → what is decided of their further extracts before they are invented.
import { DEMONSTRATION_MONEY, DEMONSTRATION_POSTS } from './demonstration-posts.js';
import { DEMONSTRATION_STANDARDS } from './demonstration-standards.js';
import type { FurtherPlan } from './further.js';
import type { ParentingYear } from './parenting.js';
import type { SafetyYear } from './safety.js';

/** The Welsh demonstration. Counts of the last two years are published in the Flintshire Youth Justice Plan 2023-26. */
export const DEMONSTRATION_PLAN: FurtherPlan = {
  nation: 'Wales',
  authority: 'W06000005',
  cut: '2023-03-31',
  seed: 7_000,
  meetingsFrom: 2019,
  partnersFrom: '2019-04-01',
  victims: [
    victimYear(2020, [48, 15, 9, 3], 14),
    victimYear(2021, [31, 9, 5, 2], 9),
    victimYear(2022, [59, 12, 7, 2], 12),
    victimYear(2023, [54, 14, 6, 3], 13),
  ],
  centre: [
    { ending: 2020, referrals: 52, offered: 180, attended: 141 },
    { ending: 2021, referrals: 21, offered: 64, attended: 55 },
    { ending: 2022, referrals: 39, offered: 131, attended: 104 },
    { ending: 2023, referrals: 47, offered: 155, attended: 128 },
  ],
  whole: {
    from: '2019-04-01',
    firstQuarterEnd: '2019-06-30',
    parenting: [
      parentingYear(2020, [58, 46, 33, 26, 19]),
      parentingYear(2021, [40, 31, 22, 16, 11]),
      parentingYear(2022, [57, 47, 31, 27, 20]),
      parentingYear(2023, [60, 51, 36, 30, 24]),
    ],
    soft: [
      { ending: 2020, children: 71 },
      { ending: 2021, children: 52 },
      { ending: 2022, children: 83 },
      { ending: 2023, children: 88 },
    ],
    safety: [
      safetyYear(2020, [15, 1, 4], { missing: 34, incidents: 3, escalations: 7 }),
      safetyYear(2021, [12, 0, 5], { missing: 22, incidents: 2, escalations: 5 }),
      safetyYear(2022, [21, 2, 3], { missing: 41, incidents: 4, escalations: 9 }),
      safetyYear(2023, [26, 2, 4], { missing: 47, incidents: 5, escalations: 12 }),
    ],
    standards: DEMONSTRATION_STANDARDS,
    posts: DEMONSTRATION_POSTS,
    money: DEMONSTRATION_MONEY,
  },
};

/** The invented English service: nothing of it is published. */
export const ENGLISH_PLAN: FurtherPlan = {
  nation: 'England',
  authority: 'E06000999',
  cut: '2024-06-30',
  seed: 9_000,
  meetingsFrom: 2021,
  partnersFrom: '2021-09-01',
  victims: [
    victimYear(2022, [74, 24, 12, 3], 22),
    victimYear(2023, [81, 26, 10, 4], 25),
    victimYear(2024, [77, 22, 13, 3], 21),
  ],
  centre: [],
  whole: null,
};

function victimYear(
  ending: number,
  [bureau, order, report, brief]: readonly [number, number, number, number],
  refused: number,
): FurtherPlan['victims'][number] {
  const agreed = {
    Bureau: bureau,
    'Referral order': order,
    'Pre-sentence report': report,
    'Specific sentence report': brief,
  };
  return { ending, agreed, refused };
}

/** Referred, supported, consented to an assessment, started and completed a programme. */
function parentingYear(
  ending: number,
  [referred, supported, consented, started, completed]: readonly [
    number,
    number,
    number,
    number,
    number,
  ],
): ParentingYear {
  return { ending, referred, supported, consented, started, completed };
}

/** Children referred for exploitation, of them twice, and concerns not referred; then the year's other events. */
function safetyYear(
  ending: number,
  [referred, twice, concerns]: readonly [number, number, number],
  others: Pick<SafetyYear, 'missing' | 'incidents' | 'escalations'>,
): SafetyYear {
  return { ending, referred, twice, concerns, ...others };
}
