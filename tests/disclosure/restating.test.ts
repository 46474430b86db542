// Two packs of one edition beside each other: whoever subtracts finds no change of one to four children.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclose } from '../../pipeline/disclosure/disclose.js';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { collectReleasedCells } from '../../pipeline/disclosure/released.js';
import { endOfMonth, windowEnding } from '../../pipeline/domain/period.js';
import type { Value } from '../../pipeline/domain/value.js';
import { tellsFrom, type Sum } from './solve.js';
import { tableOf, THRESHOLD, type Breakdown } from './table.js';
import { COUNTS, packOf, said, seenAfter } from './two-packs.js';

const sexes = (total: number, Female: number, Male: number): Value[] =>
  tableOf(total, { sex: { Female, Male } });

describe('a cell that an earlier pack released', () => {
  it('is carried forward after a change of fewer than five, and updated after a change of five', () => {
    const before = sexes(30, 10, 20);
    expect(seenAfter(before, sexes(30, 10, 20))).toEqual(['30', '10', '20']);
    expect(seenAfter(before, sexes(31, 11, 20))).toEqual(['kept 30', 'kept 10', 'kept 20']);
    expect(seenAfter(before, sexes(26, 10, 16))).toEqual(['kept 30', 'kept 10', 'kept 20']);
    expect(seenAfter(before, sexes(35, 15, 20))).toEqual(['35', '15', '20']);
    expect(seenAfter(before, sexes(40, 15, 25))).toEqual(['40', '15', '25']);
  });

  it('is suppressed if it changed by few in a window with larger changes, with every cell that would reveal it', () => {
    const before = sexes(30, 10, 20);
    expect(seenAfter(before, sexes(36, 11, 25))).toEqual(['36', 'hidden', 'hidden']);
    const three = (...counts: [number, number, number, number]): Value[] => {
      const [all, a, b, c] = counts;
      return tableOf(all, { sex: { a, b, c } });
    };
    // b and c together would be one more: a goes too.
    expect(seenAfter(three(75, 30, 20, 25), three(81, 35, 21, 25))).toEqual([
      ...['81', 'hidden', 'hidden', 'hidden'],
    ]);
  });

  it('stays suppressed once suppressed, because the present cells would reveal it', () => {
    const before = sexes(13, 3, 10);
    expect(seenAfter(before, sexes(23, 13, 10))).toEqual(['23', 'hidden', 'hidden']);
  });

  it('is compared with every earlier pack, not only the last', () => {
    const packs = [sexes(30, 10, 20), sexes(36, 16, 20), sexes(32, 12, 20)];
    const earlier: DisclosedCell[][] = [];
    const seen = packs.map((values) => {
      const pack = packOf(values, earlier);
      earlier.push(pack);
      return pack.map(said);
    });
    expect(seen[1]).toEqual(['36', '16', '20']);
    // Two more than the first gave: neither that nor what the second gave may be told.
    expect(seen[2]).toEqual(['kept 36', 'kept 16', 'kept 20']);
    expect(packOf(sexes(41, 21, 20), earlier).map(said)).toEqual(['41', '21', '20']);
    expect(packOf(sexes(31, 11, 20), earlier).map(said)).toEqual(['hidden', 'hidden', '20']);
  });

  it('gets no verdict against a year that is carried forward', () => {
    const years = [windowEnding('2022-03-31', 12), windowEnding('2023-03-31', 12)] as const;
    const of = (...counts: readonly number[]): Value[] =>
      counts.flatMap((count, at) => {
        const [older, newer] = years;
        return tableOf(count, {}, { window: at === 0 ? older : newer, verdict: 'higher' });
      });
    const [before, now] = packOf(of(21, 40), [packOf(of(20))]);
    expect(before).toMatchObject({ kept: true, numerator: 20 });
    expect(now).toMatchObject({ numerator: 40, verdict: null });
  });

  it('is suppressed if a part of it would reveal how few else changed', () => {
    const parts = new Map(COUNTS).set('girls', {
      kind: 'count',
      hiddenWith: null,
      partOf: 'children',
    });
    const part = (count: number): Value[] => tableOf(count, {}, { measure: 'girls' });
    const [all, some] = [tableOf(30, {}), part(12)];
    expect(seenAfter([...all, ...some], [...tableOf(36, {}), ...part(17)], parts)).toContain(
      'hidden',
    );
  });

  it('is updated as counted if it counts no people, or in an edition without suppression', () => {
    const nobody = new Map(COUNTS).set('children', {
      ...{ kind: 'count', hiddenWith: null, countsNoPeople: true },
    });
    expect(seenAfter(tableOf(30, {}), tableOf(31, {}), nobody)).toEqual(['31']);
    const all = collectReleasedCells(disclose(tableOf(30, {}), COUNTS, 0));
    expect(disclose(tableOf(31, {}), COUNTS, 0, [all]).map(said)).toEqual(['31']);
  });
});

const GROUPS = ['a', 'b', 'c'] as const;
const QUARTERS = 7;
/** Counts by quarter and group. */
type Counts = readonly (readonly number[])[];

