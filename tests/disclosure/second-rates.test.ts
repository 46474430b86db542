// A rate on a second population reveals the counts behind it: where it may stand, and what an audit makes of it.
import { describe, expect, it } from 'vitest';
import { restoreReleasedCells } from '../../pipeline/disclosure/as-released.js';
import { disclose } from '../../pipeline/disclosure/disclose.js';
import { listRevealedCounts } from '../../pipeline/disclosure/second-rates.js';
import { collectReleasedCells, cellKey } from '../../pipeline/disclosure/released.js';
import type { RelationsByMeasure } from '../../pipeline/disclosure/relations.js';
import type { Value } from '../../pipeline/domain/value.js';
import { registerRelease } from '../../pipeline/editions/audit-edition.js';

const RELATIONS: RelationsByMeasure = new Map([
  ['arrests', { kind: 'relative_rate', hiddenWith: null, reference: { ethnicity: 'White' } }],
]);

function group(name: string, numerator: number, hasSecond = name !== 'White'): Value {
  const second = { value: 2, lower: 1, upper: 3, denominator: 147, source: 'Plan (2022)' };
  return {
    ...{ measure: 'arrests', areaKind: 'service', areaName: 'Ours', origin: 'own' },
    ...{ breakdown: 'ethnicity', group: name, unit: 'relative rate', source: 'Census (2021)' },
    window: { id: '2023-03-31', starts: '2022-04-01', ends: '2023-03-31' },
    ...{ numerator, denominator: 304, value: 2, lower: 1, upper: 3, verdict: null },
    status: 'known',
    ...(hasSecond ? { second } : {}),
  };
}

function listSeconds(values: readonly Value[], hideBelow: number, earlier: Value[] = []): string[] {
  const releases =
    earlier.length > 0 ? [collectReleasedCells(disclose(earlier, RELATIONS, 0))] : [];
  return disclose(values, RELATIONS, hideBelow, releases).flatMap((cell) =>
    cell.status === 'shown' && cell.second ? [cell.group] : [],
  );
}

describe('a rate on a second population', () => {
  it('stands where nothing is hidden', () => {
    expect(listSeconds([group('White', 40), group('Mixed', 3)], 0)).toEqual(['Mixed']);
  });

  it('is hidden with the count of its group, and of the group it is set against', () => {
    expect(
      listSeconds([group('White', 40), group('Mixed', 3), group('Asian', 12)], 5),
    ).not.toContain('Mixed');
    expect(listSeconds([group('White', 3), group('Mixed', 30)], 5)).toEqual([]);
    expect(listSeconds([group('White', 40), group('Mixed', 30)], 5)).toEqual(['Mixed']);
  });

  it('does not stand beside a count carried forward, nor does one set against such a count', () => {
    const before = [group('White', 40), group('Mixed', 30)];
    expect(listSeconds([group('White', 41), group('Mixed', 30)], 5, before)).toEqual([]);
    expect(listSeconds([group('White', 40), group('Mixed', 31)], 5, before)).toEqual([]);
  });

  it('is not given again where a pack is restored as it was released', () => {
    const disclosed = disclose([group('White', 40), group('Mixed', 30)], RELATIONS, 5);
    const restored = restoreReleasedCells(disclosed, new Map());
    expect(restored.every((cell) => !('second' in cell))).toBe(true);
  });

  it('is audited as the counts that it reveals: a leak would be found', () => {
    const values = [group('White', 40), group('Mixed', 3)];
    const cells = disclose(values, RELATIONS, 0);
    const revealed = listRevealedCounts(cells, RELATIONS);
    expect(revealed).toEqual(new Set(values.map(cellKey).toReversed()));
    const hidden = {
      status: 'hidden',
      numerator: null,
      denominator: null,
      value: null,
      lower: null,
      upper: null,
      verdict: null,
    } as const;
    const counted = new Map(values.map((value) => [cellKey(value), value]));
    const printed = new Map(values.map((value) => [cellKey(value), hidden]));
    const read = (found: ReturnType<typeof registerRelease>) =>
      found.map(({ printed: at }) => at?.numerator ?? null);
    // In the order of their names: Mixed, then White.
    expect(read(registerRelease({ counted, printed }, revealed))).toEqual([3, 40]);
    expect(read(registerRelease({ counted, printed }))).toEqual([null, null]);
  });
});
