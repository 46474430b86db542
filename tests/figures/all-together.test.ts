// The row of all children at the head of a table of groups: on the population of its other rows, or not there.
import { describe, expect, it } from 'vitest';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { windowEnding } from '../../pipeline/domain/period.js';
import { buildFigure } from '../../pipeline/figures/build.js';
import type { SecondRate } from '../../pipeline/domain/value.js';
import { declare, hidden, shown } from './sample.js';
import { drawing, wordsOf } from './templates.js';

const office = drawing();
const declaration = declare();
const NOW = windowEnding('2023-03-31', 12);
const BEFORE = windowEnding('2022-03-31', 12);

const CENSUS = 'Census (2021)';
const PLAN = 'Plan (2022)';
const ON_CENSUS = { value: 190.6, lower: 126.6, upper: 275.5, denominator: 14688, source: CENSUS };

function headline(source: string, second?: SecondRate): DisclosedCell {
  const changes = { source, lower: 124.1, upper: 269.9, ...(second ? { second } : {}) };
  return shown(declaration, NOW, 28, 14995, changes);
}

const GIRLS = shown(declaration, NOW, 8, 7119, {
  breakdown: 'sex',
  group: 'Female',
  source: CENSUS,
});
const BOYS = shown(declaration, NOW, 20, 7569, { breakdown: 'sex', group: 'Male', source: CENSUS });

/** The first row of the table of groups. */
async function readFirstRow(...cells: readonly DisclosedCell[]): Promise<unknown> {
  const previous = shown(declaration, BEFORE, 26, 14688);
  const figure = await buildFigure(declaration, [previous, ...cells], wordsOf('en'), office);
  const [first] = figure.tables.find(({ id }) => id === 'breakdown')?.rows ?? [];
  return first && [first.label, ...first.cells];
}

describe('all together, in a table of groups', () => {
  it('stands on the groups’ population, though the headline stands on another', async () => {
    expect(await readFirstRow(headline(PLAN, ON_CENSUS), GIRLS, BOYS)).toEqual([
      ...['All together', '28', '190.6', '126.6–275.5', '26'],
    ]);
  });

  it('is the headline where that stands on the groups’ population', async () => {
    expect(await readFirstRow(headline(CENSUS), GIRLS, BOYS)).toEqual([
      ...['All together', '28', '186.7', '124.1–269.9', '26'],
    ]);
  });

  it('is not there where no rate on the groups’ population is shown', async () => {
    const elsewhere = { ...ON_CENSUS, source: 'Register (2020)' };
    for (const all of [headline(PLAN), headline(PLAN, elsewhere), hidden(declaration, NOW)])
      expect(await readFirstRow(all, GIRLS, BOYS)).toEqual(['Sex']);
  });
});
