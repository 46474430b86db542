// Three figures, each of part of the children of the one before, in two packs: what changed in one alone is never few.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../pipeline/domain/value.js';
import { tableOf, THRESHOLD } from './table.js';
import { packOf, seenAfter } from './two-packs.js';

describe('differencing between releases', () => {
  it('reveals no small change of a total through a part of a part, even if the measure between is suppressed', () => {
    const names = ['whole', 'part', 'least'];
    const chain = new Map(
      names.map((name, at) => {
        const partOf = names[at - 1];
        return [name, { kind: 'count', hiddenWith: null, ...(partOf && { partOf }) }] as const;
      }),
    );
    const of = (counts: readonly number[]): Value[] =>
      counts.flatMap((count, at) => tableOf(count, {}, { measure: names[at] ?? '' }));
    // The part is two fewer than the whole by what it gained, and is hidden; the least gained as many as it.
    const [whole, ...parts] = seenAfter(of([60, 40, 20]), of([70, 48, 28]), chain);
    expect(whole === 'hidden' || parts.every((part) => part === 'hidden')).toBe(true);
    const count = fc.integer({ min: 0, max: 40 });
    const three = fc
      .tuple(count, count, count)
      .map(([least, more, most]) => [least + more + most, least + more, least]);
    fc.assert(
      fc.property(three, three, (before, now) => {
        const first = packOf(of(before), [], chain);
        const second = packOf(of(now), [first], chain);
        const changes = second.flatMap((cell, at) =>
          cell.status === 'shown' && !cell.kept && first[at]?.status === 'shown'
            ? [(now[at] ?? 0) - (before[at] ?? 0)]
            : [],
        );
        for (const one of changes)
          for (const other of changes)
            expect(one !== other && Math.abs(one - other) < THRESHOLD).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
