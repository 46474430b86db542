// Which population a rate stands on: the inputs on which packs went wrong, and others like them.
// Rows as in the cases `code-change-own-years` and `population-does-not-add-up`: all are invented.
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';
import { checkPopulations } from '../../pipeline/load/check-populations.js';
import { createLookup } from '../../pipeline/warehouse/lookups.js';
import { OWN_AREA } from '../measures/case-runner.js';
import type { Given } from '../measures/supply.js';
import { openRolledBack } from './rolled-back.js';
import { readProblem } from '../problems/words.js';

const { warehouse, withRows } = openRolledBack();

/** The population of an area in a year: a number for all and, unless it has none, its five ethnic groups. */
function population(area_code: string, year: number, all: number, groups = all, more = {}) {
  const parts = { White: groups - 500, Mixed: 300, Asian: 100, Black: 60, Other: 40 };
  return Object.entries({ All: all, ...parts }).map(([ethnic_group, people]) => ({
    area_code,
    area_name: 'Testshire',
    year,
    source: 'Invented',
    age_from: 10,
    age_to: 17,
    sex: 'All',
    ethnic_group,
    population: people,
    ...more,
  }));
}

function findPopulationProblems(given: Given): Promise<string[]> {
  return withRows(given, async () =>
    (await checkPopulations(createLookup(warehouse(), projectFolder()))).map(
      (each) => `${each.kind} ${each.code}: ${readProblem(each).what}`,
    ),
  );
}

function readTotals(given: Given): Promise<unknown> {
  return withRows(given, () =>
    warehouse().query(
      "select year, population from marts.populations where serves = 'rates' and breakdown = 'total' order by year",
    ),
  );
}

const OLD = { area_code: 'W06000099', until: '2021-12-31', became: OWN_AREA };

