// Published and generated audit instances → the feasibility intervals that others worked out for their hidden cells.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditSystem } from '../../../pipeline/disclosure/audit/audit.js';
import { loadSolver, type OpenModel } from '../../../pipeline/disclosure/audit/solver.js';
import type { Constraint } from '../../../pipeline/disclosure/audit/system.js';

type Interval = readonly [least: number, most: number];

interface Instance {
  readonly id: string;
  readonly threshold: number;
  readonly cells: Readonly<
    Record<string, readonly [count: number, status: 'published' | 'primary' | 'secondary']>
  >;
  readonly constraints: readonly (readonly [total: string, parts: readonly string[]])[];
  /** By hidden cell: any number of 0 or more; whole numbers, where a reader also knows which cells are primary. */
  readonly bounds: Readonly<Record<string, readonly [nonnegative: Interval, ruleAware: Interval]>>;
}

const instances = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'vectors', 'audit_bounds.json'), 'utf8'),
) as Instance[];

let openModel: OpenModel;
beforeAll(async () => {
  openModel = await loadSolver();
});

function readersKnowledge(
  { cells, constraints, threshold }: Instance,
  ruleAware: boolean,
): Constraint[] {
  const sums = constraints.map(([total, parts]): Constraint => {
    const whole = { unknown: total, times: -1 };
    const form = [...parts.map((unknown) => ({ unknown, times: 1 })), whole];
    return { form, least: 0, most: 0, reason: total };
  });
  const seen = Object.entries(cells).flatMap(([unknown, [count, status]]): Constraint[] => {
    const form = [{ unknown, times: 1 }];
    if (status === 'published') return [{ form, least: count, most: count, reason: unknown }];
    const isKnownSmall = ruleAware && status === 'primary';
    return isKnownSmall ? [{ form, least: 1, most: threshold - 1, reason: unknown }] : [];
  });
  return [...sums, ...seen];
}

/** The interval of every hidden cell: no cell meets a standard that nothing reaches. */
function findIntervals(instance: Instance, ruleAware: boolean): Record<string, Interval> {
  const truth = new Map(Object.entries(instance.cells).map(([id, [count]]) => [id, count]));
  const { exposures } = auditSystem(
    {
      constraints: readersKnowledge(instance, ruleAware),
      protect: Object.keys(instance.bounds).map((name) => {
        return { name, form: [{ unknown: name, times: 1 }] };
      }),
      standard: { reaches: Infinity, possibleValues: Infinity },
      truth,
    },
    openModel,
  );
  return Object.fromEntries(exposures.map(({ name, least, most }) => [name, [least, most]]));
}

describe('feasibility intervals of instances that others solved', () => {
  it('are of 39 instances', () => {
    expect(instances).toHaveLength(39);
  });

  it.each(instances)('$id, for a reader who knows that no count is negative', (instance) => {
    const expected = Object.entries(instance.bounds).map(([cell, [[least, most]]]) => {
      return [cell, [Math.ceil(least), Math.floor(most)]] as const;
    });
    expect(findIntervals(instance, false)).toEqual(Object.fromEntries(expected));
  });

  it.each(instances)('$id, for a reader who knows which cells are primary too', (instance) => {
    const expected = Object.entries(instance.bounds).map(([cell, [, interval]]) => {
      return [cell, interval] as const;
    });
    expect(findIntervals(instance, true)).toEqual(Object.fromEntries(expected));
  });
});
