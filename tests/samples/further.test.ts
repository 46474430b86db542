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