describe('populations', () => {
  it('All must be the sum of its groups beyond rounding', async () => {
    expect(
      await findPopulationProblems({ 'raw.population': population(OWN_AREA, 2022, 1500, 15_000) }),
    ).toEqual([
      'data population-sum: The population of W06000005 in 2022, aged 10 to 17 (Invented), does not add up: All is 1,500, and the groups by ethnic group come to 15,000.',
    ]);
    expect(
      await findPopulationProblems({
        'raw.population': population(OWN_AREA, 2022, 15_030, 15_000),
      }),
    ).toEqual([]);
    expect(
      await findPopulationProblems({
        'raw.population': population(OWN_AREA, 2022, 15_031, 15_000),
      }),
    ).toHaveLength(1);
  });

  it('an age range must be the sum of the fewest ranges that divide it', async () => {
    const whole = population(OWN_AREA, 2022, 15_000);
    const part = (age_from: number, age_to: number, people: number) => ({
      ...whole[0],
      ...{ age_from, age_to, population: people },
    });
    const find = (...parts: readonly object[]): Promise<string[]> =>
      findPopulationProblems({ 'raw.population': [...whole, ...parts] as typeof whole });
    expect(await find(part(10, 14, 9000), part(15, 17, 6000))).toEqual([]);
    // 5 for each of the two and 5 for the whole, where all are rounded to 10.
    expect(await find(part(10, 14, 9000), part(15, 17, 5985))).toEqual([]);
    expect(await find(part(10, 14, 9000), part(15, 17, 5984))).toEqual([
      'data population-sum: The population of W06000005 in 2022, aged 10 to 17 (Invented), does not add up: All is 15,000, and the groups by age come to 14,984.',
    ]);
    // A range is missing, or one reaches beyond: nothing is divided.
    expect(await find(part(10, 14, 9000))).toEqual([]);
    expect(await find(part(10, 14, 9000), part(15, 18, 5000))).toEqual([]);
    const years = [10, 11, 12, 13, 14].map((age) => part(age, age, 1700));
    expect(await find(part(10, 14, 9000), part(15, 17, 6000), ...years)).toEqual([
      'data population-sum: The population of W06000005 in 2022, aged 10 to 14 (Invented), does not add up: All is 9,000, and the groups by age come to 8,500.',
    ]);
  });

  it('a jump from year to year is noted', async () => {
    const years = [...population(OWN_AREA, 2021, 10_000), ...population(OWN_AREA, 2022, 12_000)];
    expect(await findPopulationProblems({ 'raw.population': years })).toEqual([
      'note population-jump: The population rises by more than a tenth a year, from 10,000 in 2021 to 12,000 in 2022.',
    ]);
    const steady = [...population(OWN_AREA, 2012, 10_000), ...population(OWN_AREA, 2022, 12_000)];
    expect(await findPopulationProblems({ 'raw.population': steady })).toEqual([]);
  });

  it('two releases of one year need a day, and the later wins', async () => {
    const releases = (first?: string, second?: string): Given => ({
      'raw.population': [
        ...population(OWN_AREA, 2022, 15_000, 15_000, { source: 'A', released_on: first ?? null }),
        ...population(OWN_AREA, 2022, 14_000, 14_000, { source: 'B', released_on: second ?? null }),
      ],
    });
    expect(await findPopulationProblems(releases('2023-11-01'))).toEqual([
      'data population-releases: There are two populations for 2022, and no day says which was released later.',
    ]);
    expect(await findPopulationProblems(releases('2023-11-01', '2024-07-01'))).toEqual([]);
    expect(await readTotals(releases('2023-11-01', '2024-07-01'))).toEqual([[2022, 14_000]]);
    expect(await readTotals(releases('2024-07-01', '2023-11-01'))).toEqual([[2022, 15_000]]);
  });

  it('none that can be used is a problem that says which years each area has', async () => {
    const areas = { 'raw.service_areas': [{ area_code: 'W06000099' }] };
    const years = [...population(OWN_AREA, 2021, 15_000), ...population('W06000099', 2022, 15_000)];
    expect(await findPopulationProblems({ ...areas, 'raw.population': years })).toEqual([
      'data no-population: No year and source has the children aged 10 to 17 of every area of the service, so no rate can be given. There are: W06000005: 2021, W06000099: 2022.',
    ]);
  });

  it('an area that became one of ours stands for it while it was in force', async () => {
    const years = [
      ...population('W06000099', 2021, 15_000),
      ...population('W06000099', 2022, 9_000),
      ...population(OWN_AREA, 2022, 15_100),
    ];
    const given = { 'raw.predecessor_areas': [OLD], 'raw.population': years };
    expect(await readTotals(given)).toEqual([
      [2021, 15_000],
      [2022, 15_100],
    ]);
    const both = [...years, ...population(OWN_AREA, 2021, 15_050)];
    expect(await readTotals({ ...given, 'raw.population': both })).toEqual([
      [2021, 15_050],
      [2022, 15_100],
    ]);
  });

  it.each([
    ['2022-03-31', 2021],
    ['2022-06-29', 2021],
    ['2022-06-30', 2022],
    ['2022-12-31', 2022],
    ['2023-03-31', 2022],
    ['2020-03-31', 2021],
  ])('a window that ends on %s has the middle of %s', async (ends, year) => {
    const years = [2021, 2022, 2023].flatMap((each) => population(OWN_AREA, each, 10 * each));
    const used = await withRows({ 'raw.population': years }, () =>
      warehouse().query(
        `select year, population from marts.populations where serves = 'rates' and breakdown = 'total' and date '${ends}' between applies_from and applies_to`,
      ),
    );
    expect(used).toEqual([[year, 10 * year]]);
  });

  it('two that became one are added, and one alone is not enough', async () => {
    const other = { ...OLD, area_code: 'W06000098' };
    const one = population('W06000099', 2021, 15_000);
    const areas = { 'raw.predecessor_areas': [OLD, other] };
    expect(await readTotals({ ...areas, 'raw.population': one })).toEqual([]);
    const two = [...one, ...population('W06000098', 2021, 5_000)];
    expect(await readTotals({ ...areas, 'raw.population': two })).toEqual([[2021, 20_000]]);
  });
});
