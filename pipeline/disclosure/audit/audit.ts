// All that readers know, and the sums to protect → which of them they can place too narrowly.
import { examineComponent, type BoundedSolver, type Exposure, type Target } from './examine.js';
import { reduceSystem, type Component } from './reduce.js';
import type { OpenModel } from './solver.js';
import { meetsStandard, type SafetyStandard } from './standard.js';
import type { Assignment, Constraint, LinearForm } from './system.js';
import type { Witnesses } from './witnesses.js';

/** What readers know, and what they must not find out. The names of the sums to protect are unique. */
export interface AuditQuestion {
  readonly constraints: readonly Constraint[];
  readonly protect: readonly { readonly name: string; readonly form: LinearForm }[];
  readonly standard: SafetyStandard;
  /** The true counts, where they are known. They satisfy every constraint and save some searching, and no more. */
  readonly truth?: Assignment;
  /** Other numbers that satisfy them, which save more; each is tried before it is taken for one. */
  readonly witnesses?: Pick<Witnesses, 'listAlternatives'> | null;
}

/** What an audit found, and the size of the system it solved. */
export interface AuditResult {
  readonly exposures: readonly Exposure[];
  readonly protected: number;
  readonly unknowns: number;
}

/** No unknown is taken to be more than so many times the largest number known: more would make no small count safer. */
const HEADROOM = 4;
/** Room where every number known is small. */
const LEAST_CEILING = 100;

/** A component, and the sums to protect in it. */
export interface AuditPart {
  readonly component: Component;
  readonly targets: readonly Target[];
}

/** A question in parts that can be examined one by one. */
export interface DividedAudit {
  readonly parts: readonly AuditPart[];
  /** Sums of which nothing is left unknown. */
  readonly settled: readonly Target[];
  readonly solver: BoundedSolver;
  readonly unknowns: number;
}

/** Divides a question. Throws `Contradiction` where it meets constraints that allow no numbers. */
export function divideAudit(
  { constraints, protect }: Pick<AuditQuestion, 'constraints' | 'protect'>,
  openModel: OpenModel,
): DividedAudit {
  // Every sum to protect is an unconstrained constraint too, so that its unknowns are in one component.
  const sums = protect.map(({ name, form }) => {
    return { form, least: -Infinity, most: Infinity, reason: name };
  });
  const { settled, components } = reduceSystem([...constraints, ...sums]);
  const targets = protect.map((sum) => settleTarget(sum, settled));
  return {
    parts: shareTargets(targets, components),
    settled: targets.filter(({ form }) => form.length === 0),
    solver: { openModel, ceiling: chooseCeiling(constraints) },
    unknowns: components.reduce((sum, { ranges }) => sum + ranges.size, 0),
  };
}

/**
 * Finds every sum whose feasibility interval does not meet the standard, given all constraints at once. Throws
 * `Contradiction` where it meets constraints that allow no numbers.
 */
export function auditSystem(question: AuditQuestion, openModel: OpenModel): AuditResult {
  const { standard, truth, witnesses = null } = question;
  const { parts, settled, solver, unknowns } = divideAudit(question, openModel);
  const known = truth ? [truth] : [];
  const exposed = settled.filter(({ known: value }) => !meetsStandard(new Set([value]), standard));
  const found = parts.flatMap(({ component, targets }) =>
    examineComponent(component, targets, standard, solver, {
      known: [...known, ...(witnesses?.listAlternatives(component.ranges) ?? [])],
    }),
  );
  return {
    exposures: [...exposed.map(exposeSettled), ...found],
    protected: question.protect.length,
    unknowns,
  };
}

function settleTarget(
  { name, form }: AuditQuestion['protect'][number],
  settled: Assignment,
): Target {
  let known = 0;
  const open = form.filter(({ unknown, times }) => {
    const count = settled.get(unknown);
    if (count !== undefined) known += times * count;
    return count === undefined;
  });
  return { name, form: open, known };
}

function exposeSettled({ name, known }: Target): Exposure {
  return { name, least: known, most: known };
}

/** Each component that holds sums to protect, and those sums. */
function shareTargets(targets: readonly Target[], components: readonly Component[]): AuditPart[] {
  const holders = new Map(
    components.flatMap((part) =>
      [...part.ranges.keys()].map((unknown) => [unknown, part] as const),
    ),
  );
  const shares = new Map<Component, Target[]>();
  for (const target of targets) {
    const part = target.form[0] && holders.get(target.form[0].unknown);
    if (!part) continue;
    const share = shares.get(part);
    if (share) share.push(target);
    else shares.set(part, [target]);
  }
  return [...shares].map(([component, own]) => ({ component, targets: own }));
}

function chooseCeiling(constraints: readonly Constraint[]): BoundedSolver['ceiling'] {
  const numbers = constraints.flatMap(({ least, most }) => [least, most]).filter(Number.isFinite);
  return Math.max(LEAST_CEILING, HEADROOM * Math.max(0, ...numbers.map(Math.abs)));
}
