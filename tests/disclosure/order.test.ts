// Whatever order measures and groups come in, and whatever is released later → the same is hidden, and stays so.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisclosureRelations } from '../../pipeline/disclosure/disclose.js';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { cellKey } from '../../pipeline/disclosure/released.js';
import type { Value } from '../../pipeline/domain/value.js';
import { discloseAudited, discloseOrRefuse } from './audited.js';
import { tableOf } from './table.js';

const MEASURES: readonly (readonly [string, DisclosureRelations])[] = [
  [
    'children',
    { kind: 'count', hiddenWith: null, within: [{ measure: 'events', count: 'numerator' }] },
  ],
  ['events', { kind: 'count', hiddenWith: null }],
  [
    'share',
    {
      kind: 'proportion',
      hiddenWith: null,
      sameAs: { denominator: { measure: 'children', count: 'numerator' } },
    },
  ],
];

const ETHNICITIES = ['Asian', 'Black', 'Mixed', 'White'] as const;
const SEXES = ['Female', 'Male'] as const;

/** Of one group: children, those of them with something, and how many more events than children. */
const group = fc
  .tuple(fc.oneof(fc.nat(6), fc.integer({ min: 7, max: 30 })), fc.nat(30), fc.nat(6))
  .map(([children, some, more]) => ({
    children,
    some: Math.min(children, some),
    more: children && more,
  }));
const groups = fc.array(group, { minLength: 4, maxLength: 4 });

type Group = Readonly<Record<'children' | 'some' | 'more', number>>;

/** Girls are half of the Asian and the Black children, and of no others. */
function tabulate(counted: readonly Group[]): Value[] {
  const sum = (count: (each: Group) => number): number =>
    counted.reduce((all, each) => all + count(each), 0);
  const count = (read: (each: Group) => number): Value['numerator'][] => counted.map(read);
  const tables = [
    ['children', (each: Group): number => each.children] as const,
    ['events', (each: Group): number => each.children + each.more] as const,
  ].flatMap(([measure, read]) => {
    const girls = count(read)
      .slice(0, 2)
      .reduce<number>((all, each) => all + Math.floor((each ?? 0) / 2), 0);
    const ethnicity = Object.fromEntries(ETHNICITIES.map((id, at) => [id, count(read)[at] ?? 0]));
    const sex = { [SEXES[0]]: girls, [SEXES[1]]: sum(read) - girls };
    return tableOf(sum(read), { ethnicity, sex }, { measure });
  });
  const shares = Object.fromEntries(
    ETHNICITIES.map(
      (id, at) => [id, [counted[at]?.some ?? 0, counted[at]?.children ?? 0]] as const,
    ),
  );
  const whole = [sum(({ some }) => some), sum(({ children }) => children)] as const;
  return [...tables, ...tableOf(whole, { ethnicity: shares }, { measure: 'share' })];
}

function listHidden(cells: readonly DisclosedCell[]): string[] {
  return cells.flatMap((cell) => (cell.status === 'hidden' ? [cellKey(cell)] : [])).sort();
}

describe('what is hidden', () => {
  it('is the same in any order of measures, of their relations and of groups', () => {
    fc.assert(
      fc.property(groups, fc.infiniteStream(fc.nat()), (counted, numbers) => {
        const values = tabulate(counted);
        const draw = numbers[Symbol.iterator]();
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((each) => ({ each, by: draw.next().value as number }))
            .sort((one, other) => one.by - other.by)
            .map(({ each }) => each);
        const hidden = listHidden(discloseAudited(values, new Map(MEASURES)));
        const again = discloseAudited(shuffle(values), new Map(shuffle(MEASURES)));
        expect(listHidden(again)).toEqual(hidden);
      }),
      { numRuns: 150 },
    );
  });

  it('stays hidden in every later release, whatever was revised in between', () => {
    const change = fc.constantFrom(0, 0, 0, 1, 2, 7, -1);
    const changes = fc.array(change, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(groups, changes, changes, (counted, ...revisions) => {
        const packs: (readonly DisclosedCell[])[] = [];
        let now = counted;
        for (const revision of [[0, 0, 0, 0], ...revisions]) {
          now = now.map((each, at) => {
            const children = Math.max(0, each.children + (revision[at] ?? 0));
            return { children, some: Math.min(children, each.some), more: children && each.more };
          });
          const { cells, exposures } = discloseOrRefuse(tabulate(now), new Map(MEASURES), 5, packs);
          // What earlier packs printed can leave no choice that is safe: such a release is refused, and nothing comes after.
          if (exposures.length > 0) break;
          packs.push(cells);
        }
        expect(packs.length).toBeGreaterThan(0);
        const hidden = packs.map((pack) => new Set(listHidden(pack)));
        for (const [at, later] of hidden.entries())
          for (const earlier of hidden.slice(0, at))
            expect([...earlier].filter((key) => !later.has(key))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
