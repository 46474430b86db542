// The YJB's rules of the key indicators, of a Welsh and of an English service, against counts made straight from their files.
import { beforeAll, describe, expect, test } from 'vitest';
import { projectFolder, readEveryMeasure, readRules } from '../../pipeline/config/project.js';
import { countMeasure } from '../../pipeline/measures/count.js';
import { dateRule } from '../../pipeline/measures/counting-rules.js';
import { attachRules } from '../../pipeline/measures/redefine.js';
import { openService, type Demonstration } from '../demonstration.js';
import { among, any, asks, Ended, share, type Question } from './counts.js';
import { ownRows, rowsOf, type Row } from './extracts.js';
import { SERVICES } from './services.js';

const FOLDER = projectFolder();
const RULES = readRules(FOLDER);
const MEASURES = readEveryMeasure(FOLDER);
const STATUTORY = ['Children’s services', 'Education', 'Police', 'Probation', 'Health'];
const LINKS = {
  england: ['early_help', 'child_in_need', 'child_protection', 'looked_after'],
  wales: ['early_help', 'care_and_support_plan', 'child_protection', 'looked_after'],
};

const offeredHours: Question = ({ school_age: age, ete_hours_offered: hours }) => {
  if (!hours || !age) return '';
  return Number(hours) >= (age === 'yes' ? 25 : 16) ? 'yes' : 'no';
};

