// The page of decisions keeps their order, and is named after the one that has a page.
import { expect, test } from 'vitest';
import { discloseCell } from '../../pipeline/disclosure/disclosed.js';
import { windowEnding } from '../../pipeline/domain/period.js';
import { buildDecisionsFigure } from '../../pipeline/figures/relative-page.js';
import type { DecisionResults } from '../../pipeline/figures/relative-stages.js';
import { declare, value } from './sample.js';
import { drawing, wordsOf } from './templates.js';

const YEARS = { ...windowEnding('2023-03-31', 36), id: '2023-03-31/36' };

function decision(id: string, en: string, chart: 'decision' | 'decisions'): DecisionResults {
  const declaration = declare({
    ...{ id, title: { en, cy: en }, chart, kind: 'relative_rate', base: 'children' },
    window: { length: '36 months', show: 1, pools: [12, 60] },
  });
  const counted = [
    { numerator: 30, denominator: 430 },
    { breakdown: 'ethnicity', group: 'Black', numerator: 9, denominator: 30, value: 5.7 },
    { breakdown: 'ethnicity', group: 'White', numerator: 21, denominator: 400, value: 1 },
  ];
  return {
    declaration,
    disclosed: counted.map((cell) => discloseCell(value(declaration, YEARS, cell))),
  };
}

test('the page of decisions lists them in the order passed in, and keeps the id of its own measure', async () => {
  const given = [
    decision('arrest', 'Arrested', 'decision'),
    decision('page', 'Cautioned', 'decisions'),
  ];
  const { id, tables } = await buildDecisionsFigure(given, wordsOf('en'), drawing());
  expect(id).toBe('page');
  const stages = tables[0]?.rows.filter(({ heading }) => heading) ?? [];
  expect(stages.map(({ label }) => label.split(':')[0])).toEqual(['Arrested', 'Cautioned']);
});
