// Published figures beside ours: where each stands or why it does not, another area's children never beside ours, and marks
// of suppression carried to the page.
import { describe, expect, it, test } from 'vitest';
import { createCellReader } from '../../pipeline/contracts/cells.js';
import { CellError } from '../../pipeline/contracts/parsed-cell.js';
import { disclose } from '../../pipeline/disclosure/disclose.js';
import { relateMeasures } from '../../pipeline/editions/disclose-edition.js';
import type { CurrentNames } from '../../pipeline/domain/former-names.js';
import type { PublishedFigure } from '../../pipeline/domain/published.js';
import type { Value } from '../../pipeline/domain/value.js';
import { tabulateComparison } from '../../pipeline/figures/comparison-table.js';
import { buildSubject } from '../../pipeline/figures/subject.js';
import { loadFigureWords } from '../../pipeline/figures/words.js';
import { rateScale, type Declaration } from '../../pipeline/measures/declaration.js';
import { noteUnshownFigures } from '../../pipeline/results/unshown-figures.js';
import { buildComparators } from '../../pipeline/statistics/comparators.js';
import { findUnshownFigures, placeFigures } from '../../pipeline/statistics/place-published.js';
import { declare, value, windows } from '../figures/sample.js';
import { theProject } from '../project.js';

const [NOW] = windows(1) as [ReturnType<typeof windows>[number]];
const TEMPLATES = new URL('../../templates', import.meta.url).pathname;
const ALL = [
  'previous_year',
  'service',
  'family',
  'region',
  'nation',
  'england_and_wales',
] as const;
const ENTRANTS = declare({ comparators: [...ALL] });
const { per: _, ...share } = declare({
  ...{ id: 'needs_profile', kind: 'proportion', breakdowns: ['need'], chart: 'profile' },
  comparators: [...ALL],
});
const NEEDS: Declaration = share;
const GROUPS: ReadonlyMap<string, CurrentNames> = new Map([
  ['ethnicity', new Map([['Mixed', 'Mixed']])],
  ['sex', new Map([['Female', 'Female']])],
  [
    'need',
    new Map([
      ['Drug use', 'Drug use'],
      ['Substance use', 'Drug use'],
    ]),
  ],
]);
const OURS = [
  value(ENTRANTS, NOW, { numerator: 28, denominator: 14995, value: 186.7, lower: 124, upper: 270 }),
];
const OUR_NEEDS = [
  value(NEEDS, NOW, { numerator: 100, denominator: 106, value: 0.94 }),
  value(NEEDS, NOW, {
    ...{ breakdown: 'need', group: 'Drug use', numerator: 71, denominator: 106, value: 0.67 },
  }),
];

function published(changes: Partial<PublishedFigure> = {}): PublishedFigure {
  return {
    ...{ measure: 'first_time_entrants', areaKind: 'region', areaName: 'North Wales' },
    ...{ window: NOW, group: 'all', numerator: 90, denominator: 64365, value: 139.8 },
    ...{ unit: 'per 100,000', source: 'A table', publishedOn: null },
    marks: { numerator: null, value: null },
    ...changes,
  };
}

describe('a published figure that is shown nowhere', () => {
  it.each([
    ['no-measure', { measure: 'first_entrants' }],
    ['no-group', { group: 'Drug use' }],
    ['other-length', { window: { ...NOW, starts: '2023-01-01' } }],
    ['other-unit', { unit: 'per 10,000' }],
    ['only-a-count', { unit: 'count', value: 90, denominator: null }],
  ] as const)('%s: is told, with the reason', (reason, changes) => {
    const counted = [{ declaration: ENTRANTS, ours: OURS }];
    const unshown = findUnshownFigures(counted, [published(changes)], GROUPS);
    expect(unshown.map((each) => each.reason)).toEqual([reason]);
    expect(noteUnshownFigures(unshown)).toMatchObject([
      { kind: 'note', code: 'published-not-shown', file: 'published' },
    ]);
  });

  it.each([
    ['no-page', declare({ comparators: [...ALL], chart: 'row' }), OURS],
    ['no-comparator', declare({ comparators: ['previous_year', 'nation'] }), OURS],
    ['no-figure', ENTRANTS, OURS.map((each): Value => ({ ...each, status: 'no data' }))],
  ] as const)('%s: is told, with the reason', (reason, declaration, ours) => {
    const unshown = findUnshownFigures([{ declaration, ours }], [published()], GROUPS);
    expect(unshown.map((each) => each.reason)).toEqual([reason]);
  });

  it('is none that stands beside ours', () => {
    const counted = [{ declaration: ENTRANTS, ours: OURS }];
    const own = { areaKind: 'service', unit: 'count', numerator: 28, value: 28 } as const;
    expect(findUnshownFigures(counted, [published(), published(own)], GROUPS)).toEqual([]);
  });
});

