// All ten key indicators of a Welsh and of an English service, against counts made straight from their files.
import { beforeAll, describe, expect, test } from 'vitest';
import type { FigureRow } from '../../pipeline/publish/figures-table.js';
import { openService, type Demonstration } from '../demonstration.js';
import { among, asks, Ended, share } from './counts.js';
import { ownRows, rowsOf, type Row } from './extracts.js';
import { questionsOf } from './questions.js';
import { SERVICES } from './services.js';

const PROGRAMMES = [
  'Prevention',
  'Turnaround',
  'Diversion',
  'Youth Caution',
  'Youth Conditional Caution',
  'Referral Order',
  'Youth Rehabilitation Order',
  'Custody and resettlement',
  'Bail or remand support',
];
const STATUTORY = ['Children’s services', 'Education', 'Police', 'Probation', 'Health'];

describe.each(SERVICES)('$sample', ({ sample, asAt, quarter, year, files, nation }) => {
  let service: Demonstration;
  let rows: FigureRow[];
  beforeAll(async () => {
    service = await openService(sample, asAt);
    rows = await service.rows(quarter, 0);
  });

  const ended = new Ended(files, year);
  const during = (row: Row, day: string): boolean =>
    (row[day] ?? '') >= year.from && (row[day] ?? '') <= year.to;
  const figure = (measure: string, breakdown = 'total', group = 'all'): unknown[] => {
    const found = rows.find(
      (row) =>
        row.measure === measure &&
        row.window_end === year.to &&
        row.area_kind === 'service' &&
        row.breakdown === breakdown &&
        row.group === group,
    );
    expect(found, `${measure} ${breakdown} ${group}`).toBeDefined();
    return [found?.numerator, found?.denominator];
  };

  test('has no indicator of the other nation', () => {
    const other = nation === 'england' ? 'wales' : 'england';
    expect(rows.filter(({ measure }) => String(measure).endsWith(`_${other}`))).toEqual([]);
  });

  test.each(questionsOf(nation))('%s, what is not recorded, and by order type', (...asked) => {
    const [measure, point, question] = asked;
    const all = ended.recorded(point, null);
    expect(all.length).toBeGreaterThan(20);
    expect(figure(measure)).toEqual(share(all, question, 'yes'));
    expect(figure(measure, 'not_recorded')).toEqual(share(all, question, ''));
    for (const programme of PROGRAMMES)
      expect(figure(measure, 'order_type', programme)).toEqual(
        share(ended.recorded(point, programme), question, 'yes'),
      );
  });

  test('a public reader cannot take one step of a need from the step before it', async () => {
    const seen = (await service.rows(quarter, FEW)).filter((row) => row.numerator !== null);
    const shown = (measure: string, row: FigureRow): FigureRow | undefined =>
      seen.find(
        (each) =>
          each.measure === measure &&
          each.window_end === row.window_end &&
          each.breakdown === row.breakdown &&
          each.group === row.group,
      );
    const told = STEPS.flatMap(([before, after]) =>
      seen
        .filter(({ measure }) => measure === before)
        .flatMap((row) => {
          const next = shown(after, row);
          return next ? [Number(row.numerator) - Number(next.numerator)] : [];
        }),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((left) => left > 0 && left < FEW)).toEqual([]);
  });

  test('kpi6_out_of_court', () => {
    const outOfCourt = (row: Row): boolean =>
      ['Diversion', 'Youth Caution', 'Youth Conditional Caution'].includes(row['programme'] ?? '');
    const all = ended.latest(null, outOfCourt);
    const completed = all.filter((row) => row['end_reason'] === 'Completed');
    expect(figure('kpi6_out_of_court')).toEqual([completed.length, all.length]);
    expect(completed.length).toBeGreaterThan(0);
  });

  test('kpi8: statutory partners expected at the board', () => {
    const expected = rowsOf(files, 'board_attendance').filter(
      (row) =>
        during(row, 'meeting_on') &&
        STATUTORY.includes(row['partner'] ?? '') &&
        row['expected'] !== 'no',
    );
    const came = among(['attended'], () => 'yes');
    expect(figure('kpi8_board_came')).toEqual([share(expected, came, 'yes')[0], expected.length]);
    const senior = among(['attended', 'senior'], () => 'yes');
    expect(figure('kpi8_board_senior')).toEqual([
      share(expected, senior, 'yes')[0],
      expected.length,
    ]);
    expect(figure('kpi8_board_figures')).toEqual(share(expected, asks('contributed_data'), 'yes'));
  });

  test('kpi9: children with serious violence, by the first formal outcome of each offence', () => {
    const formal = new Map(
      ownRows(files, 'outcomes')
        .filter((row) => !DIVERSION.includes(row['outcome_type'] ?? ''))
        .map((row) => [row['outcome_id'], row['outcome_date'] ?? '']),
    );
    const links = rowsOf(files, 'outcome_offences');
    const serious = ownRows(files, 'offences').filter(
      (row) => VIOLENCE.includes(row['category'] ?? '') && Number(row['gravity']) >= 5,
    );
    const first = (offence: Row): string =>
      links
        .filter((row) => row['offence_id'] === offence['offence_id'])
        .flatMap((row) => formal.get(row['outcome_id']) ?? [])
        .sort()[0] ?? '';
    const children = serious
      .filter((row) => first(row) >= year.from && first(row) <= year.to)
      .map((row) => row['child_id']);
    expect(figure('kpi9_serious_violence')[0]).toBe(new Set(children).size);
  });

  test.each([
    ['kpi10_consented', [], 'consented'],
    ['kpi10_restorative', ['consented'], 'rj_engaged'],
    ['kpi10_views', ['consented'], 'views_sought'],
    ['kpi10_progress_requested', ['consented'], 'progress_requested'],
    ['kpi10_progress', ['progress_requested'], 'progress_information'],
    ['kpi10_services', ['consented'], 'services_information'],
    ['kpi10_support_requested', ['consented'], 'support_requested'],
    ['kpi10_support', ['support_requested'], 'support'],
  ])('%s', (measure, before, column) => {
    const victims = rowsOf(files, 'victims').filter((row) => during(row, 'identified_on'));
    const question = among(before, asks(column));
    expect(share(victims, question, 'yes')[0]).toBeGreaterThan(0);
    expect(figure(measure)).toEqual(share(victims, question, 'yes'));
    expect(figure(measure, 'not_recorded')).toEqual(share(victims, question, ''));
  });
});

/** Counts below this are hidden from a public reader. */
const FEW = 5;
/** Each step of a need, and the one whose children are some of its own. */
const STEPS = [
  ['kpi4_mental_health', 'kpi4_mental_health_offered'],
  ['kpi4_mental_health_offered', 'kpi4_mental_health_attended'],
  ['kpi5_substance', 'kpi5_substance_offered'],
  ['kpi5_substance_offered', 'kpi5_substance_attended'],
] as const;
/** Outcomes that are not formal, by the labels of either supplier; old codes are older than either year. */
const DIVERSION = [
  'Community Resolution',
  'Outcome 20',
  'Outcome 21',
  'Outcome 22',
  'Outcome 23',
  'No Further Action',
  'Youth Diversion Order',
  'Reprimand',
  'Final Warning',
  'CR',
  'NFA',
  'O20',
  'O21',
  'O22',
  'O23',
];
const VIOLENCE = ['Drugs', 'Robbery', 'Violence Against The Person'];
