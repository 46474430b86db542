// Constraints → the unknowns they settle outright, and the rest in parts that have no unknown in common.
import type { Constraint } from './system.js';
import { ANY_COUNT, Contradiction, tightenRanges, type CountRange } from './tighten.js';

/** Constraints that share unknowns, directly or through others; no other part says anything of these unknowns. */
export interface Component {
  /** Each unknown that is not settled, and the whole numbers between which it lies. */
  readonly ranges: ReadonlyMap<string, CountRange>;
  /** Each of two of these unknowns or more. */
  readonly constraints: readonly Constraint[];
}

/** A system without what is settled. */
export interface ReducedSystem {
  readonly settled: ReadonlyMap<string, number>;
  readonly components: readonly Component[];
}

/** Ranges are whole numbers, so that narrowing them ends; no table of a pack has needed as many rounds. */
const ROUNDS = 50;

/**
 * Narrows every range by every constraint, until none becomes narrower, and takes out the unknowns that are settled by
 * that alone. What is left is divided into parts. Throws `Contradiction` where an unknown is left no number; that none is
 * thrown does not prove that there are numbers for all.
 */
export function reduceSystem(constraints: readonly Constraint[]): ReducedSystem {
  const ranges = new Map<string, CountRange>();
  for (const { unknown } of constraints.flatMap(({ form }) => form)) ranges.set(unknown, ANY_COUNT);
  for (const { form, least, most, reason } of constraints)
    if (form.length === 0 && (least > 0 || most < 0)) throw new Contradiction(reason);
  for (let round = 0, rest = constraints; round < ROUNDS && rest.length > 0; round += 1)
    rest = constraints.filter((constraint) => tightenRanges(constraint, ranges));
  const settled = [...ranges].flatMap(([unknown, { least, most }]): [string, number][] =>
    least === most ? [[unknown, least]] : [],
  );
  const counts = new Map(settled);
  const open = constraints.map((constraint) => substituteSettled(constraint, counts));
  return { settled: counts, components: divideSystem(open, ranges) };
}

/** The constraint with what is settled on its right-hand side. */
function substituteSettled(
  constraint: Constraint,
  settled: ReadonlyMap<string, number>,
): Constraint {
  let known = 0;
  const form = constraint.form.filter(({ unknown, times }) => {
    const count = settled.get(unknown);
    if (count !== undefined) known += times * count;
    return count === undefined;
  });
  return { ...constraint, form, least: constraint.least - known, most: constraint.most - known };
}

function divideSystem(
  constraints: readonly Constraint[],
  ranges: ReadonlyMap<string, CountRange>,
): Component[] {
  const open = [...ranges].filter(([, { least, most }]) => least < most);
  const parents = new Map(open.map(([unknown]) => [unknown, unknown]));
  for (const { form } of constraints) {
    const [first, ...others] = form.map(({ unknown }) => findRoot(unknown, parents));
    for (const other of others)
      parents.set(findRoot(other, parents), findRoot(first as string, parents));
  }
  const parts = new Map<string, { ranges: Map<string, CountRange>; constraints: Constraint[] }>();
  for (const [unknown, range] of open) {
    const root = findRoot(unknown, parents);
    const part = parts.get(root) ?? { ranges: new Map(), constraints: [] };
    part.ranges.set(unknown, range);
    parts.set(root, part);
  }
  for (const constraint of constraints) {
    const [first, second] = constraint.form;
    if (first && second) parts.get(findRoot(first.unknown, parents))?.constraints.push(constraint);
  }
  return [...parts.values()];
}

/** The unknown by which a part is known so far; the way to it is made short. */
function findRoot(unknown: string, parents: Map<string, string>): string {
  const parent = parents.get(unknown) ?? unknown;
  if (parent === unknown) return unknown;
  const root = findRoot(parent, parents);
  parents.set(unknown, root);
  return root;
}