describe('the breakdown of a published group', () => {
  it.each([
    ['Drug use', 'need', 'Drug use'],
    ['Substance use', 'need', 'Drug use'],
    ['all', 'total', 'all'],
  ])('%s stands in %s', (group, breakdown, today) => {
    const figure = published({ measure: 'needs_profile', group, unit: 'proportion', value: 0.67 });
    const counted = { declaration: NEEDS, ours: OUR_NEEDS };
    expect(placeFigures(counted, [figure], GROUPS)).toMatchObject([{ breakdown, group: today }]);
  });
});

function tabulate(
  figures: readonly PublishedFigure[],
  language: 'en' | 'cy' = 'en',
  hideBelow = 0,
) {
  const placed = placeFigures({ declaration: ENTRANTS, ours: OURS }, figures, GROUPS);
  const theirs = buildComparators(ENTRANTS, rateScale(ENTRANTS), OURS, placed);
  const disclosed = disclose([...OURS, ...theirs], relateMeasures(theProject()), hideBelow);
  const words = loadFigureWords(TEMPLATES, language, 'Invented');
  return tabulateComparison(buildSubject(ENTRANTS, disclosed, words));
}

describe('the table of published figures', () => {
  it.each(['region', 'family', 'nation', 'england_and_wales'] as const)(
    'never sets the children of a %s beside ours',
    (areaKind) => {
      const table = tabulate([published({ areaKind, numerator: 777 })]);
      expect(JSON.stringify(table)).not.toContain('777');
      expect(table?.rows[0]?.cells).toContain('139.8');
    },
  );

  it.each(['[c]', 'c', 'x', '<5', '*'])(
    'carries %s through as suppressed, in both languages',
    (mark) => {
      const figure = published({
        numerator: null,
        value: null,
        marks: { numerator: mark, value: mark },
      });
      expect(tabulate([figure])?.rows[0]?.cells).toContain(`suppressed by its publisher (${mark})`);
      expect(tabulate([figure], 'cy')?.rows[0]?.cells).toContain(
        `ataliwyd gan y cyhoeddwr (${mark})`,
      );
    },
  );

  it('shows the suppressed number of our own service as such, and not as hidden by us', () => {
    const marks = { numerator: '<5', value: '<5' };
    const own = published({
      areaKind: 'service',
      unit: 'count',
      numerator: null,
      value: null,
      marks,
    });
    expect(tabulate([own])?.rows[0]?.cells).toContain('suppressed by its publisher (<5)');
  });

  it('gives no rate on fewer than a hundred people', () => {
    const few = published({ numerator: 1, denominator: 13, value: 7692.3 });
    expect(JSON.stringify(tabulate([few]))).not.toContain('7,692');
  });
});

test.each([
  ['[c]', '[c]'],
  ['[C]', '[c]'],
  ['c', 'c'],
  ['x', 'x'],
  ['< 5', '<5'],
  ['*', '*'],
  ['12.5', '12.5'],
])('a published value %s is read as %s', (text, read) => {
  const contract = theProject().contracts.find(({ extract }) => extract === 'published');
  const column = contract?.columns.find(({ name }) => name === 'value');
  if (!column) throw new RangeError('no such column');
  const context = { codes: new Map(), today: '2026-01-01', pseudonymise: (id: string) => id };
  expect(createCellReader(column, context)(text)).toBe(read);
});

test.each(['abc', 'cc', '<', '5<'])('%s is neither a number nor a mark', (text) => {
  const contract = theProject().contracts.find(({ extract }) => extract === 'published');
  const column = contract?.columns.find(({ name }) => name === 'value');
  if (!column) throw new RangeError('no such column');
  const context = { codes: new Map(), today: '2026-01-01', pseudonymise: (id: string) => id };
  expect(createCellReader(column, context)(text)).toBeInstanceOf(CellError);
});

test('a share published of our own service without its count is hidden where the count it tells is small', () => {
  const told = published({
    ...{ measure: 'needs_profile', areaKind: 'service', group: 'Drug use', unit: 'proportion' },
    ...{ numerator: null, denominator: 106, value: 0.03 },
  });
  const placed = placeFigures({ declaration: NEEDS, ours: OUR_NEEDS }, [told], GROUPS);
  const theirs = buildComparators(NEEDS, 1, OUR_NEEDS, placed);
  const status = (hideBelow: number): string[] =>
    disclose([...OUR_NEEDS, ...theirs], relateMeasures(theProject()), hideBelow)
      .filter(({ origin }) => origin === 'published')
      .map((cell) => cell.status);
  expect(status(0)).toEqual(['shown']);
  expect(status(5)).toEqual(['hidden']);
});
