// The demonstration under each definition, and what is not confirmed → two pages of docs, made anew and held to what they were.
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { projectFolder, readEveryMeasure, readRules } from '../../pipeline/config/project.js';
import { loadFigureWords } from '../../pipeline/figures/words.js';
import { countMeasure, type Measure } from '../../pipeline/measures/count.js';
import type { MeasuredWindow } from '../../pipeline/measures/windows.js';
import { dateByDefault, dateRule } from '../../pipeline/measures/counting-rules.js';
import { attachRules, redescribe } from '../../pipeline/measures/redefine.js';
import { openDemonstration, type Demonstration } from '../demonstration.js';
import {
  writeDefinitionsPage,
  writeUnconfirmedPage,
  type OptionCount,
} from './definitions-page.js';

const FOLDER = projectFolder();
const DOCS = join(FOLDER, 'docs');
const RULES = readRules(FOLDER);
const MEASURES = readEveryMeasure(FOLDER);
const QUARTERS = [
  { id: '2022-23 Q1', starts: '2022-04-01', ends: '2022-06-30', status: 'known' },
  { id: '2022-23 Q2', starts: '2022-07-01', ends: '2022-09-30', status: 'known' },
  { id: '2022-23 Q3', starts: '2022-10-01', ends: '2022-12-31', status: 'known' },
  { id: '2022-23 Q4', starts: '2023-01-01', ends: '2023-03-31', status: 'known' },
] as const;
const LAST_QUARTERS = [
  { id: '2021-22 Q4', starts: '2022-01-01', ends: '2022-03-31', status: 'known' },
  QUARTERS[3],
] as const;
const YEARS = [
  { id: '2022-03-31', starts: '2021-04-01', ends: '2022-03-31', status: 'known' },
  { id: '2023-03-31', starts: '2022-04-01', ends: '2023-03-31', status: 'known' },
] as const;

let service: Demonstration;
beforeAll(async () => {
  service = await openDemonstration();
}, 240_000);

/** The headline of a measure in each year, by some options and else each rule's default. */
async function count(
  measure: Measure,
  chosen: Readonly<Record<string, string>>,
  windows: readonly MeasuredWindow[] = YEARS,
): Promise<string[]> {
  const rules = RULES.map((rule) => dateRule(rule, [{ use: chosen[rule.name] ?? rule.default }]));
  const counts = await countMeasure(service.warehouse, attachRules(measure, rules), windows);
  return windows.map(({ id }) => {
    const found = counts.find((each) => each.windowId === id && each.breakdown === 'total');
    const isOfPopulation = measure.declaration.kind === 'rate';
    return `${found?.numerator}${isOfPopulation ? '' : ` of ${found?.denominator}`}`;
  });
}

/** The years by one option; where that gives the quarter beside them, each with its last quarter. */
async function countBeside(measure: Measure, rule: string, use: string): Promise<string[]> {
  const years = await count(measure, { [rule]: use });
  if (rule !== 'kpi_quarter' || use !== 'beside') return years;
  const quarters = await count(measure, {}, LAST_QUARTERS);
  return years.map((year, at) => `${year} (${quarters[at]})`);
}

function find(id: string): Measure {
  const found = MEASURES.find(({ declaration }) => declaration.id === id);
  if (!found) throw new Error(id);
  return found;
}

it('writes the demonstration’s figures under each definition into docs/definitions.md', async () => {
  const counted: OptionCount[] = [];
  for (const { name: rule, options } of RULES)
    for (const measure of MEASURES) {
      const { declaration } = measure;
      if (!(rule in (declaration.definitions ?? {})) || declaration.nation === 'England') continue;
      for (const use of Object.keys(options))
        counted.push({
          rule,
          use,
          measure: declaration,
          counts: await countBeside(measure, rule, use),
        });
    }
  const page = writeDefinitionsPage(RULES, ['2021-22', '2022-23'], counted);
  await expect(page).toMatchFileSnapshot(join(DOCS, 'definitions.md'));
}, 120_000);

