// What hides a relative rate: its children at both ends, what it is set against, longer years, and two groupings at once.
import { describe, expect, it } from 'vitest';
import type { DisclosureRelations } from '../../pipeline/disclosure/disclose.js';
import { windowEnding } from '../../pipeline/domain/period.js';
import type { Value } from '../../pipeline/domain/value.js';
import { discloseAudited } from './audited.js';
import { tableOf, THRESHOLD, valueOf, type Breakdown, type Counted } from './table.js';

const OF_CHILDREN = new Map<string, DisclosureRelations>([
  [
    'children',
    { kind: 'relative_share', hiddenWith: null, reference: { sex: 'Male', looked_after: 'no' } },
  ],
]);
const OF_POPULATION = new Map<string, DisclosureRelations>([
  ['children', { kind: 'relative_rate', hiddenWith: null }],
]);

function hiddenIn(values: readonly Value[], told = OF_CHILDREN): string[] {
  return discloseAudited(values, told, THRESHOLD)
    .filter(({ status }) => status === 'hidden')
    .map(({ breakdown, group }) => `${breakdown}.${group}`);
}

function share(groups: Breakdown, breakdown = 'looked_after'): Value[] {
  const parts = Object.values(groups) as (readonly [number, number])[];
  const total: Counted = [
    parts.reduce((sum, [has]) => sum + has, 0),
    parts.reduce((sum, [, base]) => sum + base, 0),
  ];
  return tableOf(total, { [breakdown]: groups });
}

describe('a base of the service’s own children', () => {
  it.each([
    ['a small base', { yes: [0, 3], no: [20, 60] }, true],
    ['a small number at the end', { yes: [3, 20], no: [20, 60] }, true],
    ['a small number left over', { yes: [18, 20], no: [20, 60] }, true],
    ['nothing small', { yes: [8, 20], no: [20, 60] }, false],
    ['nobody at all', { yes: [0, 0], no: [20, 60] }, false],
  ] as const)('%s', (_, groups, hides) => {
    expect(hiddenIn(share(groups)).includes('looked_after.yes')).toBe(hides);
  });

  it('may be small if it is a population', () => {
    const groups = { Other: [0, 3], Mixed: [6, 90], White: [20, 900] } as const;
    expect(hiddenIn(tableOf([26, 993], { ethnicity: groups }), OF_POPULATION)).toEqual([]);
  });

  it('suppresses every group with the reference group', () => {
    const groups = { yes: [8, 20], no: [3, 60], 'not recorded': [6, 40] } as const;
    expect(hiddenIn(share(groups))).toEqual([
      'looked_after.yes',
      'looked_after.no',
      'looked_after.not recorded',
    ]);
  });
});

describe('windows that contain shorter ones', () => {
  const longer = { window: { ...windowEnding('2023-03-31', 36), id: '2023-03-31/36' } };
  const groups = (yes: Counted): Record<string, Breakdown> => ({
    looked_after: { yes, no: [40, 90] },
  });
  const hiddenLonger = (yes: readonly [number, number]): boolean => {
    const short = tableOf([30, 70], { looked_after: { yes: [10, 20], no: [20, 50] } });
    const long = tableOf([40 + yes[0], 90 + yes[1]], groups(yes), longer);
    const shown = discloseAudited([...long, ...short], OF_CHILDREN, THRESHOLD);
    return [shown[1], shown[long.length + 1]].some((cell) => cell?.status === 'hidden');
  };

  it.each([
    [[12, 40], true],
    [[15, 40], false],
    [[10, 23], true],
    [[10, 20], false],
  ] as const)('%j beside 10 of 20', (yes, hides) => {
    expect(hiddenLonger(yes)).toBe(hides);
  });
});

describe('ethnicity within one sex', () => {
  const group = (breakdown: string, name: string, counted: Counted): Value =>
    valueOf(counted, { breakdown, group: name });
  const table = (girls: readonly [number, number]): Value[] => [
    ...tableOf([60, 600], {
      ethnicity: { Black: [20, 200], White: [40, 400] },
      sex: { Female: [25, 250], Male: [35, 350] },
    }),
    group('ethnicity_girls', 'Black', girls),
    group('ethnicity_girls', 'White', [25 - girls[0], 250 - girls[1]]),
    group('ethnicity_boys', 'Black', [20 - girls[0], 200 - girls[1]]),
    group('ethnicity_boys', 'White', [15 + girls[0], 150 + girls[1]]),
  ];

  it('is all shown if no count is small', () => {
    expect(hiddenIn(table([8, 80]))).toEqual([]);
  });

  it('is suppressed with others of its table, and its margins stay', () => {
    const hidden = hiddenIn(table([3, 80]));
    expect(hidden).toContain('ethnicity_girls.Black');
    expect(hidden.length).toBeGreaterThan(2);
    expect(hidden.every((name) => name.startsWith('ethnicity_'))).toBe(true);
  });
});
