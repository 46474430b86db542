// What is due when, how far records are trusted, and which faults come first in the fix list.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDeclaration } from '../../pipeline/domain/declared.js';
import { parseQuarter } from '../../pipeline/domain/period.js';
import { buildFixList } from '../../pipeline/data-quality/fix-list.js';
import { gradeRecords, type RecordQuality } from '../../pipeline/data-quality/grade.js';
import {
  agreementsSchema,
  checkFreshness,
  type DeliveryAgreement,
} from '../../pipeline/data-quality/overdue.js';
import { theProject } from '../project.js';

const RULES = {
  low: { faults_over: 0.1, set_aside_over: 0.05, no_area_over: 0.1 },
  moderate: { faults_over: 0.02, set_aside_over: 0, no_area_over: 0 },
  links: { at_least_under: 0.9, no_data_under: 0.1 },
};
const SOUND: RecordQuality = {
  late: [],
  faults: [],
  setAside: [{ extract: 'outcomes', share: 0 }],
  noArea: [],
  linked: { few: [], partly: [] },
  unrecorded: null,
};

describe('a grade of confidence', () => {
  test('is high if nothing is late, rejected or faulty', () => {
    expect(gradeRecords(SOUND, RULES)).toEqual({ grade: 'high', because: [] });
  });

  test.each([
    ['few', 'low', 0.1],
    ['partly', 'moderate', 0.9],
  ] as const)('of records that link to %s of our children is %s', (links, grade, over) => {
    const linked = { ...SOUND.linked, [links]: ['care_episodes'] };
    expect(gradeRecords({ ...SOUND, linked }, RULES)).toEqual({
      grade,
      because: [{ rule: 'linked', subject: 'care_episodes', over }],
    });
  });

  test.each([
    [0.001, 'moderate'],
    [0.1, 'moderate'],
    [0.11, 'low'],
    [0, 'high'],
  ])('of records of which %s are left out without an area code is %s', (share, grade) => {
    const noArea = [{ extract: 'arrests', share }];
    expect(gradeRecords({ ...SOUND, noArea }, RULES).grade).toBe(grade);
  });

  test('is low if an extract is late, even if everything else is sound', () => {
    expect(gradeRecords({ ...SOUND, late: ['outcomes'] }, RULES)).toEqual({
      grade: 'low',
      because: [{ rule: 'late', subject: 'outcomes', over: null }],
    });
  });

  test.each([
    [0.02, true, 'high'],
    [0.021, true, 'moderate'],
    [0.1, true, 'moderate'],
    [0.101, true, 'low'],
    [0.5, false, 'moderate'],
  ])('for a faulty share of %d, affecting the whole figure: %s, is %s', (share, whole, grade) => {
    const faults = [{ fault: 'some', share, whole }];
    expect(gradeRecords({ ...SOUND, faults }, RULES).grade).toBe(grade);
  });

  test.each([
    [0.001, 'moderate'],
    [0.05, 'moderate'],
    [0.051, 'low'],
  ])('for a rejected share of %d is %s', (share, grade) => {
    expect(gradeRecords({ ...SOUND, setAside: [{ extract: 'needs', share }] }, RULES).grade).toBe(
      grade,
    );
  });
});

describe('answers that nobody recorded', () => {
  test.each([
    [0, 'high'],
    [0.02, 'high'],
    [0.05, 'moderate'],
    [5 / 28, 'low'],
    [16 / 24, 'low'],
  ])('that could move %d of a figure make its records %s', (share, grade) => {
    const graded = gradeRecords({ ...SOUND, unrecorded: { extract: 'offences', share } }, RULES);
    expect(graded.grade).toBe(grade);
    if (grade !== 'high')
      expect(graded.because).toEqual([
        { rule: 'unrecorded', subject: 'offences', over: grade === 'low' ? 0.1 : 0.02 },
      ]);
  });
});

