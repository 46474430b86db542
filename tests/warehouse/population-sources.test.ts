// One source of population for every row of a table, and a second beside it: worked out by hand, all numbers invented.
import { describe, expect, it } from 'vitest';
import { OWN_AREA } from '../measures/case-runner.js';
import type { Given } from '../measures/supply.js';
import { openRolledBack } from './rolled-back.js';

const { warehouse, withRows } = openRolledBack();

type Division = 'total' | 'sex' | 'ethnicity' | 'crossed' | 'ages';
const GROUPS = { Asian: 100, Black: 200, Mixed: 300, Other: 150, White: 9250 };

/** A source of 10,000 children, or of a share of them, divided in these ways. */
function source(name: string, year: number, divisions: readonly Division[], share = 1) {
  const row = (sex: string, ethnic_group: string, people: number, age_from = 10, age_to = 17) => ({
    ...{ area_code: OWN_AREA, area_name: 'Testshire', year, source: name, age_from, age_to },
    ...{ sex, ethnic_group, population: Math.round(people * share) },
  });
  const groups = Object.entries(GROUPS);
  const rows: Record<Division, ReturnType<typeof row>[]> = {
    total: [row('All', 'All', 10_000)],
    sex: [row('Female', 'All', 4800), row('Male', 'All', 5200)],
    ethnicity: groups.map(([group, people]) => row('All', group, people)),
    crossed: groups.flatMap(([group, people]) => [
      row('Female', group, people * 0.48),
      row('Male', group, people * 0.52),
    ]),
    ages: [row('All', 'All', 6000, 10, 14), row('All', 'All', 4000, 15, 17)],
  };
  return divisions.flatMap((division) => rows[division]);
}

/** `breakdown/group: people (source year)` of a kind of table, for a window that ends on a day. */
function readPopulations(mart: string, serves: string, ends: string, given: Given) {
  return withRows(given, async () => {
    const rows = await warehouse().query(
      `select breakdown || '/' || group_code, population || ' ' || source || ' ' || year
       from marts.${mart}
       where serves = '${serves}' and date '${ends}' between applies_from and applies_to`,
    );
    return Object.fromEntries(rows) as Record<string, string>;
  });
}

function listSources(populations: Record<string, string>): string[] {
  return [...new Set(Object.values(populations).map((each) => each.replace(/^\d+ /, '')))].sort();
}

const ENDS = '2023-03-31';
const WHOLE: Division[] = ['total', 'sex', 'ethnicity', 'crossed', 'ages'];

