// Labels whose meaning changed: each outcome has the meaning of its day, with a note if its label says otherwise.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import { emptyWarehouse } from '../measures/case-runner.js';

let warehouse: Connection;
beforeAll(async () => {
  warehouse = await emptyWarehouse();
});
afterAll(() => {
  warehouse.close();
});

const OLD = 'sent under an old code';

it.each([
  ['Reprimand', '2013-04-07', 'Reprimand', 'Pre-court', true, null],
  ['Reprimand', '2013-04-08', 'Outcome 23', 'Diversion', false, `Outcome 23 ${OLD}`],
  ['Reprimand', '2027-03-31', 'Outcome 23', 'Diversion', false, `Outcome 23 ${OLD}`],
  ['Reprimand', '2027-04-01', 'Reprimand', 'Diversion', false, `diversion ${OLD} though`],
  ['Final Warning', '2013-04-08', 'Final Warning', 'Diversion', false, `diversion ${OLD}`],
  [
    'Drug Treatment and Testing Order',
    '2009-11-29',
    'Drug Treatment and Testing Order',
    'Community',
    true,
    'a court order',
  ],
  [
    'Drug Treatment and Testing Order',
    '2026-01-05',
    'Youth Diversion Order',
    'Diversion',
    false,
    `Youth Diversion Order ${OLD}`,
  ],
  ['Outcome 23', '2026-01-05', 'Outcome 23', 'Diversion', false, null],
])('%s of %s is %s', async (label, day, is, tier, formal, note) => {
  await warehouse.execute('delete from raw.outcomes');
  await warehouse.execute(
    `insert into raw.outcomes (outcome_id, child_id, outcome_date, outcome_type) values ('O1', 'C1', '${day}', '${label}')`,
  );
  const rows = await warehouse.query(
    'select outcome_type, sent_as, tier, formal, note from staging.outcomes',
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.slice(0, 4)).toEqual([is, label, tier, formal]);
  if (note === null) expect(rows[0]?.[4]).toBeNull();
  else expect(rows[0]?.[4]).toContain(note);
});

it('every label has exactly one meaning on every day', async () => {
  const rows = await warehouse.query(
    `select label, day::varchar, count(*)::integer from codes.outcome_type as t
     join (select unnest(generate_series(date '2000-01-01', date '2030-01-01', interval 1 day))::date as day) on
       day between coalesce(valid_from, date '0001-01-01') and coalesce(valid_to, date '9999-12-31')
     group by label, day having count(*) <> 1`,
  );
  expect(rows).toEqual([]);
});