describe('freshness of extracts', () => {
  const quarter = parseQuarter('2022-23 Q3');
  if (!quarter) throw new RangeError('no such quarter');
  const from = { en: 'Police', cy: 'Heddlu' };
  const agreed = (every: DeliveryAgreement['every']): DeliveryAgreement[] => [
    { extracts: ['arrests'], from, every, due: 14 },
  ];
  const state = (
    came: string | null,
    asAt: string,
    every: DeliveryAgreement['every'] = 'quarter',
  ) =>
    checkFreshness(['arrests'], agreed(every), new Map(came ? [['arrests', came]] : []), {
      quarter,
      asAt,
    })[0];

  test('are due the agreed number of days after the period, the last day included', () => {
    expect(state('2023-01-14', '2023-02-01')).toMatchObject({
      due: '2023-01-14',
      state: 'in time',
    });
    expect(state('2023-01-15', '2023-02-01')?.state).toBe('after its day');
  });

  test('are not satisfied by a delivery made before the period ended', () => {
    expect(state('2022-12-31', '2023-01-14')?.state).toBe('not yet due');
    expect(state('2022-12-31', '2023-01-15')?.state).toBe('late');
    expect(state(null, '2023-01-14')?.state).toBe('not yet due');
    expect(state(null, '2023-01-15')).toMatchObject({ came: null, state: 'late' });
  });

  test('for a financial year are due after the newest year that has ended', () => {
    expect(state('2022-04-10', '2023-01-15', 'year')).toMatchObject({
      due: '2022-04-14',
      state: 'in time',
    });
  });

  test('have no due day without an agreement', () => {
    expect(checkFreshness(['arrests'], [], new Map(), { quarter, asAt: '2023-01-15' })).toEqual([
      { extract: 'arrests', from: null, due: null, came: null, state: 'never' },
    ]);
  });
});

describe('the fix list', () => {
  const { faults, measures, contracts } = theProject();
  const setting = {
    measures: measures.map(({ declaration }) => declaration),
    contracts,
    published: new Set(['first_time_entrants']),
    language: 'en' as const,
    headings: new Map([['children', { prior_formal_outcome_elsewhere: 'PRIOR ELSEWHERE?' }]]),
  };
  const found = ['sex_not_known', 'prior_outcome_not_recorded'].map((id) => {
    const fault = faults.find((each) => each.id === id);
    if (!fault) throw new RangeError(id);
    return { fault, checked: 9, records: [`${id} 1`, null] };
  });
  const list = buildFixList(found, setting);

  test('omits only records that cannot be found, and names the heading', () => {
    expect(list.map(({ record }) => record)).toHaveLength(2);
    const sex = list.find(({ record }) => record === 'sex_not_known 1');
    expect(sex?.heading).toMatch(/^sex \/ /);
  });

  test('names a heading as the case system wrote it, once a file was received', () => {
    const { heading } = list.find(({ record }) => record.startsWith('prior')) ?? {};
    expect(heading).toBe('PRIOR ELSEWHERE?');
  });

  test('puts a fault that affects a published figure before one that affects more figures', () => {
    const only = { ...setting, published: new Set(['offences_per_child']) };
    const without = faults.find(({ id }) => id === 'offences_without_outcome');
    const [sex] = found;
    if (!without || !sex) throw new RangeError('no such fault');
    const [first] = buildFixList([sex, { fault: without, checked: 3, records: ['F1'] }], only);
    expect(first).toMatchObject({ record: 'F1', record_of: 'offences' });
    expect(first?.moves_published).not.toBe('');
  });
});

test('the demonstration’s agreements name existing extracts', () => {
  const { folder, contracts } = theProject();
  const agreements = readDeclaration(join(folder, 'reports', 'receipts.yaml'), agreementsSchema);
  const known = contracts.map(({ extract }) => extract);
  for (const each of agreements.flatMap(({ extracts }) => extracts)) expect(known).toContain(each);
});