describe.each(SERVICES)('$sample', ({ sample, asAt, year, files, nation }) => {
  let service: Demonstration;
  beforeAll(async () => {
    service = await openService(sample, asAt);
  }, 240_000);
  const ended = new Ended(files, year);
  const during = (row: Row, day: string): boolean =>
    (row[day] ?? '') >= year.from && (row[day] ?? '') <= year.to;

  async function count(
    id: string,
    chosen: Readonly<Record<string, string>>,
    breakdown = 'total',
  ): Promise<unknown[]> {
    const found = MEASURES.find(({ declaration }) => declaration.id === id);
    if (!found) throw new Error(id);
    const rules = RULES.map((rule) => dateRule(rule, [{ use: chosen[rule.name] ?? rule.default }]));
    const window = { id: year.to, starts: year.from, ends: year.to, status: 'known' } as const;
    const counts = await countMeasure(service.warehouse, attachRules(found, rules), [window]);
    const own = counts.find((each) => each.breakdown === breakdown && each.group === 'all');
    return [own?.numerator, own?.denominator];
  }

  test('KPI 1, 2 and 3 of six order types, the most serious once, 10 to 17 at its start', async () => {
    const cohort = { kpi_cohort: 'six_orders' };
    const orders = ended.read(ended.mostSerious(), 'End');
    expect(orders.length).toBeGreaterThan(15);
    expect(orders.length).toBeLessThan(ended.latest(null).length);
    const plan = among(['additional_need'], asks('formal_plan'));
    for (const [id, question] of [
      ['kpi1_accommodation', asks('accommodation_suitable')],
      ['kpi2_ete', asks('ete_suitable')],
      [`kpi3_plan_${nation}`, plan],
      ['kpi4_mental_health_offered', among(['mental_health_need'], asks('mental_health_offered'))],
      ['kpi5_substance_offered', among(['substance_need'], asks('substance_offered'))],
    ] as const)
      expect([id, await count(id, cohort)]).toEqual([id, share(orders, question, 'yes')]);
  });

  test('the line of voluntary programmes: each child once, by the latest of them to end', async () => {
    const voluntary = ended.latest(null, ({ programme = '' }) =>
      ['Prevention', 'Turnaround', 'Bail or remand support'].includes(programme),
    );
    const answers = ended.read(voluntary, 'End');
    expect(voluntary.length).toBeGreaterThan(1);
    expect(await count('kpi1_accommodation', { kpi_cohort: 'six_orders' }, 'voluntary')).toEqual(
      share(answers, asks('accommodation_suitable'), 'yes'),
    );
  });

  test('KPI 2 by hours offered, and KPI 3b of all those in need', async () => {
    const all = ended.recorded('End', null);
    expect(await count('kpi2_ete_hours', { kpi2_hours: 'offered' })).toEqual(
      share(all, offeredHours, 'yes'),
    );
    expect(await count(`kpi3_plan_ete_${nation}`, { kpi3_plan_base: 'need' })).toEqual(
      share(all, among(['additional_need'], asks('ete_suitable')), 'yes'),
    );
  });

  test('KPI 6: a child of several who completed any one', async () => {
    const outOfCourt = ['Diversion', 'Youth Caution', 'Youth Conditional Caution'];
    const children = new Map<string, boolean>();
    for (const row of ended.works())
      if (outOfCourt.includes(row['programme'] ?? '')) {
        const child = row['child_id'] ?? '';
        const isCompleted = row['end_reason'] === 'Completed';
        children.set(child, (children.get(child) ?? false) || isCompleted);
      }
    const completed = [...children.values()].filter(Boolean).length;
    expect(await count('kpi6_out_of_court', { kpi6_completed: 'any_one' })).toEqual([
      ...[completed, children.size],
    ]);
  });

  test('KPI 7 at any point, early help too, and its parts of all', async () => {
    const rule = { kpi7_links: 'any_point' };
    const work = ended.latest(null);
    const [starts, ends] = [ended.read(work, 'Start'), ended.read(work, 'End')];
    const countBy = (columns: readonly string[]): number =>
      work.filter((_, at) =>
        [starts[at] ?? {}, ends[at] ?? {}].some((row) => any(columns)(row) === 'yes'),
      ).length;
    expect(await count(`kpi7_wider_services_${nation}`, rule)).toEqual([
      ...[countBy(LINKS[nation]), work.length],
    ]);
    expect(await count(`kpi7_looked_after_${nation}`, rule)).toEqual([
      ...[countBy(['looked_after']), work.length],
    ]);
  });

  test('KPI 8: five partners a quarter, each once', async () => {
    const seen = new Set<string>();
    for (const row of rowsOf(files, 'board_attendance')) {
      const [partner = '', day = ''] = [row['partner'], row['meeting_on']];
      const came = [row['attended'], row['senior']].every((answer) => answer === 'yes');
      if (
        during(row, 'meeting_on') &&
        STATUTORY.includes(partner) &&
        row['expected'] !== 'no' &&
        came
      )
        seen.add(`${partner} ${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`);
    }
    expect(await count('kpi8_board_senior', { kpi8_partners: 'five_each_quarter' })).toEqual([
      ...[seen.size, 20],
    ]);
  });

  test('KPI 10 e and f of those who consented', async () => {
    const victims = rowsOf(files, 'victims').filter((row) => during(row, 'identified_on'));
    for (const [id, given] of [
      ['kpi10_progress', 'progress_information'],
      ['kpi10_support', 'support'],
    ] as const)
      expect([id, await count(id, { kpi10_given: 'of_those_who_consented' })]).toEqual([
        id,
        [
          victims.filter((row) => row['consented'] === 'yes' && row[given] === 'yes').length,
          victims.filter((row) => row['consented'] === 'yes').length,
        ],
      ]);
  });

  test('KPI 9 counts offences, each in the year of its first formal outcome', async () => {
    const links = rowsOf(files, 'outcome_offences');
    const formal = new Map(
      ownRows(files, 'outcomes')
        .filter(({ outcome_type: type = '' }) => !DIVERSION.includes(type))
        .map((row) => [row['outcome_id'], row['outcome_date'] ?? '']),
    );
    const serious = ownRows(files, 'offences').filter(
      ({ category = '', gravity = '' }) => VIOLENCE.includes(category) && Number(gravity) >= 5,
    );
    const counted = serious.filter((offence) => {
      const [first = ''] = links
        .filter((row) => row['offence_id'] === offence['offence_id'])
        .flatMap((row) => formal.get(row['outcome_id']) ?? [])
        .sort();
      return first >= year.from && first <= year.to;
    });
    expect((await count('kpi9_serious_violence_offences', {}))[0]).toBe(counted.length);
  });
});

const VIOLENCE = ['Drugs', 'Robbery', 'Violence Against The Person'];
const DIVERSION = [
  ...['Community Resolution', 'Outcome 20', 'Outcome 21', 'Outcome 22', 'Outcome 23'],
  ...['No Further Action', 'Youth Diversion Order', 'Reprimand', 'Final Warning'],
  ...['CR', 'NFA', 'O20', 'O21', 'O22', 'O23'],
];
