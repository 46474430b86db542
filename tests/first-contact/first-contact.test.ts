// What real systems and published layouts send, on which earlier versions failed: the figures are right, or it is refused by name.
import { afterAll, describe, expect, it } from 'vitest';
import { buildCase, listCodes, removeCases } from './build-case.js';
import { readProblem } from '../problems/words.js';

afterAll(removeCases);

/** Twelve children, each once a first-time entrant, of 15,000. */
const RIGHT = { numerator: 12, value: 80, status: 'shown' };

describe('a form of values', () => {
  it.each([
    ['null-text', ['not-recorded']],
    ['arrest-times', ['time-dropped']],
    ['decimal-integers', ['number-form']],
  ])('%s: the figures are right, and it is said once', async (folder, codes) => {
    const built = await buildCase({ folder });
    expect(listCodes(built)).toEqual(codes);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });
});

describe('a list of labels', () => {
  it('of data.police.uk is known', async () => {
    const ask = 'select ethnicity, count(*)::integer from raw.arrests group by all order by all';
    const built = await buildCase({ folder: 'police-uk-ethnicity', ask });
    expect(listCodes(built)).toEqual([]);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
    expect(built.rows).toEqual([
      ['Black African', 1],
      ['Indian', 1],
      ['Not stated', 1],
      ['White and Asian', 1],
    ]);
  });

  it('of bare codes is refused unless its scheme is declared', async () => {
    const refused = await buildCase({ folder: 'ethnicity-a1' });
    expect([...new Set(listCodes(refused))]).toEqual(['bare-code']);
    expect(refused.figures).toEqual({});
    const settings = 'code_schemes: {children: {ethnicity: police_self_defined}}\n';
    const built = await buildCase({ folder: 'ethnicity-a1', settings });
    expect(listCodes(built)).toEqual([]);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });
});

describe('a file that overlaps another or looks ahead', () => {
  it('of the next year stands where it states an episode again, and the earlier one stays otherwise', async () => {
    const ask = 'select started_on::varchar, ended_on::varchar from raw.care_episodes order by all';
    const built = await buildCase({ folder: 'ssda903-two-years', ask });
    expect(listCodes(built)).toEqual(['superseded']);
    expect(built.rows).toEqual([
      ['2021-05-01', '2021-09-30'],
      ['2021-06-14', '2022-08-20'],
      ['2022-06-02', null],
    ]);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });

  it('has a planned end, until which the stay is open', async () => {
    const built = await buildCase({
      folder: 'custody-ends-later',
      ask: 'select end_date::varchar from marts.custody_episodes',
    });
    expect(built.rows).toEqual([['2026-12-20']]);
    expect(listCodes(built)).toEqual(['planned-date']);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });
});

describe('a published layout', () => {
  it.each([
    ['layout-annexa8', 'care_children', ['label-form']],
    ['layout-annexa8b', 'care_children', ['label-form']],
    ['layout-attend', 'school_attendance', ['absent-column']],
    ['layout-cbds_excl', 'school_exclusions', []],
    ['layout-ssd_cin', 'care_plans', []],
    ['layout-ssd_cla', 'care_episodes', ['absent-column']],
    ['layout-ssd_missing', 'missing_episodes', []],
    ['layout-ssd_person', 'care_children', []],
    ['ssda903-missing', 'missing_episodes', []],
  ])('%s is read as it is', async (folder, extract, codes) => {
    const ask = `select count(*)::integer from raw.${extract}`;
    const built = await buildCase({ folder, ask });
    expect(listCodes(built)).toEqual(codes);
    expect(built.rows).toEqual([[1]]);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });

  /** A file of Nomis with every single age, one over all ages, and a percentage for each. */
  function nomis(): string {
    const ages = Array.from({ length: 91 }, (_, age) => [`Age ${age}`, 100 + age] as const);
    const rows = [['All Ages', 1_000_000] as const, ...ages, ['Aged 90+', 7] as const].flatMap(
      ([age, count]) => [
        `"2022","Testshire","W06000005","Total","${age}","Value",${count},"Normal Value"`,
        `"2022","Testshire","W06000005","Total","${age}","Percent",1.5,"Normal Value"`,
      ],
    );
    const heading =
      '"DATE_NAME","GEOGRAPHY_NAME","GEOGRAPHY_CODE","GENDER_NAME","C_AGE_NAME","MEASURES_NAME","OBS_VALUE","OBS_STATUS_NAME"';
    return [heading, ...rows, ''].join('\n');
  }

  it('of Nomis gives a rate, its other rows set aside and counted', async () => {
    const built = await buildCase({ files: { 'reference/population.csv': nomis() } });
    expect(listCodes(built)).toEqual(['other-rows']);
    expect(readProblem(built.problems.find(({ code }) => code === 'other-rows'))?.what).toMatch(
      /^160 rows /,
    );
    const children = Array.from({ length: 8 }, (_, at) => 110 + at).reduce((sum, age) => sum + age);
    expect(built.figures['first_time_entrants']).toMatchObject({
      numerator: 12,
      denominator: children,
    });
  });

  it('of Nomis with two ages of eight gives no rate, and says so', async () => {
    const built = await buildCase({ folder: 'layout-nomis' });
    expect(listCodes(built)).toEqual(['no-population']);
  });
});

describe('what stays refused or said', () => {
  it('footer: a line that counts the records is refused by its line', async () => {
    const built = await buildCase({ folder: 'footer' });
    expect(listCodes(built)).toEqual(['ragged-row']);
  });

  it('published-suppressed: a figure that its publisher suppressed keeps its mark', async () => {
    const ask = 'select value, numerator from raw.published';
    const built = await buildCase({ folder: 'published-suppressed', ask });
    expect(listCodes(built)).toEqual([]);
    expect(built.rows).toEqual([['c', null]]);
    expect(built.figures['first_time_entrants']).toMatchObject(RIGHT);
  });
});
