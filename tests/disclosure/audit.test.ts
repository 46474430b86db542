// No hidden count can be worked out from what is shown: by trying every table that would look the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisclosureRelations } from '../../pipeline/disclosure/disclose.js';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import type { Value } from '../../pipeline/domain/value.js';
import { feasible, seenIn } from './audit.js';
import { discloseAudited } from './audited.js';
import { sensitivities, tableOf, THRESHOLD, type Counted } from './table.js';

type Count = (of: { numerator: number | null; denominator: number | null }) => number | null;

const numerator: Count = (of) => of.numerator;
const denominator: Count = (of) => of.denominator;
const leftOver: Count = (of) => (of.denominator ?? 0) - (of.numerator ?? 0);

/** Small counts and noughts are what goes wrong, so most are small. */
const count = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 1, arbitrary: fc.integer({ min: 7, max: 14 }) },
);
const NAMES: Readonly<Record<string, readonly string[]>> = {
  ethnicity: ['Asian', 'Black', 'Mixed', 'White'],
  sex: ['Female', 'Male', 'Not known'],
};

/** The same children broken down in two ways: the second is made to add up to the first's total. */
const twoBreakdowns = fc
  .tuple(fc.array(count, { minLength: 2, maxLength: 4 }), fc.array(count, { maxLength: 2 }))
  .map(([first, rest]) => {
    const total = sum(first);
    const second: number[] = [];
    for (const each of rest) second.push(Math.min(each, total - sum(second)));
    return { total, ethnicity: first, sex: [...second, total - sum(second)] };
  });

function sum(counts: readonly number[]): number {
  return counts.reduce((before, each) => before + each, 0);
}

function named(breakdown: string, counts: readonly Counted[]): Record<string, Counted> {
  return Object.fromEntries(counts.map((each, at) => [NAMES[breakdown]?.[at] ?? at, each]));
}

/** A group whose count is small is hidden and could as well not be small; any that is hidden could be something else. */
function expectNothingFound(
  values: readonly Value[],
  told: ReadonlyMap<string, DisclosureRelations>,
  counts: readonly Count[],
  threshold = THRESHOLD,
): void {
  const shown = discloseAudited(values, told, threshold);
  const [total] = shown;
  for (const breakdown of ['ethnicity', 'sex'])
    for (const each of counts) {
      const places = values.flatMap((value, at) => (value.breakdown === breakdown ? [at] : []));
      const groups = places.map((at) => seenIn(shown[at] as DisclosedCell, each));
      const could = feasible(seenIn(total as DisclosedCell, each), groups);
      places.forEach((at, place) => {
        const real = each(values[at] as Value) ?? 0;
        if (real > 0 && real < threshold) expect(groups[place]).toBe('hidden');
        const found = could[place];
        if (real === 0 || groups[place] !== 'hidden' || !found) return;
        expect(found.size).toBeGreaterThanOrEqual(2);
        if (real < threshold) expect(Math.max(...found)).toBeGreaterThanOrEqual(threshold);
      });
    }
}

describe('suppressed cells cannot be solved from the published ones', () => {
  it('for counts of children in two breakdowns', () => {
    fc.assert(
      fc.property(twoBreakdowns, ({ total, ethnicity, sex }) => {
        const values = tableOf(total, {
          ethnicity: named('ethnicity', ethnicity),
          sex: named('sex', sex),
        });
        expectNothingFound(values, sensitivities({ children: 'count' }), [numerator]);
      }),
      { numRuns: 400 },
    );
  });

  it.each(['proportion', 'mean'] as const)(
    'for a %s, its numerator, denominator and complement',
    (kind) => {
      const part = fc.tuple(count, count).map(([has, rest]) => [has, has + rest] as const);
      const counts =
        kind === 'proportion' ? [numerator, denominator, leftOver] : [numerator, denominator];
      fc.assert(
        fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), (parts) => {
          const total = [
            sum(parts.map(([has]) => has)),
            sum(parts.map(([, whole]) => whole)),
          ] as const;
          const values = tableOf(total, { ethnicity: named('ethnicity', parts) });
          expectNothingFound(values, sensitivities({ children: kind }), counts);
        }),
        { numRuns: 400 },
      );
    },
  );

  it('when each child of one measure has an event of the other', () => {
    fc.assert(
      fc.property(twoBreakdowns, fc.integer({ min: 0, max: 3 }), ({ total, ethnicity }, more) => {
        const groups = { ethnicity: named('ethnicity', ethnicity) };
        const events = {
          ethnicity: named(
            'ethnicity',
            ethnicity.map((each) => each + (each && more)),
          ),
        };
        const values = [
          ...tableOf(total, groups),
          ...tableOf(sum(Object.values(events.ethnicity) as number[]), events, {
            measure: 'events',
          }),
        ];
        const told = sensitivities({ children: 'count', events: 'count' }).set('children', {
          ...{ kind: 'count', hiddenWith: null },
          within: [{ measure: 'events', count: 'numerator' }],
        });
        discloseAudited(values, told, THRESHOLD);
        expectNothingFound(values.slice(values.length / 2), told, [numerator]);
      }),
      { numRuns: 300 },
    );
  });
});

interface Instance {
  readonly id: string;
  readonly note: string;
  readonly threshold_primary_lt: number;
  readonly cells: Readonly<Record<string, number>>;
  readonly constraints: readonly { readonly total: string; readonly parts: readonly string[] }[];
}

describe('tables published as unsafe examples', () => {
  const instances = JSON.parse(
    readFileSync(join(import.meta.dirname, 'vectors', 'audit_instances.json'), 'utf8'),
  ) as Instance[];

  it.each(instances)('$id: $note', ({ cells, constraints, threshold_primary_lt: threshold }) => {
    const countOf = (id: string): number => cells[id] ?? Number.NaN;
    for (const total of new Set(constraints.map((each) => each.total))) {
      const tables = constraints.filter((each) => each.total === total);
      const [first = {}, second = {}] = tables.map(({ parts }) =>
        Object.fromEntries(parts.map((part) => [part, countOf(part)])),
      );
      const values = tableOf(countOf(total), { ethnicity: first, sex: second });
      expectNothingFound(values, sensitivities({ children: 'count' }), [numerator], threshold);
    }
  });
});
