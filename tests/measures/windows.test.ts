// Which windows a measure counts in a pack, and which of them can be known.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDeclaration } from '../../pipeline/domain/declared.js';
import {
  addDays,
  addMonths,
  countWindowMonths,
  parseQuarter,
  windowEnding,
  type Quarter,
} from '../../pipeline/domain/period.js';
import {
  declarationSchema,
  rateScale,
  chooseUnit,
  type Declaration,
} from '../../pipeline/measures/declaration.js';
import { isPool, listWindows, type Moment } from '../../pipeline/measures/windows.js';
import { projectFolder } from '../../pipeline/config/project.js';

/** The declaration of first-time entrants, with another window. */
function measuring(window: Partial<Declaration['window']>): Declaration {
  const file = join(projectFolder(), 'queries', 'measures', 'first_time_entrants', 'measure.yaml');
  const declared = readDeclaration(file, declarationSchema);
  return {
    ...declared,
    id: 'first_time_entrants',
    window: { length: '12 months', show: 13, ...window },
  };
}

const ROLLING = measuring({});
const YEARLY = measuring({ length: 'calendar year', show: 5 });
const COHORT = measuring({ follow_up: 12, wait: 6, show: 4 });

const q4 = parseQuarter('2022-23 Q4') as Quarter;
const covers = { from: '2000-01-01', to: '2099-12-31' };

function moment(changed: Partial<Moment> = {}): Moment {
  return { quarter: q4, asAt: '2023-04-20', covers, ...changed };
}

/** Each window's last day and whether it is known. */
function told(declaration: Declaration, when: Moment): Record<string, string> {
  return Object.fromEntries(listWindows(declaration, when).map(({ id, status }) => [id, status]));
}

describe('twelve months, every quarter', () => {
  const windows = listWindows(ROLLING, moment());

  it('number thirteen, oldest first, the newest ending with the quarter', () => {
    expect(windows).toHaveLength(13);
    expect(windows[0]).toEqual({
      id: '2020-03-31',
      starts: '2019-04-01',
      ends: '2020-03-31',
      status: 'known',
    });
    expect(windows[12]).toMatchObject({ starts: '2022-04-01', ends: '2023-03-31' });
  });

  it('are a year long and a quarter apart, each ending on a quarter’s last day', () => {
    for (const [at, { starts, ends }] of windows.entries()) {
      expect(addMonths(starts, 12)).toBe(addDays(ends, 1));
      expect(ends).toMatch(/-(03-31|06-30|09-30|12-31)$/);
      const after = windows[at + 1];
      if (after) expect(addMonths(starts, 3)).toBe(after.starts);
    }
  });

  it('are known from their last day, and not before', () => {
    expect(told(ROLLING, moment({ asAt: '2023-03-30' }))['2023-03-31']).toBe('immature');
    expect(told(ROLLING, moment({ asAt: '2023-03-31' }))['2023-03-31']).toBe('known');
  });

  it('have no data if the extracts begin after they do, or end before they do', () => {
    const late = told(ROLLING, moment({ covers: { ...covers, from: '2020-04-01' } }));
    expect(late['2021-03-31']).toBe('known');
    expect(late['2020-12-31']).toBe('no data');
    expect(told(ROLLING, moment({ covers: { ...covers, from: '2020-04-02' } }))['2021-03-31']).toBe(
      'no data',
    );
    const early = told(ROLLING, moment({ covers: { ...covers, to: '2023-03-30' } }));
    expect([early['2022-12-31'], early['2023-03-31']]).toEqual(['known', 'no data']);
  });
});

describe('calendar years', () => {
  it.each([
    ['2022-23 Q3', '2022-12-31'],
    ['2022-23 Q4', '2022-12-31'],
    ['2023-24 Q1', '2022-12-31'],
    ['2023-24 Q2', '2022-12-31'],
    ['2023-24 Q3', '2023-12-31'],
  ])('in %s end with the last complete year: %s', (label, ends) => {
    const quarter = parseQuarter(label) as Quarter;
    const windows = listWindows(YEARLY, moment({ quarter, asAt: quarter.ends }));
    expect(windows.at(-1)).toEqual({ ...windowEnding(ends, 12), status: 'known' });
    expect(windows.map(({ starts }) => starts.slice(4))).toEqual(Array(5).fill('-01-01'));
    expect(new Set(windows.map(({ id }) => id)).size).toBe(5);
  });
});

