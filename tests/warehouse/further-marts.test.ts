// Rows of the further extracts → marts: whose they are, how old the child was, and what a blank means.
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { createMarts } from './create-marts.js';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import { emptyWarehouse, OWN_AREA, QUERIES } from '../measures/case-runner.js';

let warehouse: Connection;
beforeAll(async () => {
  warehouse = await emptyWarehouse();
});
afterAll(() => {
  warehouse.close();
});
beforeEach(() => warehouse.execute('begin'));
afterEach(() => warehouse.execute('rollback'));

/** Puts two children on file, ours and one placed here by another authority, and then what is given. */
async function given(...inserts: readonly string[]): Promise<void> {
  const children = `insert into raw.children (child_id, responsible_authority) values
    ('ours', '${OWN_AREA}'), ('theirs', 'W06000006')`;
  const born = "insert into birthdays values ('ours', '2008-03-01'), ('theirs', '2008-03-01')";
  for (const insert of [children, born, ...inserts]) await warehouse.execute(insert);
  await createMarts(warehouse, QUERIES);
}

const WORK = `insert into raw.interventions (intervention_id, child_id, programme, start_date, end_date, end_reason)
  values ('a', 'ours', 'Youth Caution', '2022-05-01', '2023-02-28', 'Completed'),
    ('b', 'ours', 'Referral Order', '2022-05-01', '2023-03-01', 'Breached'),
    ('c', 'ours', 'Diversion', '2022-05-01', '2023-03-02', null),
    ('d', 'ours', 'Prevention', '2022-05-01', null, null),
    ('e', 'theirs', 'Diversion', '2022-05-01', '2022-08-01', 'Completed')`;

describe('marts.kpi_snapshots', () => {
  it('has both points of each of our interventions, with empty answers where nobody recorded any', async () => {
    await given(
      WORK,
      `insert into raw.kpi_snapshots (intervention_id, point, ete_suitable, looked_after)
        values ('a', 'End', true, true), ('e', 'End', true, false)`,
    );
    const rows = await warehouse.query(
      `select intervention_id, point, recorded, ete_suitable, linked_looked_after, looked_after, age_band
        from marts.kpi_snapshots where intervention_id <> 'c' order by all`,
    );
    const [young, older] = ['10–14', '15–17'];
    expect(rows).toEqual([
      ['a', 'End', true, true, true, 'not recorded', young],
      ['a', 'Start', false, null, null, 'not recorded', young],
      ['b', 'End', false, null, null, 'not recorded', older],
      ['b', 'Start', false, null, null, 'not recorded', older],
      ['d', 'End', false, null, null, 'not recorded', 'not known'],
      ['d', 'Start', false, null, null, 'not recorded', 'not known'],
    ]);
  });
});

describe('marts.interventions_ended', () => {
  it('has what ended, out of court or not, completed or not or not recorded', async () => {
    await given(WORK);
    const rows = await warehouse.query(
      'select intervention_id, out_of_court, completed from marts.interventions_ended order by all',
    );
    expect(rows).toEqual([
      ['a', true, true],
      ['b', false, false],
      ['c', true, null],
    ]);
  });
});

describe('marts.board_attendance', () => {
  it('takes a blank for expected, leaves blank who was seen, and needs somebody senior in the room', async () => {
    await given(`insert into raw.board_attendance
      (meeting_on, partner, expected, attended, senior, deputy) values
      ('2022-07-14', 'Police', true, true, true, false),
      ('2022-07-14', 'Health', null, true, false, true),
      ('2022-07-14', 'Education', true, null, true, null),
      ('2022-07-14', 'Elected members', false, true, true, false)`);
    const rows = await warehouse.query(
      'select partner, statutory, came, senior_came, deputy_came from marts.board_attendance order by all',
    );
    expect(rows).toEqual([
      ['Education', true, null, null, null],
      ['Health', true, true, false, true],
      ['Police', true, true, true, false],
    ]);
  });
});

describe('marts.audits and marts.feedback', () => {
  it('keep what names no case, drop what is of another authority’s child, and count a case once', async () => {
    await given(
      WORK,
      `insert into raw.audits (audit_id, intervention_id, audited_on, stage) values
        ('1', 'a', '2022-06-01', 'At Court'), ('2', 'a', '2022-07-01', 'At Court'),
        ('3', null, '2022-07-01', 'At Court'), ('4', 'e', '2022-07-01', 'At Court')`,
      `insert into raw.feedback (reply_id, intervention_id, replied_on, question, score) values
        ('1', 'a', '2022-06-01', 'I was listened to', 5), ('2', null, '2022-06-01', 'I was listened to', 4),
        ('3', 'e', '2022-06-01', 'I was listened to', 1)`,
    );
    expect(
      await warehouse.query('select audit_id, case_key from marts.audits order by all'),
    ).toEqual([
      ['1', 'a'],
      ['2', 'a'],
      ['3', '3'],
    ]);
    expect(
      await warehouse.query('select reply_id, programme from marts.feedback order by all'),
    ).toEqual([
      ['1', 'Youth Caution'],
      ['2', null],
    ]);
  });
});

describe('marts of children', () => {
  it('say who the child was on the day, and hold none of another authority’s', async () => {
    await given(
      `insert into raw.exploitation (concern_id, child_id, raised_on, kind, nrm_referred, panel_referred) values
        ('1', 'ours', '2023-02-28', 'Other', null, null),
        ('2', 'ours', '2023-03-01', 'Other', null, true),
        ('3', 'ours', '2023-03-02', 'Other', true, false),
        ('4', 'theirs', '2023-03-01', 'Other', true, true)`,
      `insert into raw.remand_decisions (decision_id, child_id, decided_on, decision) values
        ('1', 'ours', '2022-06-01', 'Conditional bail'), ('2', 'ours', '2022-06-01', 'ISS bail'),
        ('3', 'ours', '2022-06-01', 'Remand to youth detention accommodation'),
        ('4', 'theirs', '2022-06-01', 'ISS bail')`,
      `insert into raw.referrals (referral_id, child_id, referred_to, referred_on) values
        ('1', 'ours', 'Mental health service', '2022-06-01'), ('2', 'theirs', 'Bureau', '2022-06-01')`,
    );
    expect(
      await warehouse.query(
        'select concern_id, referred, age_band from marts.exploitation order by all',
      ),
    ).toEqual([
      ['1', false, '10–14'],
      ['2', true, '15–17'],
      ['3', true, '15–17'],
    ]);
    expect(
      await warehouse.query('select decision_id, level from marts.remand_decisions order by all'),
    ).toEqual([
      ['1', 'bail'],
      ['2', 'community'],
      ['3', 'custody'],
    ]);
    expect(await warehouse.query('select referral_id, partner from marts.referrals')).toEqual([
      ['1', 'Health'],
    ]);
  });
});
