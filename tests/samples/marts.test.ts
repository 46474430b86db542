// The demonstration taken in and put into marts: the published counts come out of SQL too, and only our own children.
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemonstration, type Demonstration } from '../demonstration.js';

let demonstration: Demonstration;
beforeAll(async () => {
  demonstration = await openDemonstration();
}, 60_000);

/** One number from one query. */
async function count(sql: string): Promise<number> {
  const [row] = await demonstration.warehouse.query(`select (${sql})::double`);
  return Number(row?.[0]);
}

const IN_2022_23 = "between date '2022-04-01' and date '2023-03-31'";
const IN_2021_22 = "between date '2021-04-01' and date '2022-03-31'";

describe('published counts', () => {
  test.each([
    [
      'F44',
      47,
      `select count(*) from marts.referrals where referred_to = 'Attendance centre' and referred_on ${IN_2022_23}`,
    ],
    [
      'F45',
      155,
      `select count(*) from marts.sessions where kind = 'Attendance centre' and offered_on ${IN_2022_23}`,
    ],
    [
      'F46',
      128,
      `select count(*) from marts.sessions where kind = 'Attendance centre' and attended and offered_on ${IN_2022_23}`,
    ],
    ['F47', 51, `select count(*) from marts.parenting_support where supported_on ${IN_2022_23}`],
    [
      'F48',
      36,
      `select count(*) from marts.parenting_support where assessment_consented and supported_on ${IN_2022_23}`,
    ],
    ['F49', 30, `select count(*) from marts.parenting_support where started_on ${IN_2022_23}`],
    ['F50', 24, `select count(*) from marts.parenting_support where completed_on ${IN_2022_23}`],
    [
      'F68',
      75,
      `select 100 * avg((followed = 'Followed')::int) from marts.court_reports where due_on ${IN_2022_23}`,
    ],
    [
      'F69',
      59,
      `select count(*) from marts.victims where consented and route = 'Bureau' and identified_on ${IN_2021_22}`,
    ],
    [
      'F73',
      12,
      `select count(*) from marts.victims where not consented and identified_on ${IN_2021_22}`,
    ],
    [
      'F75',
      2,
      `select count(distinct case_key) from marts.audits where stage = 'At Court' and audited_on ${IN_2022_23}`,
    ],
    [
      'F76',
      4,
      `select count(*) from marts.audits where stage = 'Community' and rating = 'Good' and audited_on ${IN_2022_23}`,
    ],
    [
      'F77',
      6,
      `select count(*) from marts.scrutiny where finding = 'Appropriate' and panel_date ${IN_2022_23}`,
    ],
    [
      'F79',
      26,
      `select count(distinct child_id) from marts.exploitation where referred and raised_on ${IN_2022_23}`,
    ],
    [
      'F80',
      7.2,
      "select round(sum(full_time_equivalent), 6) from marts.staff where role = 'Case manager' and not vacant and as_at = date '2023-03-31'",
    ],
    [
      'F81',
      88,
      `select count(distinct child_id) from marts.soft_outcomes where end_score is not null and end_on ${IN_2022_23}`,
    ],
  ])('%s is %d', async (_id, published, sql) => {
    expect(await count(sql)).toBe(published);
  });
});

test('every intervention has two points, whether or not anything was recorded at them', async () => {
  const work = await count('select count(*) from marts.interventions');
  expect(await count('select count(*) from marts.kpi_snapshots')).toBe(2 * work);
  expect(
    await count('select count(*) from marts.kpi_snapshots where not recorded'),
  ).toBeGreaterThan(0);
});

test('an intervention has ended here as often as in the interventions themselves', async () => {
  const ended = await count('select count(*) from marts.interventions where end_date is not null');
  expect(await count('select count(*) from marts.interventions_ended')).toBe(ended);
  expect(
    await count(
      "select count(*) from marts.interventions_ended where programme = 'Diversion' and not out_of_court",
    ),
  ).toBe(0);
});

test.each([
  'kpi_snapshots',
  'referrals',
  'court_reports',
  'remand_decisions',
  'sessions',
  'parenting_support',
  'soft_outcomes',
  'exploitation',
  'missing_episodes',
  'school_attendance',
  'school_exclusions',
  'learning_plans',
  'care_episodes',
  'care_plans',
  'health_referrals',
])('%s holds only children this service counts, each row once', async (mart) => {
  const strangers = `select count(*) from marts.${mart} where child_id not in (select child_id from marts.children)`;
  expect(await count(strangers)).toBe(0);
  const repeated = `select count(*) - (select count(*) from (select distinct * from marts.${mart})) from marts.${mart}`;
  expect(await count(repeated)).toBe(0);
});

test('of nobody is a name, a birthday, a home or a number in the warehouse', async () => {
  const personal = `select count(*) from duckdb_columns() where column_name in
    ('forename', 'surname', 'date_of_birth', 'postcode', 'home_postcode', 'placement_postcode', 'pupil_number', 'mothers_child_born')`;
  expect(await count(personal)).toBe(0);
  for (const extract of ['school_attendance', 'arrests', 'care_children', 'health_referrals']) {
    const plain = `select count(*) from raw.${extract} where not regexp_full_match(person_id, '[0-9a-f]{32}')
      or not regexp_full_match(coalesce(yjs_id, person_id), '[0-9a-f]{32}')`;
    expect(await count(plain)).toBe(0);
    expect(await count(`select count(*) from raw.${extract}`)).toBeGreaterThan(100);
  }
});

test('each partner’s people are linked to children of ours by our number, and to one child alone', async () => {
  for (const source of ['education', 'police', 'social_care', 'health']) {
    const linked = `select count(*) from staging.links where source = '${source}'`;
    expect(await count(linked)).toBeGreaterThan(50);
    expect(await count(`${linked} and child_id not in (select child_id from raw.children)`)).toBe(
      0,
    );
  }
  const twice =
    "select count(*) from (select person from raw.links where source = 'police' group by person having count(distinct child) > 1)";
  expect(await count(twice)).toBe(1);
  expect(
    await count(
      `select count(*) from staging.links where source = 'police' and person_id in (${twice.replace('select count(*) from ', 'select person from ')})`,
    ),
  ).toBe(0);
});