it('writes what is not confirmed, and what would settle it, into docs/unconfirmed.md', async () => {
  const dated = RULES.map(dateByDefault);
  const published = MEASURES.filter(({ declaration: { since } }) => since === undefined);
  const now = published.map((each) => redescribe(attachRules(each, dated), '2026-09-30'));
  await expect(writeUnconfirmedPage(MEASURES, now)).toMatchFileSnapshot(
    join(DOCS, 'unconfirmed.md'),
  );
});

const COHORT = { kpi_cohort: 'six_orders' };

// Counted by hand from the extracts when the queries were set against our rules.
it.each([
  ['kpi1_accommodation', COHORT, '89 of 108'],
  ['kpi2_ete', COHORT, '58 of 108'],
  ['kpi2_ete_hours', { kpi2_hours: 'offered' }, '53 of 112'],
  ['kpi3_plan_ete_wales', { kpi3_plan_base: 'need' }, '45 of 70'],
  ['kpi4_mental_health_offered', {}, '51 of 61'],
  ['kpi5_substance_offered', {}, '24 of 32'],
  ['kpi6_out_of_court', {}, '78 of 91'],
  ['kpi6_out_of_court', { kpi6_completed: 'any_one' }, '78 of 91'],
  ['kpi7_wider_services_wales', { ...COHORT, kpi7_links: 'any_point' }, '64 of 108'],
  ['kpi8_board_senior', { kpi8_partners: 'five_each_quarter' }, '13 of 20'],
  ['kpi10_progress', { kpi10_given: 'of_those_who_consented' }, '37 of 77'],
  ['kpi10_support', { kpi10_given: 'of_those_who_consented' }, '19 of 77'],
  ['first_time_entrants', {}, '28'],
  ['first_time_entrants', { entrant_age: 'at_offence' }, '30'],
  ['first_time_entrants', { entrant_residence: 'on_the_day' }, '28'],
  ['kpi9_serious_violence_offences', {}, '3'],
])('%s by %j is %s in 2022-23', async (id, chosen, expected) => {
  expect((await count(find(id), chosen as Record<string, string>))[1]).toBe(expected);
});

it('counts 112 endings in four quarters by the return’s cohort, of 108 children in the year', async () => {
  const kpi1 = find('kpi1_accommodation');
  const quarters = await count(kpi1, COHORT, QUARTERS);
  expect(quarters.at(-1)).toBe('18 of 21');
  const ended = quarters.map((each) => Number(each.split(' of ')[1]));
  expect(ended.reduce((sum, each) => sum + each, 0)).toBe(112);
  expect((await count(kpi1, COHORT))[1]).toBe('89 of 108');
});

it('counts 61 completed in 2020-21 where one of several is enough, and 60 where the latest decides', async () => {
  const year = {
    id: '2021-03-31',
    starts: '2020-04-01',
    ends: '2021-03-31',
    status: 'known',
  } as const;
  const countBy = async (use: string): Promise<number | null | undefined> => {
    const rules = RULES.map((rule) =>
      dateRule(rule, [{ use: rule.name === 'kpi6_completed' ? use : rule.default }]),
    );
    const counts = await countMeasure(
      service.warehouse,
      attachRules(find('kpi6_out_of_court'), rules),
      [year],
    );
    return counts.find(({ breakdown }) => breakdown === 'total')?.numerator;
  };
  expect([await countBy('latest'), await countBy('any_one')]).toEqual([60, 61]);
});

it('has a word in both languages for every group that a page can print', async () => {
  const groups = (await service.warehouse.query(
    "select distinct breakdown, group_code from marts.groups where breakdown not in ('total', 'need_not_recorded')",
  )) as [string, string][];
  const unnamed = ['en', 'cy'].flatMap((language) => {
    const words = loadFigureWords(join(FOLDER, 'templates'), language as 'en' | 'cy', 'Service');
    return groups.filter(
      ([breakdown, group]) =>
        words.breakdown(breakdown) === breakdown ||
        (group === 'all' && words.group(breakdown, group) === group),
    );
  });
  expect(groups.length).toBeGreaterThan(50);
  expect(unnamed).toEqual([]);
});

it('counts five serious offences in 2021-22, where three children stand behind them', async () => {
  expect((await count(find('kpi9_serious_violence_offences'), {}))[0]).toBe('5');
  expect((await count(find('kpi9_serious_violence'), {}))[0]).toBe('3');
});
