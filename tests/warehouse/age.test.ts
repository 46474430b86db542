// Age in the marts: whole years on the day, held to a table of birthdays and leap days.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder, readContracts } from '../../pipeline/config/project.js';
import { fillWarehouse } from '../../pipeline/warehouse/build.js';
import { createMarts } from './create-marts.js';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';

const QUERIES = join(projectFolder(), 'queries');
/** A copy of the project's shared test vectors, `vectors/hostile/age_at_date.csv`. */
const ROWS = Papa.parse<Record<string, string>>(
  readFileSync(join(import.meta.dirname, 'vectors', 'age_at_date.csv'), 'utf8'),
  { header: true, skipEmptyLines: true },
).data;

let connection: Connection;
beforeAll(async () => {
  connection = await openForBuilding(':memory:');
  await fillWarehouse(connection, {
    contracts: readContracts(join(QUERIES, 'contracts')),
    parquets: new Map(),
    birthdays: new Map(),
    linkPersons: () => [],
    areas: ['W06000005'],
    queries: QUERIES,
  });
  for (const [at, { dob, on_date: day }] of ROWS.entries()) {
    const child = `'C${at}'`;
    await connection.execute(
      `insert into raw.children (child_id, responsible_authority) values (${child}, 'W06000005')`,
    );
    await connection.execute(`insert into birthdays values (${child}, '${dob}')`);
    await connection.execute(
      `insert into raw.outcomes (outcome_id, child_id, outcome_date, outcome_type) values (${child}, ${child}, '${day}', 'Youth Caution')`,
    );
    await connection.execute(
      `insert into raw.custody (episode_id, child_id, kind, start_date, end_date) values (${child}, ${child}, 'Custodial sentence', '${day}', '${day}')`,
    );
  }
  await createMarts(connection, QUERIES);
});
afterAll(() => {
  connection.close();
});

describe('age on a day', () => {
  const expected = ROWS.map(({ age }, at) => [`C${at}`, Number(age)]);

  it('has birthdays to be tried on', () => {
    expect(ROWS.length).toBeGreaterThan(25);
    expect(ROWS.some(({ dob }) => dob?.endsWith('02-29'))).toBe(true);
  });

  it('of an outcome', async () => {
    const found = await connection.query('select child_id, age from marts.outcomes');
    expect(new Map(found as [string, number][])).toEqual(new Map(expected as [string, number][]));
  });

  it('of the last day of a sentence, from which reoffending is counted', async () => {
    const found = await connection.query('select child_id, age_at_end from marts.custody_episodes');
    expect(new Map(found as [string, number][])).toEqual(new Map(expected as [string, number][]));
  });

  it('tells who is counted in a rate of children aged 10 to 17', async () => {
    const [row] = await connection.query(
      'select count(*)::integer from marts.outcomes where age between 10 and 17',
    );
    const scope = ROWS.filter((each) => each['in_scope_10_17'] === '1');
    expect(row).toEqual([scope.length]);
  });
});

describe('age group', () => {
  it('is the one whose ages hold the age, at every age', async () => {
    const apart = await connection.query(
      `select a.age, age_band(a.age), g.group_code
      from generate_series(0, 40) as a (age)
      left join marts.groups as g on g.breakdown = 'age_band' and a.age between g.age_from and g.age_to
      where age_band(a.age) is distinct from g.group_code`,
    );
    expect(apart).toEqual([]);
  });

  it('is not known of a day before birth, and without a day', async () => {
    expect(await connection.query('select age_band(-1), age_band(null)')).toEqual([
      ['not known', 'not known'],
    ]);
  });
});
