// A group that was recorded for nobody has no data: it is not zero, and nothing is compared with it.
import { describe, expect, it } from 'vitest';
import { windowEnding } from '../../pipeline/domain/period.js';
import type { Value } from '../../pipeline/domain/value.js';
import { isEverRecorded, type Count } from '../../pipeline/measures/count.js';
import { buildValues } from '../../pipeline/statistics/values.js';
import { openForBuilding } from '../../pipeline/warehouse/connection.js';
import { theProject } from '../project.js';

const { measures } = theProject();
const PROFILE = find('needs_profile').declaration;
const CHILDREN = 119;
const YEARS = ['2022-12-31', '2023-12-31'];

function find(id: string): (typeof measures)[number] {
  const measure = measures.find(({ declaration }) => declaration.id === id);
  if (!measure) throw new RangeError(id);
  return measure;
}

/** The newest year's value of one need, of 119 children: found and not recorded in each of two years. */
function newest(years: readonly (readonly [found: number, notRecorded: number])[]): Value {
  const counts = years.flatMap(([found, missing], at): Count[] => {
    const windowId = YEARS[at] ?? '';
    const need = { windowId, group: 'Drug use', denominator: CHILDREN };
    return [
      { ...need, breakdown: 'total', group: 'all', numerator: 60 },
      { ...need, breakdown: 'need', numerator: found },
      { ...need, breakdown: 'need_not_recorded', numerator: missing },
    ];
  });
  const values = buildValues({
    ...{ declaration: PROFILE, unit: 'proportion', per: 1, serviceName: 'S', counts },
    windows: YEARS.map((day) => ({ ...windowEnding(day, 12), status: 'known' as const })),
    denominatorSource: () => null,
  });
  const value = values.findLast(({ breakdown }) => breakdown === 'need');
  if (!value) throw new RangeError('no need');
  return value;
}

describe('a need', () => {
  it('that nobody recorded has no data', () => {
    const nothing = { numerator: null, denominator: null, value: null, lower: null, upper: null };
    const value = newest([
      [40, 0],
      [0, CHILDREN],
    ]);
    expect(value).toMatchObject({
      ...nothing,
      status: 'no data',
      verdict: null,
      group: 'Drug use',
    });
  });

  it('that was looked at and never found is zero', () => {
    for (const missing of [0, CHILDREN - 1])
      expect(
        newest([
          [0, 0],
          [0, missing],
        ]),
      ).toMatchObject({ status: 'known', numerator: 0 });
  });

  it('is compared with no year in which nobody recorded it', () => {
    const before = (missing: number): Value =>
      newest([
        [0, missing],
        [60, 0],
      ]);
    expect(before(0).verdict).toBe('higher');
    expect(before(CHILDREN).verdict).toBeNull();
  });
});

describe('a figure of everybody', () => {
  const { declaration } = find('kpi1_accommodation');
  const windowId = YEARS[1] ?? '';
  const build = (missing: number): Value[] => {
    const rows: [string, string, number, number][] = [
      ['total', 'all', 0, CHILDREN],
      ['not_recorded', 'all', missing, CHILDREN],
      ['sex', 'Female', 0, 19],
      ['voluntary', 'all', 3, 8],
    ];
    const counts = rows.map(([breakdown, group, numerator, denominator]): Count => {
      return { windowId, breakdown, group, numerator, denominator };
    });
    return buildValues({
      ...{ declaration, unit: 'proportion', per: 1, serviceName: 'S', counts },
      windows: [{ ...windowEnding(windowId, 12), status: 'known' as const }],
      denominatorSource: () => null,
    });
  };

  it('that nobody recorded has no data, nor have its groups; how many were not recorded is known', () => {
    expect(build(CHILDREN).map((each) => [each.breakdown, each.status, each.numerator])).toEqual([
      ['total', 'no data', null],
      ['not_recorded', 'known', CHILDREN],
      ['sex', 'no data', null],
      ['voluntary', 'known', 3],
    ]);
  });

  it('that one child has an answer to is counted', () => {
    expect(build(CHILDREN - 1).map(({ status }) => status)).toEqual(Array(4).fill('known'));
  });
});

describe('sessions of a kind', () => {
  it.each([
    ['never recorded', ['Supervision'], false],
    ['of which there are none at all', [], false],
    ['recorded once, in whatever year', ['Supervision', 'Reparation'], true],
  ])('%s', async (_, kinds, recorded) => {
    const database = await openForBuilding(':memory:');
    try {
      await database.execute('create schema marts');
      await database.execute('create table marts.sessions (kind varchar, attended boolean)');
      for (const kind of kinds)
        await database.execute(`insert into marts.sessions values ('${kind}', false)`);
      for (const id of ['reparation_children', 'reparation_attended'])
        expect(await isEverRecorded(database, find(id))).toBe(recorded);
    } finally {
      database.close();
    }
  });
});
