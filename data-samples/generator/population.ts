// Published counts of residents aged 10 to 17 → the population reference extract of the demonstration service.
import type { Table } from './tables.js';

const CENSUS = 'ONS, Census 2021 (RM032, ethnic group by sex by age)';
const ESTIMATE = 'ONS, mid-year estimate 2014 (unrevised)';
const PLAN = 'Flintshire Youth Justice Plan 2023-26';

/** Flintshire, Census 2021: girls aged 10–11, 12–14 and 15–17, then boys. */
const RESIDENTS: Readonly<Record<string, readonly number[]>> = {
  Asian: [21, 34, 31, 25, 34, 28],
  Black: [6, 7, 4, 4, 4, 7],
  Mixed: [38, 51, 58, 54, 63, 40],
  Other: [4, 2, 9, 8, 16, 5],
  White: [1700, 2636, 2518, 1845, 2797, 2639],
};
const SEXES: Readonly<Record<string, readonly number[]>> = { Female: [0], Male: [3], All: [0, 3] };
const AGES: readonly (readonly [number, number, readonly number[]])[] = [
  [10, 11, [0]],
  [12, 14, [1]],
  [15, 17, [2]],
  [10, 14, [0, 1]],
  [10, 17, [0, 1, 2]],
];

/** The plan does not say of which year its populations are; they are entered as 2022. */
const PLAN_POPULATIONS: Readonly<Record<string, number>> = {
  All: 14995,
  Asian: 102,
  Black: 22,
  Mixed: 147,
  Other: 13,
  White: 14711,
};
const MID_2014: readonly (readonly [number, number, string, number])[] = [
  [10, 17, 'All', 14049],
  [10, 17, 'Female', 6856],
  [10, 17, 'Male', 7193],
  [10, 14, 'All', 8450],
  [15, 17, 'All', 5599],
];

/** The headings of the population extract. */
export const POPULATION_HEADINGS = [
  'area_code',
  'area_name',
  'year',
  'source',
  'age_from',
  'age_to',
  'sex',
  'ethnic_group',
  'population',
];

/** Every cell of the census with its sums, the older estimate, and the populations the plan itself used. */
export function flintshirePopulation(): Table {
  const area = ['W06000005', 'Flintshire'];
  const older = MID_2014.map(([from, to, sex, count]) => [
    ...area,
    '2014',
    ESTIMATE,
    String(from),
    String(to),
    sex,
    'All',
    String(count),
  ]);
  const plan = Object.entries(PLAN_POPULATIONS).map(([group, count]) => [
    ...area,
    '2022',
    PLAN,
    '10',
    '17',
    'All',
    group,
    String(count),
  ]);
  const census = censusRows().map((row) => [...area, '2021', CENSUS, ...row]);
  return { headings: POPULATION_HEADINGS, rows: [...older, ...census, ...plan] };
}

function censusRows(): string[][] {
  const groups = ['All', ...Object.keys(RESIDENTS)];
  return AGES.flatMap(([from, to, bands]) =>
    Object.entries(SEXES).flatMap(([sex, starts]) =>
      groups.map((group) => {
        const places = starts.flatMap((start) => bands.map((band) => start + band));
        return [String(from), String(to), sex, group, String(residents(group, places))];
      }),
    ),
  );
}

function residents(group: string, places: readonly number[]): number {
  const groups = group === 'All' ? Object.keys(RESIDENTS) : [group];
  return groups
    .flatMap((each) => places.map((place) => RESIDENTS[each]?.[place] ?? Number.NaN))
    .reduce((sum, count) => sum + count, 0);
}
