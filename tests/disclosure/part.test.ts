// Two figures, one of part of the other's children, or the sum of its groups: those in one alone are never few.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisclosureRelations } from '../../pipeline/disclosure/disclose.js';
import { discloseAudited } from './audited.js';
import { THRESHOLD, tableOf, valueOf } from './table.js';

const RULES = new Map<string, DisclosureRelations>([
  ['whole', { kind: 'proportion', hiddenWith: null }],
  ['part', { kind: 'proportion', hiddenWith: null, partOf: 'whole' }],
]);

function seen(
  whole: readonly [number, number],
  part: readonly [number, number],
  hideBelow = THRESHOLD,
) {
  const values = [valueOf(whole, { measure: 'whole' }), valueOf(part, { measure: 'part' })];
  return discloseAudited(values, RULES, hideBelow).map(({ status }) => status);
}

describe('a part and its total', () => {
  it.each([
    ['five more of each', [20, 60], [15, 50], 'shown'],
    ['none more who are counted', [20, 60], [20, 50], 'shown'],
    ['one more who is counted', [21, 60], [20, 50], 'hidden'],
    ['four more children', [20, 54], [15, 50], 'hidden'],
    ['three more of those not counted', [27, 60], [20, 50], 'hidden'],
    ['the very same children', [20, 60], [20, 60], 'shown'],
  ] as const)('with %s', (_, whole, part, status) => {
    expect(seen(whole, part).includes('hidden')).toBe(status === 'hidden');
    expect(seen(whole, part, 0)).toEqual(['shown', 'shown']);
  });
});

describe('a part of a part', () => {
  const CHAIN = new Map<string, DisclosureRelations>([
    ['whole', { kind: 'count', hiddenWith: null }],
    ['part', { kind: 'count', hiddenWith: null, partOf: 'whole' }],
    ['least', { kind: 'count', hiddenWith: null, partOf: 'part' }],
  ]);

  it('leaves no small remainder of the total if the measure between is suppressed', () => {
    const counts = { whole: 20, part: 18, least: 18 };
    const values = Object.entries(counts).map(([measure, count]) => valueOf(count, { measure }));
    const seen = discloseAudited(values, CHAIN, THRESHOLD).map(({ status }) => status);
    const [whole, ...parts] = seen;
    expect(whole === 'hidden' || parts.every((status) => status === 'hidden')).toBe(true);
  });

  it('reveals no small difference between any two that are shown', () => {
    const count = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(fc.tuple(count, count, count), (counts) => {
        const largestFirst = [...counts].sort((one, other) => other - one);
        const values = [...CHAIN.keys()].map((measure, at) =>
          valueOf(largestFirst[at] ?? 0, { measure }),
        );
        const shown = discloseAudited(values, CHAIN, THRESHOLD).flatMap((cell) =>
          cell.status === 'shown' && cell.numerator !== null ? [cell.numerator] : [],
        );
        for (const one of shown)
          for (const other of shown) expect(one - other > 0 && one - other < THRESHOLD).toBe(false);
      }),
    );
  });
});

describe('overlapping needs and their sum', () => {
  const RULE = new Map<string, DisclosureRelations>([
    ['children', { kind: 'proportion', hiddenWith: null }],
    ['sum', { kind: 'mean', hiddenWith: null, sumOf: { measure: 'children', breakdown: 'need' } }],
  ]);
  const need = fc.integer({ min: 0, max: 40 });

  function told(needs: readonly number[], window = {}) {
    const any = Math.max(...needs);
    const groups = Object.fromEntries(
      needs.map((count, at) => [`Need ${at}`, [count, 60] as const]),
    );
    const added = needs.reduce((before, each) => before + each, 0);
    const values = [
      ...tableOf([any, 60], { need: groups }),
      valueOf([added, 60], { measure: 'sum', ...window }),
    ];
    return discloseAudited(values, RULE, THRESHOLD);
  }

  it('suppress the sum or another need beside a suppressed one, so that subtraction reveals none', () => {
    const [, ...cells] = told([20, 3, 10]);
    expect(cells[1]?.status).toBe('hidden');
    expect(cells.filter(({ status }) => status === 'hidden').length).toBeGreaterThan(1);
  });

  it('show the sum if every need is shown', () => {
    expect(told([20, 0, 10]).map(({ status }) => status)).not.toContain('hidden');
  });

  it('show the sum of a different year than the suppressed need’s', () => {
    const window = { id: '2022-12-31', starts: '2022-01-01', ends: '2022-12-31' };
    expect(told([20, 3, 10], { window }).at(-1)?.status).toBe('shown');
  });

  it('suppress a need that leaves a small remainder of children with any need, or those with any', () => {
    const [any, , need] = told([20, 17, 10]);
    expect([any?.status, need?.status]).toContain('hidden');
  });

  it('show no sum beside a single suppressed need, for random counts', () => {
    fc.assert(
      fc.property(fc.array(need, { minLength: 2, maxLength: 12 }), (needs) => {
        const cells = told(needs);
        const hidden = cells.slice(1, -1).filter(({ status }) => status === 'hidden');
        expect(cells.at(-1)?.status === 'shown' && hidden.length === 1).toBe(false);
      }),
    );
  });
});

describe('a count that reveals no person', () => {
  it.each([
    [true, 'shown'],
    [false, 'hidden'],
  ] as const)('ofNobody %s: small counts are %s', (ofNobody, status) => {
    const rules = new Map<string, DisclosureRelations>([
      ['partners', { kind: 'proportion', hiddenWith: null, countsNoPeople: ofNobody }],
    ]);
    const values = [
      valueOf([3, 4], { measure: 'partners' }),
      valueOf([1, 4], { measure: 'partners', breakdown: 'not_recorded' }),
    ];
    expect(discloseAudited(values, rules, THRESHOLD).map((cell) => cell.status)).toEqual([
      status,
      status,
    ]);
  });
});
