// The two sample services → what is decided of their further extracts before they are invented.
import type { FurtherPlan } from './further.js';

/** The Welsh demonstration. Counts of the last two years are published in the Flintshire Youth Justice Plan 2023-26. */
export const DEMONSTRATION_PLAN: FurtherPlan = {
  nation: 'Wales',
  authority: 'W06000005',
  cut: '2023-03-31',
  seed: 7_000,
  meetingsFrom: 2019,
  victims: [
    victimYear(2020, [48, 15, 9, 3], 14),
    victimYear(2021, [31, 9, 5, 2], 9),
    victimYear(2022, [59, 12, 7, 2], 12),
    victimYear(2023, [54, 14, 6, 3], 13),
  ],
};

/** The invented English service: nothing of it is published. */
export const ENGLISH_PLAN: FurtherPlan = {
  nation: 'England',
  authority: 'E06000999',
  cut: '2024-06-30',
  seed: 9_000,
  meetingsFrom: 2021,
  victims: [
    victimYear(2022, [74, 24, 12, 3], 22),
    victimYear(2023, [81, 26, 10, 4], 25),
    victimYear(2024, [77, 22, 13, 3], 21),
  ],
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
