// A component and the sums to protect in it → those that can be worked out too narrowly, and how narrowly.
import type { Component } from './reduce.js';
import type { Extreme, OpenModel, SolverModel } from './solver.js';
import { meetsStandard, type SafetyStandard } from './standard.js';
import { evaluateForm, negateForm, satisfies, type Assignment, type LinearForm } from './system.js';

/** A sum to protect: `known`, and the unknowns that are left of it. */
export interface Target {
  readonly name: string;
  readonly form: LinearForm;
  readonly known: number;
}

/** A sum that does not meet the standard, or of which it was not found to: the least and the greatest it can be. */
export interface Exposure {
  readonly name: string;
  readonly least: number;
  readonly most: number;
}

/** A solver, and a number that no unknown is taken to pass. */
export interface BoundedSolver {
  readonly openModel: OpenModel;
  readonly ceiling: number;
}

/** How far a number of the solver may lie from the whole number that it stands for, and a bound from the true one. */
const TOLERANCE = 1e-6;

/** How sums are examined. */
export interface Examination {
  /** Whole numbers that satisfy every constraint, where some are at hand: the true ones, for example. */
  readonly known?: readonly Assignment[];
  /** Called with all such numbers that are found. */
  readonly keepFound?: (counts: Assignment) => void;
  /** Whether to stop at the first sum that does not meet the standard. */
  readonly isFirstEnough?: boolean;
}

/**
 * The sums that do not meet the standard. A sum is held to be safe only on the strength of whole numbers that satisfy
 * every constraint exactly, which is checked here: no rounding of the solver, no search that it gave up and no status of
 * it can make a sum look safer than it is.
 */
export function examineComponent(
  component: Component,
  targets: readonly Target[],
  standard: SafetyStandard,
  solver: BoundedSolver,
  { known = [], keepFound, isFirstEnough = false }: Examination = {},
): Exposure[] {
  const possible = new PossibleValues(component, targets, keepFound);
  for (const counts of known) possible.record(counts);
  const isSafe = ({ name }: Target): boolean => meetsStandard(possible.listValues(name), standard);
  if (targets.every(isSafe)) return [];
  const model = solver.openModel(component, solver.ceiling);
  const exposures: Exposure[] = [];
  try {
    for (const target of targets) {
      if (isFirstEnough && exposures.length > 0) break;
      if (isSafe(target)) continue;
      const most = target.known + findMost(target.form, model, possible);
      if (isSafe(target)) continue;
      const least = target.known - findMost(negateForm(target.form), model, possible);
      if (possible.reaches(target.name, standard.reaches))
        findMissingValues(target, { least, most }, standard, { model, possible });
      if (!isSafe(target)) exposures.push({ name: target.name, least, most });
    }
    return exposures;
  } finally {
    model.close();
  }
}

/** The greatest whole number that a sum can be, Infinity where no end was proven; what reaches it is recorded. */
function findMost(form: LinearForm, model: SolverModel, possible: PossibleValues): number {
  const relaxed = model.maximize(form, false);
  if (relaxed && possible.record(relaxed.counts)) return roundBound(relaxed);
  const wholly = model.maximize(form, true);
  if (wholly) possible.record(wholly.counts);
  const found = wholly ?? relaxed;
  return found ? roundBound(found) : Infinity;
}

function roundBound({ bound }: Extreme): number {
  return Math.floor(bound + TOLERANCE * Math.max(1, Math.abs(bound)));
}

/** Looks for possible values between those seen, until there are enough or none is left. */
function findMissingValues(
  { name, form, known }: Target,
  { least, most }: { readonly least: number; readonly most: number },
  { possibleValues }: SafetyStandard,
  { model, possible }: { readonly model: SolverModel; readonly possible: PossibleValues },
): void {
  const seen = possible.listValues(name);
  const open = [[least, most] as const];
  for (let gap = open.pop(); gap !== undefined && seen.size < possibleValues; gap = open.pop()) {
    const [from, to] = gap;
    const within = { form, least: from - known, most: to - known, reason: 'a value not seen yet' };
    const inside = [...seen].filter((value) => value >= from && value <= to);
    const [middle] = inside;
    if (middle !== undefined) {
      if (from < middle) open.push([from, middle - 1]);
      if (middle < to) open.push([middle + 1, to]);
      continue;
    }
    const found = model.maximizeConstrained(form, within);
    if (found && possible.record(found.counts)) open.push(gap);
  }
}

/** The values that each sum to protect is known to be able to take. */
class PossibleValues {
  readonly #component: Component;
  readonly #targets: readonly Target[];
  readonly #values: ReadonlyMap<string, Set<number>>;

  readonly #keepFound: Examination['keepFound'];

  constructor(
    component: Component,
    targets: readonly Target[],
    keepFound: Examination['keepFound'],
  ) {
    this.#keepFound = keepFound;
    this.#component = component;
    this.#targets = targets;
    this.#values = new Map(targets.map(({ name }) => [name, new Set()]));
  }

  listValues(name: string): ReadonlySet<number> {
    const values = this.#values.get(name);
    if (!values) throw new RangeError(`not a sum to protect: ${name}`);
    return values;
  }

  reaches(name: string, value: number): boolean {
    return [...this.listValues(name)].some((each) => each >= value);
  }

  /** Records what each sum comes to. False, and nothing recorded, if the numbers are not whole or break a constraint. */
  record(counts: Assignment): boolean {
    const whole = this.#readWhole(counts);
    if (whole === null) return false;
    if (!this.#component.constraints.every((each) => satisfies(whole, each))) return false;
    for (const { name, form, known } of this.#targets)
      this.#values.get(name)?.add(known + evaluateForm(form, whole));
    this.#keepFound?.(whole);
    return true;
  }

  #readWhole(counts: Assignment): Assignment | null {
    const whole = new Map<string, number>();
    for (const [unknown, { least, most }] of this.#component.ranges) {
      const count = counts.get(unknown) ?? Number.NaN;
      const rounded = Math.round(count);
      const isWhole = Math.abs(count - rounded) <= TOLERANCE;
      if (!isWhole || rounded < least || rounded > most) return null;
      whole.set(unknown, rounded);
    }
    return whole;
  }
}