describe('the population of a table', () => {
  it('is of the source that has every row, though another is younger', async () => {
    const given = {
      'raw.population': [
        ...source('Census', 2021, WHOLE),
        ...source('Plan', 2022, ['total', 'ethnicity'], 0.5),
      ],
    };
    const first = await readPopulations('populations', 'decisions', ENDS, given);
    expect(listSources(first)).toEqual(['Census 2021']);
    // Boys of a group are never more than the group, nor are its groups more than the whole.
    expect(first['ethnicity/Mixed']).toBe('300 Census 2021');
    expect(first['ethnicity_boys/Mixed']).toBe('156 Census 2021');
    expect(first['total/all']).toBe('10000 Census 2021');
    const second = await readPopulations('second_populations', 'decisions', ENDS, given);
    expect(listSources(second)).toEqual(['Plan 2022']);
    expect(second['ethnicity/Mixed']).toBe('150 Plan 2022');
    expect(second['total/all']).toBe('5000 Plan 2022');
    expect(second['sex/Female']).toBeUndefined();
  });

  it('of ethnic groups is the youngest that has them and the whole, with the other beside it', async () => {
    const given = {
      'raw.population': [
        ...source('Census', 2021, WHOLE),
        ...source('Plan', 2022, ['total', 'ethnicity'], 0.5),
      ],
    };
    const first = await readPopulations('populations', 'ethnicity', ENDS, given);
    expect(listSources(first)).toEqual(['Plan 2022']);
    const second = await readPopulations('second_populations', 'ethnicity', ENDS, given);
    expect(listSources(second)).toEqual(['Census 2021']);
  });

  it('where one source has sex alone and one ethnicity alone, is the one with ethnicity', async () => {
    const given = {
      'raw.population': [
        ...source('Sexes', 2022, ['total', 'sex']),
        ...source('Groups', 2021, ['total', 'ethnicity'], 0.9),
      ],
    };
    const first = await readPopulations('populations', 'decisions', ENDS, given);
    expect(listSources(first)).toEqual(['Groups 2021']);
    expect(first['sex/Male']).toBeUndefined();
    expect(first['total/all']).toBe('9000 Groups 2021');
    const second = await readPopulations('second_populations', 'decisions', ENDS, given);
    expect(second).toEqual({
      'sex/Female': '4800 Sexes 2022',
      'sex/Male': '5200 Sexes 2022',
      'total/all': '10000 Sexes 2022',
    });
  });

  it('of a rate is the youngest for its headline, and one source for all rows of its groups', async () => {
    const estimates = [2019, 2020, 2021, 2022].flatMap((year) =>
      source('Estimates', year, ['total', 'sex', 'ages'], year / 2000),
    );
    const given = { 'raw.population': [...estimates, ...source('Census', 2021, WHOLE)] };
    const first = await readPopulations('populations', 'rates', ENDS, given);
    expect(first['total/all']).toBe('10110 Estimates 2022');
    const { 'total/all': _, ...groups } = first;
    expect(listSources(groups)).toEqual(['Census 2021']);
    expect(Object.keys(groups)).toHaveLength(5 + 2 + 2);
    const second = await readPopulations('second_populations', 'rates', ENDS, given);
    expect(second['total/all']).toBe('10000 Census 2021');
    expect(second['sex/Male']).toBe('5257 Estimates 2022');
    expect(second['ethnicity/White']).toBeUndefined();
    const earlier = await readPopulations('populations', 'rates', '2020-03-31', given);
    expect(earlier['total/all']).toBe('10095 Estimates 2019');
    expect(earlier['sex/Male']).toBe('5200 Census 2021');
  });

  it('of two sources that differ by a fifth is one for all rows, and the other is beside it for all', async () => {
    const given = {
      'raw.population': [
        ...source('Large', 2022, ['total', 'ethnicity'], 1.2),
        ...source('Small', 2022, ['total', 'sex', 'ethnicity', 'ages']),
      ],
    };
    const rates = await readPopulations('populations', 'rates', ENDS, given);
    const { 'total/all': headline, ...groups } = rates;
    expect(headline).toBe('12000 Large 2022');
    expect(listSources(groups)).toEqual(['Small 2022']);
    const ethnicity = await readPopulations('populations', 'ethnicity', ENDS, given);
    expect(listSources(ethnicity)).toEqual(['Large 2022']);
    const second = await readPopulations('second_populations', 'ethnicity', ENDS, given);
    expect(listSources(second)).toEqual(['Small 2022']);
    expect(second['ethnicity/White']).toBe('9250 Small 2022');
  });

  it('has no second where one source alone is held, or the other is over five years away', async () => {
    const one = { 'raw.population': [2021, 2022].flatMap((year) => source('Census', year, WHOLE)) };
    expect(await readPopulations('second_populations', 'decisions', ENDS, one)).toEqual({});
    const old = {
      'raw.population': [
        ...source('Census', 2021, WHOLE),
        ...source('Old', 2015, ['total', 'sex']),
      ],
    };
    expect(await readPopulations('second_populations', 'decisions', ENDS, old)).toEqual({});
    const near = {
      'raw.population': [
        ...source('Census', 2021, WHOLE),
        ...source('Old', 2016, ['total', 'sex']),
      ],
    };
    expect(
      listSources(await readPopulations('second_populations', 'decisions', ENDS, near)),
    ).toEqual(['Old 2016']);
  });
});