/** Rolling years of all quarters but the last `less`. */
function years(counts: Counts, less: number): Value[] {
  return counts.slice(0, counts.length - less).flatMap((_, at) => {
    if (at < 3) return [];
    const window = windowEnding(endOfMonth('2023-03-31', -3 * (counts.length - 1 - at)), 12);
    const groups = GROUPS.map((_, group) =>
      sum(counts.slice(at - 3, at + 1).map((each) => each[group] ?? 0)),
    );
    const named = Object.fromEntries(
      GROUPS.map((name, group) => [name, groups[group] ?? 0]),
    ) as Breakdown;
    return tableOf(sum(groups), { sex: named }, { window });
  });
}

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);

const LAST = endOfMonth('2023-03-31', 0);

/** The counts that a figure sums: of the first pack in the first half, of the second in the other. */
function sumOf({ window, group }: Pick<DisclosedCell, 'window' | 'group'>, isSecond: boolean): Sum {
  return [false, true].flatMap((half) =>
    Array.from({ length: QUARTERS }, (_, at) => endOfMonth(LAST, -3 * (QUARTERS - 1 - at))).flatMap(
      (ends) =>
        GROUPS.map((name) => {
          const counts = half === isSecond && ends <= window.ends && ends >= window.starts;
          return counts && (group === 'all' || group === name) ? 1 : 0;
        }),
    ),
  );
}

/** Every change that a reader could ask for: of each figure, between two years of it, and of a quarter by itself. */
function changesIn(first: readonly DisclosedCell[]): Sum[] {
  const changes = first.map((cell) => ({
    group: cell.group,
    sum: minus(sumOf(cell, true), sumOf(cell, false)),
  }));
  const between = changes.flatMap(({ group, sum }, at) =>
    changes
      .slice(at + 1)
      .flatMap((other) => (other.group === group ? [minus(sum, other.sum)] : [])),
  );
  const half = QUARTERS * GROUPS.length;
  const single = Array.from({ length: half }, (_, at) =>
    Array.from(
      { length: 2 * half },
      (_, place) => Number(place === half + at) - Number(place === at),
    ),
  );
  return [...changes.map(({ sum }) => sum), ...between, ...single];
}

function minus(one: Sum, other: Sum): Sum {
  return one.map((each, at) => each - (other[at] ?? 0));
}

const quarters = (most: number) =>
  fc.array(fc.array(fc.nat(most), { minLength: GROUPS.length, maxLength: GROUPS.length }), {
    minLength: QUARTERS,
    maxLength: QUARTERS,
  });

/** Few quarters and groups in which a record came late, and mostly few records: as it really is, and the worst. */
const late = quarters(9).chain((counts) =>
  fc
    .array(fc.nat(5), { minLength: QUARTERS, maxLength: QUARTERS })
    .map((which) =>
      counts.map((groups, at) => groups.map((count) => ((which[at] ?? 0) < 2 ? count : 0))),
    ),
);

/** Quarters before and what came late, of which some years are kept as they were given, some given anew, some hidden. */
const EVERY_WAY: [number[][], number[][]] = [
  [
    [7, 7, 2],
    [6, 26, 8],
    [17, 30, 19],
    [0, 11, 4],
    [25, 25, 26],
    [6, 3, 19],
    [29, 16, 4],
  ],
  [
    [6, 3, 5],
    [7, 2, 5],
    [0, 0, 0],
    [0, 0, 0],
    [0, 2, 0],
    [0, 0, 0],
    [0, 0, 0],
  ],
];

it('two packs reveal no small change of a year, of a quarter or between years', () => {
  const met = { kept: 0, anew: 0, hidden: 0 };
  fc.assert(
    fc.property(quarters(30), late, (before, came) => {
      const now = before.map((groups, at) =>
        groups.map((count, group) => count + (came[at]?.[group] ?? 0)),
      );
      const [old, fresh] = [years(before, 1), years(now, 0)];
      const first = packOf(old);
      const second = packOf(fresh, [first]);
      const firstSums = first
        .filter(({ status }) => status === 'shown')
        .map((cell) => sumOf(cell, false));
      const secondSums = second.flatMap((cell) => {
        if (cell.status === 'hidden') met.hidden += 1;
        else met[cell.status === 'shown' && cell.kept ? 'kept' : 'anew'] += 1;
        return cell.status === 'shown' && !cell.kept ? [sumOf(cell, true)] : [];
      });
      const tells = tellsFrom([...firstSums, ...secondSums]);
      const truth = [...before.flat(), ...now.flat()];
      const valueOf = (target: Sum): number =>
        sum(target.map((times, at) => times * (truth[at] ?? 0)));
      for (const change of changesIn(first)) {
        const size = Math.abs(valueOf(change));
        if (size > 0 && size < THRESHOLD) expect([size, tells(change)]).toEqual([size, false]);
      }
    }),
    { numRuns: 100, examples: [EVERY_WAY] },
  );
  // Of chance alone a run meets between 20 and 90 that are kept; the example meets all three whatever chance brings.
  expect(Math.min(...Object.values(met))).toBeGreaterThan(0);
});
