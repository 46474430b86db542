// Counts from which no value follows: never `shown`, and always with the reason beside them.
import { describe, expect, it } from 'vitest';
import { disclose } from '../../pipeline/disclosure/disclose.js';
import { findQuarter, windowEnding } from '../../pipeline/domain/period.js';
import { relateMeasures } from '../../pipeline/editions/disclose-edition.js';
import { chooseUnit, rateScale } from '../../pipeline/measures/declaration.js';
import { figureRows } from '../../pipeline/publish/figures-table.js';
import { buildValues } from '../../pipeline/statistics/values.js';
import { theProject } from '../project.js';

type Counted = readonly [group: string, numerator: number, denominator: number | null];

/** How one group of a breakdown stands in figures.csv: its value, status and note. */
function readRow(id: string, breakdown: string, counted: readonly Counted[], group: string) {
  const project = theProject();
  const declaration = project.measures.find((each) => each.declaration.id === id)?.declaration;
  if (!declaration) throw new RangeError(id);
  const window = { ...windowEnding('2023-03-31', 12), status: 'known' as const };
  const values = buildValues({
    declaration,
    unit: chooseUnit(declaration),
    per: rateScale(declaration),
    serviceName: 'Testshire',
    windows: [window],
    counts: counted.map(([name, numerator, denominator]) => ({
      windowId: window.id,
      breakdown: name === 'all' ? 'total' : breakdown,
      group: name,
      numerator,
      denominator,
    })),
    denominatorSource: () => null,
  });
  const rows = figureRows(disclose(values, relateMeasures(project), 0), findQuarter('2023-03-31'));
  const row = rows.find((each) => each.group === group);
  return [row?.numerator, row?.value, row?.status, row?.note];
}

const ALL: Counted = ['all', 300, 15_000];

describe('a group without a value', () => {
  it.each([
    [99, null, 'no data', 'fewer than 100 people'],
    [100, 500, 'shown', null],
    [null, null, 'no data', 'no population'],
  ])('is a rate’s on %s people', (people, value, status, note) => {
    const counted: Counted[] = [ALL, ['Black', 5, people]];
    expect(readRow('children_cautioned_or_sentenced', 'ethnicity', counted, 'Black')).toEqual([
      5,
      value,
      status,
      note,
    ]);
  });

  it('is a share’s of nobody', () => {
    const counted: Counted[] = [ALL, ['Asian', 0, 0]];
    expect(readRow('kpi1_accommodation', 'ethnicity', counted, 'Asian')).toEqual([
      ...[0, null],
      ...['no data', 'none in the group'],
    ]);
  });

  it.each([
    ['events', ['White', 0, 12_000]],
    ['people enough', ['White', 30, 99]],
    ['a population', ['White', 30, null]],
  ] as const)('is a relative rate’s where the reference group lacks %s', (_, white) => {
    const counted: Counted[] = [ALL, white, ['Mixed', 7, 600]];
    expect(
      readRow('offending_population_by_ethnicity', 'ethnicity', counted, 'Mixed').slice(1),
    ).toEqual([null, 'no data', 'no reference rate']);
  });

  it('is a relative rate’s of all together, and of those whose group is not known', () => {
    const counted: Counted[] = [ALL, ['White', 30, 12_000], ['Not known', 4, null]];
    for (const group of ['all', 'Not known'])
      expect(
        readRow('offending_population_by_ethnicity', 'ethnicity', counted, group).slice(1),
      ).toEqual([null, 'no data', 'not compared']);
  });
});
