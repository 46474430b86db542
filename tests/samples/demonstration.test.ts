// The demonstration extracts, counted afresh from the files, give the figures that were really published.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Counted, CUSTODIAL, dayBefore, monthsLater, type Span } from './counts.js';
import { tally, type Row } from './extracts.js';

const folder = join(import.meta.dirname, '../../data-samples/demonstration');
const service = new Counted(folder);
const year = (ending: number): Span => ({ from: `${ending - 1}-04-01`, to: `${ending}-03-31` });
const toSeptember = (ending: number): Span => ({
  from: `${ending - 1}-10-01`,
  to: `${ending}-09-30`,
});
/** Quarters from October 2017. */
const quarter = (place: number): Span => {
  const from = monthsLater('2017-10-01', place * 3);
  return { from, to: dayBefore(monthsLater(from, 3)) };
};
const children = (rows: readonly Row[]): number => new Set(rows.map((row) => row['child_id'])).size;
const grave = (row: Row): boolean => Number(row['gravity']) >= 5;

describe('children worked with', () => {
  test('F01, F03, F04 and the ethnicities F08 to F14: 2022-23', () => {
    const worked = service.workedWith(year(2023));
    expect(worked).toHaveLength(147);
    expect(tally(worked, 'sex')).toEqual({ Female: 31, Male: 116 });
    expect(tally(worked, 'ethnicity')).toEqual({
      '': 1,
      'Any other Mixed Background': 1,
      'Gypsy / Roma / Traveller': 2,
      'Other White British': 1,
      'White British': 136,
      'White Eastern European': 1,
      'White European': 4,
      'White Indian': 1,
    });
  });

  test('F02, F05 to F07: 2021-22', () => {
    const worked = service.workedWith(year(2022));
    expect(worked).toHaveLength(174);
    expect(tally(worked, 'sex')).toEqual({ Female: 35, Male: 138, Other: 1 });
  });
});

describe('offences', () => {
  test('F15, F17: 288 of 147 children in 2022-23', () => {
    const dealt = service.dealtWith(year(2023));
    expect([dealt.length, children(dealt)]).toEqual([288, 147]);
  });

  test('F16, F18: 311 of 174 children in 2021-22', () => {
    const dealt = service.dealtWith(year(2022));
    expect([dealt.length, children(dealt)]).toEqual([311, 174]);
  });

  test('F19, F21 to F27: gravity 5 or more in 2022-23 by category', () => {
    expect(tally(service.dealtWith(year(2023)).filter(grave), 'category')).toEqual({
      Arson: 3,
      'Domestic Burglary': 5,
      'Public Order': 6,
      Robbery: 1,
      'Sexual Offences': 2,
      'Vehicle Theft / Unauthorised Taking': 1,
      'Violence Against The Person': 2,
    });
  });

  test('F20: 16 of gravity 5 or more in 2021-22', () => {
    expect(service.dealtWith(year(2022)).filter(grave)).toHaveLength(16);
  });
});

describe('entrants, diversion and the offending population', () => {
  test('F28 and F29: 28 first-time entrants, 26 the year before', () => {
    expect(service.firstTimeEntrants(year(2023))).toHaveLength(28);
    expect(service.firstTimeEntrants(year(2022))).toHaveLength(26);
  });

  test('F30: 69 community resolutions, 59 the year before', () => {
    const resolutions = (span: Span): Row[] =>
      service.outcomesIn(span).filter((row) => row['outcome_type'] === 'Community Resolution');
    expect(resolutions(year(2023))).toHaveLength(69);
    expect(resolutions(year(2022))).toHaveLength(59);
  });

  test('F31: prevention programmes for 2 children in 2022-23', () => {
    const prevention = service
      .openIn(year(2023))
      .filter((row) => row['programme'] === 'Prevention');
    expect(children(prevention)).toBe(2);
  });

  test('F51 to F56: 45 children, White 43, Mixed 1, Other 1', () => {
    const dealtWith = service.cautionedOrSentenced(year(2023));
    const groups = tally(dealtWith, 'ethnicity');
    const white = dealtWith.filter(
      (row) => /White|Gypsy/.test(row['ethnicity'] ?? '') && row['ethnicity'] !== 'White Indian',
    );
    expect([dealtWith.length, white.length]).toEqual([45, 43]);
    expect([groups['Any other Mixed Background'], groups['Any other ethnic group']]).toEqual([
      1, 1,
    ]);
  });
});

