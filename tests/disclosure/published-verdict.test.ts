// A verdict beside a published figure is worked out from ours: where ours is not shown as counted, it would tell it.
import { describe, expect, it } from 'vitest';
import { restoreReleasedCells } from '../../pipeline/disclosure/as-released.js';
import { disclose } from '../../pipeline/disclosure/disclose.js';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { cellKey, collectReleasedCells } from '../../pipeline/disclosure/released.js';
import { findQuarter, windowEnding } from '../../pipeline/domain/period.js';
import type { Value } from '../../pipeline/domain/value.js';
import { figureRows } from '../../pipeline/publish/figures-table.js';
import { sensitivities, tableOf, valueOf } from './table.js';
import { packOf } from './two-packs.js';

const RATES = sensitivities({ children: 'rate', girls: 'rate' });

/** What England published of a measure's group, with a verdict on ours. */
function england(place: Partial<Value> = {}): Value {
  const published = { origin: 'published', areaKind: 'nation', areaName: 'England' } as const;
  return valueOf([2400, 10_000_000], { ...published, verdict: 'lower', source: 'S', ...place });
}

/** The verdicts beside published figures, with the group that each is of. */
function verdictsOf(cells: readonly DisclosedCell[]): (string | null)[] {
  return cells
    .filter(({ origin }) => origin === 'published')
    .map((cell) => (cell.status === 'shown' ? cell.verdict : cell.status));
}

describe('a verdict beside a published figure', () => {
  it('stands where our figure is shown as counted', () => {
    expect(verdictsOf(packOf([...tableOf([40, 900], {}), england()], [], RATES))).toEqual([
      'lower',
    ]);
    // A true zero is shown.
    expect(verdictsOf(packOf([...tableOf([0, 900], {}), england()], [], RATES))).toEqual(['lower']);
  });

  it('G: says of a hidden figure what it is, between England and a family, and is not given', () => {
    // Of 900 children: England 0.22 in a thousand, a family 2.8, the North West 3.4. A verdict is our rate beside each.
    const published = [0.22, 2.8, 3.4];
    const compare = (count: number): string =>
      published.map((rate) => ((count / 900) * 1000 < rate ? 'lower' : 'higher')).join();
    const counts = [1, 2, 3, 4].filter((count) => compare(count) === compare(3));
    expect(counts).toEqual([3]);
    for (const count of [1, 2, 3, 4])
      expect(verdictsOf(packOf([...tableOf([count, 900], {}), england()], [], RATES))).toEqual([
        null,
      ]);
  });

  it('is not given where our figure is a small count', () => {
    const cells = packOf([...tableOf([2, 900], {}), england()], [], RATES);
    expect(verdictsOf(cells)).toEqual([null]);
    const rows = figureRows(cells, findQuarter('2023-03-31'));
    expect(rows.map(({ area_name, value, verdict }) => [area_name, value, verdict])).toEqual([
      ['England', 0.00024, null],
      ['Sir Enghraifft', null, null],
    ]);
  });

  it('is not given beside the groups suppressed, and given beside those shown', () => {
    const ethnicity = { Asian: [1, 90], Black: [6, 60], White: [33, 700] } as const;
    const theirs = Object.keys(ethnicity).map((group) =>
      england({ breakdown: 'ethnicity', group }),
    );
    const cells = packOf([...tableOf([40, 850], { ethnicity }), ...theirs], [], RATES);
    expect(verdictsOf(cells)).toEqual([null, 'lower', null]);
  });

  it('is not given where our figure is withheld to protect another', () => {
    const girls = { measure: 'girls' };
    const values = [...tableOf([9, 900], {}, girls), england(girls)];
    const withheld = new Set(values.map(cellKey));
    expect(verdictsOf(disclose(values, RATES, 5, [], withheld))).toEqual([null]);
  });

  it('is given for the window it is of: another year suppressed takes nothing from it', () => {
    const window = windowEnding('2022-03-31', 12);
    const values = [
      ...tableOf([40, 900], {}),
      ...tableOf([3, 900], {}, { window }),
      ...[england(), england({ window })],
    ];
    expect(verdictsOf(packOf(values, [], RATES))).toEqual(['lower', null]);
  });

  it('is not given where our figure is carried forward: it would be of today’s count', () => {
    const before = packOf(tableOf([40, 900], {}), [], RATES);
    const cells = packOf([...tableOf([41, 900], {}), england()], [before], RATES);
    expect(cells[0]).toMatchObject({ kept: true, numerator: 40 });
    expect(verdictsOf(cells)).toEqual([null]);
  });

  it('stands beside the publisher’s own figure, not ours, where ours is carried forward', () => {
    const before = packOf(tableOf([40, 900], {}), [], RATES);
    const published = england();
    const [, theirs] = packOf([...tableOf([41, 900], {}), published], [before], RATES);
    const { numerator, denominator, value } = published;
    expect(theirs).toMatchObject({ numerator, denominator, value });
    expect(theirs).not.toHaveProperty('kept');
  });

  it('is not given in a pack built again as it was released, after a child was erased', () => {
    const released = collectReleasedCells(packOf(tableOf([40, 900], {}), [], RATES));
    const today = packOf([...tableOf([39, 900], {}), england()], [], RATES);
    expect(verdictsOf(restoreReleasedCells(today, released))).toEqual([null]);
  });
});
