// A line of the table at a glance: groups of cases are listed under it, groups of children are not.
import { expect, it } from 'vitest';
import {
  discloseCell,
  withholdCell,
  type DisclosedCell,
} from '../../pipeline/disclosure/disclosed.js';
import { windowEnding } from '../../pipeline/domain/period.js';
import { buildFigure } from '../../pipeline/figures/build.js';
import type { TableRow } from '../../pipeline/figures/figure.js';
import type { Declaration } from '../../pipeline/measures/declaration.js';
import { declare, value } from './sample.js';
import { drawing, wordsOf } from './templates.js';

const WINDOW = windowEnding('2023-03-31', 12);
const STAGES = ['Pre Court', 'At Court', 'Community'] as const;

function rated(counts: Declaration['counts'] = 'cases'): Declaration {
  return declare({
    ...{ kind: 'proportion', counts, chart: 'row', breakdowns: ['audit_stage'] },
    title: { en: 'Audits rated good', cy: 'Archwiliadau da' },
  });
}

type Rated = readonly [number, number] | 'hidden';

function cell(declaration: Declaration, given: Rated, group?: string): DisclosedCell {
  const place = group === undefined ? {} : { breakdown: 'audit_stage', group };
  if (given === 'hidden') return withholdCell(value(declaration, WINDOW, place), 'hidden');
  const [numerator, denominator] = given;
  const share = denominator === 0 ? null : numerator / denominator;
  return discloseCell(
    value(declaration, WINDOW, { ...place, numerator, denominator, value: share }),
  );
}

async function lines(
  declaration: Declaration,
  stages: readonly Rated[],
  language: 'en' | 'cy' = 'en',
): Promise<readonly TableRow[]> {
  const disclosed = [
    cell(declaration, [8, 10]),
    ...stages.map((given, at) => cell(declaration, given, STAGES[at])),
  ];
  const figure = await buildFigure(declaration, disclosed, wordsOf(language), drawing());
  return figure.tables[0]?.rows ?? [];
}

it('lists under a measure each stage with a case, including a stage whose value is zero', async () => {
  const rows = await lines(rated(), [
    [8, 9],
    [0, 1],
    [0, 0],
  ]);
  expect(rows.map(({ label, part }) => [label, part])).toEqual([
    ['Audits rated good', undefined],
    ['Pre Court', true],
    ['At Court', true],
  ]);
  expect(rows[2]?.cells.slice(1, 3)).toEqual(['0 of 1', '0 of 1']);
});

it('names the stages of a glance table in Welsh', async () => {
  const rows = await lines(rated(), [[8, 10]], 'cy');
  expect(rows.map(({ label }) => label)).toEqual(['Archwiliadau da', 'Cyn-llys']);
});

it('marks a suppressed stage as hidden, and lists no stages when all are suppressed', async () => {
  const some = await lines(rated(), [[8, 8], 'hidden', 'hidden']);
  expect(some.map(({ cells }) => cells[1])).toEqual(['8 of 10', '8 of 8', 'hidden', 'hidden']);
  expect(await lines(rated(), ['hidden', 'hidden', 'hidden'])).toHaveLength(1);
});

it('lists no groups of children in a glance table', async () => {
  expect(await lines(rated('children'), [[8, 10]])).toHaveLength(1);
});
