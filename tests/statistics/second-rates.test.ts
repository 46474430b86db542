// Rates on a second population, worked out by hand: six of 304 against 159 of 14,135, and of 147 against 14,711.
import { describe, expect, it } from 'vitest';
import { projectFolder, readEveryMeasure } from '../../pipeline/config/project.js';
import type { Count } from '../../pipeline/measures/count.js';
import { addSecondRates } from '../../pipeline/statistics/second-rates.js';
import type { Value } from '../../pipeline/domain/value.js';

const SECOND: Record<string, number> = { Mixed: 147, White: 14_711, Black: 99, all: 20_000 };

function readDeclaration(id: string) {
  const found = readEveryMeasure(projectFolder()).find(({ declaration }) => declaration.id === id);
  if (!found) throw new Error(id);
  return found.declaration;
}

function rateGroups(id: string, counts: [string, number, number][], independent = true) {
  const declaration = readDeclaration(id);
  const all = counts.map(([group, numerator, denominator]): Count => {
    const breakdown = group === 'all' ? 'total' : 'ethnicity';
    return { windowId: 'w', breakdown, group, numerator, denominator };
  });
  const values = all.map(
    (count) => ({ ...count, window: { id: 'w' }, status: 'known' }) as unknown as Value,
  );
  const findSecond = ({ group }: Count) => {
    const people = SECOND[group];
    return people === undefined ? null : { people, source: 'Plan (2022)' };
  };
  const rated = addSecondRates(values, {
    declaration,
    counts: all,
    per: 1000,
    independent,
    findSecond,
  });
  return Object.fromEntries(rated.map(({ group, second }) => [group, second]));
}

describe('a rate on a second population', () => {
  it('is relative to the reference group on the same source', () => {
    const { Mixed, White, Black, Asian } = rateGroups('disproportionality_arrest', [
      ['White', 159, 14_135],
      ['Mixed', 6, 304],
      ['Black', 1, 32],
      ['Asian', 2, 173],
    ]);
    expect(Mixed?.value).toBeCloseTo(6 / 147 / (159 / 14_711), 10);
    expect(Mixed?.lower).toBeCloseTo(1.3654, 4);
    expect(Mixed).toMatchObject({ denominator: 147, source: 'Plan (2022)' });
    // The reference group is 1 on any population; 99 people are too few; nobody counts Asian children here.
    expect([White, Black, Asian]).toEqual([undefined, undefined, undefined]);
  });

  it('is none where the reference group has no children on it', () => {
    const { Mixed } = rateGroups('disproportionality_arrest', [
      ['White', 0, 14_135],
      ['Mixed', 6, 304],
    ]);
    expect(Mixed).toBeUndefined();
  });

  it('of a yearly rate is per the same thousand, without an interval where one child may count often', () => {
    expect(rateGroups('children_sentenced_to_custody', [['all', 30, 14_995]])['all']?.value).toBe(
      1.5,
    );
    const { all } = rateGroups('custodial_sentences', [['all', 30, 14_995]], false);
    expect(all).toMatchObject({ value: 1.5, lower: null, upper: null });
  });
});
