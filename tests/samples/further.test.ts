// The further extracts of the demonstration, counted afresh from the files, give the figures that were really published.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Counted, type Span } from './counts.js';
import { groupBy, iso, readRows, tally, type Row } from './extracts.js';

const folder = join(import.meta.dirname, '../../data-samples/demonstration');
const own = new Counted(folder).child;
const year = (ending: number): Span => ({ from: `${ending - 1}-04-01`, to: `${ending}-03-31` });

/** The rows of an extract whose day is in a stretch; of children, only the service's own. */
function rows(extract: string, day: string, { from, to }: Span): Row[] {
  return readRows(folder, extract).filter(
    (row) =>
      iso(row[day]) >= from &&
      iso(row[day]) <= to &&
      (row['child_id'] === undefined || own.has(row['child_id'])),
  );
}

test('F68: three court reports in four followed in 2022-23, and the court milder than the rest', () => {
  const reports = rows('court_reports', 'due_on', year(2023));
  const { Followed: followed = 0, 'Less severe': milder = 0 } = tally(reports, 'followed');
  expect(followed + milder).toBe(reports.length);
  expect(followed / reports.length).toBe(0.75);
});

test('F69 to F73: victims contacted by route in 2021-22, and those who did not consent', () => {
  const victims = rows('victims', 'identified_on', year(2022));
  const agreed = victims.filter((row) => row['consented'] === 'yes');
  expect(tally(agreed, 'route')).toEqual({
    Bureau: 59,
    'Pre-sentence report': 7,
    'Referral order': 12,
    'Specific sentence report': 2,
  });
  expect(tally(victims, 'consented')).toEqual({ no: 12, yes: 80 });
});

test('F44 to F46: 47 referrals to the attendance centre in 2022-23, 155 sessions offered, 128 attended', () => {
  const referrals = rows('referrals', 'referred_on', year(2023));
  expect(tally(referrals, 'referred_to')['Attendance centre']).toBe(47);
  const sessions = rows('sessions', 'offered_on', year(2023));
  const centre = sessions.filter((row) => row['kind'] === 'Attendance centre');
  expect(tally(centre, 'attended')).toEqual({ no: 27, yes: 128 });
});

test('F47 to F50: 51 parents supported in 2022-23, 36 consented, 30 started, 24 completed', () => {
  const supported = rows('parenting_support', 'supported_on', year(2023));
  expect(supported).toHaveLength(51);
  expect(tally(supported, 'assessment_consented')['yes']).toBe(36);
  expect(rows('parenting_support', 'started_on', year(2023))).toHaveLength(30);
  expect(rows('parenting_support', 'completed_on', year(2023))).toHaveLength(24);
});

test('F74 to F76: audits of 2022-23, with three ratings of two cases at court and one case unrated', () => {
  const stages = groupBy(rows('audits', 'audited_on', year(2023)), 'stage');
  const found = [...stages].map(([stage, audits]) => [
    stage,
    groupBy(audits, 'intervention_id').size,
    tally(audits, 'rating'),
  ]);
  expect(found).toHaveLength(3);
  expect(found).toContainEqual(['Pre Court', 3, { Good: 2, 'Requires improvement': 1 }]);
  expect(found).toContainEqual([
    'At Court',
    2,
    { Good: 1, Outstanding: 1, 'Requires improvement': 1 },
  ]);
  expect(found).toContainEqual(['Community', 5, { '': 1, Good: 4 }]);
});

test('F77 and F78: of eleven disposals scrutinised in 2022-23, six appropriate and five with reservations', () => {
  expect(tally(rows('scrutiny', 'panel_date', year(2023)), 'finding')).toEqual({
    Appropriate: 6,
    'Appropriate with reservations': 5,
  });
});

test('F79: 26 children referred for exploitation in 2022-23, two of them twice', () => {
  const referred = rows('exploitation', 'raised_on', year(2023)).filter(
    (row) => row['nrm_referred'] === 'yes' || row['panel_referred'] === 'yes',
  );
  expect([referred.length, groupBy(referred, 'child_id').size]).toEqual([28, 26]);
});

test('F80: 7.2 full-time posts in case management at the end of 2022-23, 5.7 the year before', () => {
  const posts = readRows(folder, 'staff').filter((row) => row['role'] === 'Case manager');
  const filled = (day: string): number =>
    posts
      .filter((row) => row['as_at'] === day && row['vacant'] === 'no')
      .reduce((sum, row) => sum + Number(row['full_time_equivalent']), 0);
  expect(filled('31/03/2023')).toBeCloseTo(7.2, 10);
  expect(filled('31/03/2022')).toBeCloseTo(5.7, 10);
});

test('F81: 88 children scored their lives at both ends of work that ended in 2022-23', () => {
  const paired = rows('soft_outcomes', 'end_on', year(2023)).filter(
    (row) => row['start_score'] !== '' && row['end_score'] !== '',
  );
  expect(groupBy(paired, 'child_id').size).toBe(88);
});

describe('key indicators', () => {
  const points = groupBy(readRows(folder, 'kpi_snapshots'), 'point');

  test('most work has a row at its start, most ended work one at its end, and no open work has', () => {
    const work = readRows(folder, 'interventions');
    const ended = new Set(
      work.filter((row) => row['end_date'] !== '').map((row) => row['intervention_id']),
    );
    const ends = points.get('End') ?? [];
    expect((points.get('Start')?.length ?? 0) / work.length).toBeGreaterThan(0.9);
    expect(ends.length / ended.size).toBeGreaterThan(0.9);
    expect(ends.filter((row) => !ended.has(row['intervention_id']))).toEqual([]);
  });

  test.each(['mental_health', 'substance'])(
    '%s: offered only where needed, attended only where offered, but for one planted row',
    (area) => {
      const all = [...points.values()].flat();
      const is = (row: Row, step: string): boolean => row[`${area}_${step}`] === 'yes';
      const odd = all.filter(
        (row) =>
          (is(row, 'attended') && !is(row, 'offered')) || (is(row, 'offered') && !is(row, 'need')),
      );
      expect(odd).toHaveLength(area === 'mental_health' ? 1 : 0);
    },
  );
});