describe('violence, weapons and custody', () => {
  const violence = (span: Span): Row[] =>
    service.firstDealtWithFormally(span, (row) => service.isSeriousViolence(row));

  test('F58: 5 offences by 4 children in the year to September 2022, 3 of violence and 2 robberies', () => {
    const offences = violence(toSeptember(2022));
    expect([offences.length, children(offences)]).toEqual([5, 4]);
    expect(tally(offences, 'category')).toEqual({ Robbery: 2, 'Violence Against The Person': 3 });
  });

  test('F57: counting outcomes instead gives 7 by 5 children, because one was sentenced again', () => {
    const rows = service.formalRows(toSeptember(2022), (row) => service.isSeriousViolence(row));
    expect([rows.length, children(rows)]).toEqual([7, 5]);
  });

  test('F59 and F60: 2 in the year to September 2021 and 4 in the year before', () => {
    expect(violence(toSeptember(2021))).toHaveLength(2);
    expect(violence(toSeptember(2020))).toHaveLength(4);
  });

  test('F61 to F65: weapons, offences and children, 2022 back to 2018', () => {
    const counts = [2022, 2021, 2020, 2019, 2018].map((ending) => {
      const offences = service.firstDealtWithFormally(toSeptember(ending), (row) =>
        service.isWeapon(row),
      );
      return [offences.length, children(offences)];
    });
    expect(counts).toEqual([
      [9, 9],
      [5, 4],
      [4, 4],
      [7, 6],
      [6, 6],
    ]);
  });

  test('F66: 4 custodial sentences of 3 children in 2022-23', () => {
    const sentences = service
      .outcomesIn(year(2023))
      .filter((row) => CUSTODIAL.includes(row['outcome_type'] ?? ''));
    expect([sentences.length, children(sentences)]).toEqual([4, 3]);
  });

  test('F67: 2 remands began in 2022-23', () => {
    const began = service.custody.filter((row) => {
      const start = (row['start_date'] ?? '').split('/').reverse().join('-');
      return (
        row['kind']?.startsWith('Remand') === true && start >= '2022-04-01' && start <= '2023-03-31'
      );
    });
    expect(began).toHaveLength(2);
  });

  test('F68: the proposal of three reports in four was followed in 2022-23', () => {
    const reported = service.outcomesIn(year(2023)).filter((row) => row['report_proposal'] !== '');
    const main = reported.filter((row) => row['outcome_type'] !== 'Compensation Order');
    const followed = main.filter((row) => row['report_proposal'] === row['outcome_type']);
    expect(main.length).toBeGreaterThan(8);
    expect(followed.length / main.length).toBe(0.75);
  });
});

describe('needs of assessed children', () => {
  const percent = (span: Span, need: string): number => {
    const latest = service.latestAssessments(span);
    return Math.round(
      (100 * latest.filter((answers) => answers.get(need) === 'yes').length) / latest.length,
    );
  };
  const in2022 = { from: '2022-01-01', to: '2022-12-31' };
  const in2021 = { from: '2021-01-01', to: '2021-12-31' };

  test('F32 to F43 are of 106 children, some of whose needs were not recorded', () => {
    const latest = service.latestAssessments(in2022);
    expect(latest).toHaveLength(106);
    expect(latest.every((answers) => answers.size === 12)).toBe(true);
    expect(
      latest.flatMap((answers) => [...answers.values()]).filter((each) => each === 'not recorded')
        .length,
    ).toBeGreaterThan(5);
  });

  test.each([
    ['F32', 'Known to social services before referral', 63],
    ['F33', 'Time in care', 11],
    ['F34', 'Emotional or mental health', 67],
    ['F35', 'Physical health', 24],
    ['F36', 'Self-harm or suicide risk', 31],
    ['F37', 'Alcohol use', 37],
    ['F38', 'Drug use', 67],
    ['F39', 'Unsuitable accommodation', 7],
    ['F40', 'Additional learning needs', 74],
    ['F41', 'Exclusion', 33],
    ['F42', 'Behaviour at school', 48],
    ['F43', 'Attendance', 41],
  ])('%s: %s, %i%% in 2022', (_id, need, published) => {
    expect(percent(in2022, need)).toBe(published);
  });

  test.each([
    ['Emotional or mental health', 61],
    ['Physical health', 18],
    ['Alcohol use', 41],
    ['Drug use', 53],
  ])('%s was %i%% in 2021, as the points up and down say', (need, implied) => {
    expect(percent(in2021, need)).toBe(implied);
  });
});

test('about a third of the children reoffend, over the cohorts of October 2017 to September 2021', () => {
  const cohorts = Array.from({ length: 16 }, (_each, place) => service.reoffending(quarter(place)));
  const all = cohorts.reduce((sum, cohort) => sum + cohort.children, 0);
  const again = cohorts.reduce((sum, cohort) => sum + cohort.reoffenders, 0);
  expect(all).toBeGreaterThan(200);
  expect(again / all).toBeGreaterThan(0.29);
  expect(again / all).toBeLessThan(0.38);
});

test('the notice that it is synthetic lies in the folder', () => {
  expect(readFileSync(join(folder, 'SYNTHETIC.txt'), 'utf8')).toMatch(/^SYNTHETIC\n/);
});