describe('cohorts', () => {
  it('are mature eighteen months after their last quarter, and not the day before', () => {
    expect(told(COHORT, moment({ asAt: '2023-03-30' }))['2021-09-30']).toBe('known');
    expect(told(COHORT, moment({ asAt: '2023-03-29' }))['2021-09-30']).toBe('immature');
    expect(told(COHORT, moment({ asAt: '2023-04-20' }))['2021-12-31']).toBe('immature');
    expect(told(COHORT, moment({ asAt: '2023-06-30' }))['2021-12-31']).toBe('known');
  });

  it('include as many mature ones as declared, and every later immature one', () => {
    const windows = listWindows(COHORT, moment());
    expect(windows.map(({ id, status }) => [id, status])).toEqual([
      ['2020-12-31', 'known'],
      ['2021-03-31', 'known'],
      ['2021-06-30', 'known'],
      ['2021-09-30', 'known'],
      ['2021-12-31', 'immature'],
      ['2022-03-31', 'immature'],
      ['2022-06-30', 'immature'],
      ['2022-09-30', 'immature'],
      ['2022-12-31', 'immature'],
      ['2023-03-31', 'immature'],
    ]);
  });

  it('stay immature until the records cover the waiting period', () => {
    const until = (to: string) => told(COHORT, moment({ covers: { ...covers, to } }))['2021-09-30'];
    expect(until('2023-03-30')).toBe('known');
    expect(until('2023-03-29')).toBe('immature');
    expect(until('2021-09-29')).toBe('no data');
  });
});

describe('units', () => {
  it.each([
    ['rate', 100000, 'per 100,000', 100000],
    ['rate', 1000, 'per 1,000', 1000],
    ['count', undefined, 'count', 1],
    ['relative_rate', undefined, 'relative rate', 1],
    ['proportion', undefined, 'proportion', 1],
  ] as const)('for a %s per %s is %s', (kind, per, unit, multiplier) => {
    const declared = per === undefined ? { kind } : { kind, per };
    expect([chooseUnit(declared), rateScale(declared)]).toEqual([unit, multiplier]);
  });

  it('need a declared population for a rate', () => {
    expect(() => chooseUnit({ kind: 'rate' })).toThrow(RangeError);
  });
});

describe('three years, with pools of one and five', () => {
  const POOLED = measuring({ length: '36 months', show: 1, pools: [12, 60] });

  it('all end with the quarter, have distinct ids, and come before the newest', () => {
    const windows = listWindows(POOLED, moment());
    expect(windows.map(({ id, starts }) => [id, starts])).toEqual([
      ['2023-03-31', '2022-04-01'],
      ['2023-03-31/60', '2018-04-01'],
      ['2023-03-31/36', '2020-04-01'],
    ]);
    expect(windows.map((window) => isPool(POOLED, window))).toEqual([true, true, false]);
  });

  it('have a status each: no data if the records do not reach back far enough', () => {
    const when = moment({ covers: { from: '2020-04-01', to: '2099-12-31' } });
    expect(told(POOLED, when)).toEqual({
      '2023-03-31': 'known',
      '2023-03-31/60': 'no data',
      '2023-03-31/36': 'known',
    });
  });

  it('end with the newest mature cohort', () => {
    const cohort = measuring({ length: '36 months', show: 1, pools: [12], follow_up: 12, wait: 6 });
    const windows = listWindows(cohort, moment()).filter(({ status }) => status === 'known');
    expect(windows.map(({ id }) => id)).toEqual(['2021-09-30', '2021-09-30/36']);
  });
});

describe('the months of a window', () => {
  it.each([1, 3, 12, 36, 60])('%i', (months) => {
    expect(countWindowMonths(windowEnding('2024-02-29', months))).toBe(months);
  });
});
