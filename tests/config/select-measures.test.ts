// The definitions that a service chose: which measures its pack has, by which option, from when, and how the pack says it.
import { describe, expect, it } from 'vitest';
import { selectMeasures } from '../../pipeline/config/select-measures.js';
import type { Settings } from '../../pipeline/config/settings.js';
import { findSeriesBreak } from '../../pipeline/domain/changes.js';
import { parseQuarter, type Window } from '../../pipeline/domain/period.js';
import { ProblemError } from '../../pipeline/domain/problem.js';
import type { Measure } from '../../pipeline/measures/count.js';
import { findOption } from '../../pipeline/measures/counting-rules.js';
import { theProject } from '../project.js';

type Chosen = Settings['definitions'];

function select(label: string, definitions: Chosen = {}): readonly Measure[] {
  const quarter = parseQuarter(label);
  if (!quarter) throw new Error(label);
  return selectMeasures(theProject(), { nation: 'Wales', definitions }, quarter).measures;
}

function find(measures: readonly Measure[], id: string): Measure | undefined {
  return measures.find(({ declaration }) => declaration.id === id);
}

function optionOn(measure: Measure | undefined, rule: string, ends: string): string | undefined {
  const dated = measure?.rules?.find((each) => each.rule.name === rule);
  return dated && findOption(dated, ends);
}

const year = (ends: string, starts: string): Window => ({ id: ends, starts, ends });

describe('by default', () => {
  it('the cohort changes with the first window that ends on the day or later', () => {
    const kpi1 = find(select('2022-23 Q4'), 'kpi1_accommodation');
    const options = ['2022-12-31', '2026-09-30', '2026-10-01', '2026-12-31'];
    expect(options.map((ends) => optionOn(kpi1, 'kpi_cohort', ends))).toEqual([
      ...['every_programme', 'every_programme', 'six_orders', 'six_orders'],
    ]);
  });

  it('a year before the change and a year after it are not compared; two before it are', () => {
    const kpi1 = find(select('2026-27 Q3'), 'kpi1_accommodation');
    if (!kpi1) throw new Error('no KPI 1');
    const [old, before, after] = [
      year('2024-12-31', '2024-01-01'),
      year('2025-12-31', '2025-01-01'),
      year('2026-12-31', '2026-01-01'),
    ];
    expect(findSeriesBreak(kpi1.declaration, old, before)).toBeNull();
    expect(findSeriesBreak(kpi1.declaration, before, after)).toMatchObject({
      from: '2026-10-01',
      of: 'ours',
      rule: 'kpi_cohort',
    });
  });

  it('the pack says which option its quarter is counted by, and how sure it is', () => {
    const before = find(select('2026-27 Q2'), 'kpi1_accommodation')?.declaration;
    const after = find(select('2026-27 Q3'), 'kpi1_accommodation')?.declaration;
    expect(before?.definition.en).toContain('Every programme counts');
    expect(before?.definition.cy).toContain('Mae pob rhaglen yn cyfrif');
    expect(before?.source).toMatchObject({ confirmed: false });
    expect(after?.definition.en).toContain('by the most serious that ended');
    expect(after?.source.document.en).toContain('version 8 (June 2025; queries, not guidance)');
    expect(after?.source.confirmed).toBe(true);
  });

  it('KPI 9 counts offences from the quarter on which it is published, and the children stay', () => {
    const ids = (label: string): string[] =>
      select(label)
        .map(({ declaration }) => declaration.id)
        .filter((id) => id.startsWith('kpi9_'));
    expect(ids('2026-27 Q2')).toEqual(['kpi9_serious_violence']);
    expect(ids('2026-27 Q3')).toEqual(['kpi9_serious_violence_offences', 'kpi9_serious_violence']);
  });

  it('nothing is said of a rule whose default the measure’s own text gives', () => {
    const { declaration } = find(select('2026-27 Q3'), 'first_time_entrants') ?? {};
    const own = find(theProject().measures, 'first_time_entrants')?.declaration;
    expect(declaration).toEqual(own);
  });
});

describe('an option in the settings', () => {
  const later = { kpi7_links: [{ use: 'any_point', from: '2022-10-01' }] };

  it('holds from its day, is said, and breaks the series there', () => {
    const id = 'kpi7_wider_services_wales';
    const before = find(select('2022-23 Q2', later), id);
    const after = find(select('2022-23 Q4', later), id);
    expect(before?.declaration.title.en).toContain('at the end');
    expect(after?.declaration.title).toEqual({
      en: 'Linked to wider services at any point (KPI 7)',
      cy: 'Cysylltiad â gwasanaethau ehangach ar unrhyw adeg (DPA 7)',
    });
    expect(optionOn(after, 'kpi7_links', '2022-09-30')).toBe('at_the_end');
    expect(optionOn(after, 'kpi7_links', '2022-12-31')).toBe('any_point');
    const marked = (after?.declaration.changes ?? []).map(({ from, rule }) => [rule, from]);
    expect(marked).toContainEqual(['kpi7_links', '2022-10-01']);
  });

  it('leaves a measure alone that it does not touch', () => {
    const start = find(select('2022-23 Q4', later), 'kpi7_wider_services_start_wales');
    const rules = (start?.declaration.changes ?? []).map(({ rule }) => rule);
    expect(rules).toEqual(['kpi_cohort']);
    expect(start?.declaration.definition.en).not.toContain('at any point');
  });

  it('without a day holds from the beginning, with no break, and stops the project’s own change', () => {
    const chosen = { kpi_cohort: [{ use: 'every_programme' }] };
    const kpi1 = find(select('2026-27 Q3', chosen), 'kpi1_accommodation');
    expect(optionOn(kpi1, 'kpi_cohort', '2030-12-31')).toBe('every_programme');
    expect(kpi1?.declaration.changes).toEqual([]);
  });

  it('that only changes what stands first moves the page and breaks nothing', () => {
    const chosen = { kpi_need_headline: [{ use: 'offered', from: '2022-10-01' }] };
    const shown = (label: string): (string | number | undefined)[][] =>
      select(label, chosen)
        .filter(({ declaration: { id } }) => /^kpi4_mental_health(_offered)?$/.test(id))
        .map(({ declaration: { id, chart, window } }) => [id, chart, window.show]);
    expect(shown('2022-23 Q2')).toEqual([
      ['kpi4_mental_health', 'breakdown', 13],
      ['kpi4_mental_health_offered', 'row', 5],
    ]);
    expect(shown('2022-23 Q4')).toEqual([
      ['kpi4_mental_health_offered', 'breakdown', 13],
      ['kpi4_mental_health', 'row', 5],
    ]);
    const rules = (
      find(select('2022-23 Q4', chosen), 'kpi4_mental_health')?.declaration.changes ?? []
    ).map(({ rule }) => rule);
    expect(rules).toEqual(['kpi_cohort']);
  });

  it.each([
    ['a rule that is not declared', { kpi11: [{ use: 'any' }] }],
    ['an option that the rule does not have', { kpi_cohort: [{ use: 'five_orders' }] }],
    [
      'two options from one day',
      {
        kpi_cohort: [
          { use: 'six_orders', from: '2022-10-01' },
          { use: 'every_programme', from: '2022-10-01' },
        ],
      },
    ],
  ])('is refused if it is %s', (_, chosen) => {
    const found = catchProblems(() => select('2022-23 Q4', chosen));
    expect(found.map(({ code }) => code)).toEqual(['unknown-definition']);
  });
});

function catchProblems(act: () => unknown): ProblemError['problems'] {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}
