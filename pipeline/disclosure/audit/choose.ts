// An exposed count, and what could still be withheld → the printed counts to withhold so that it is exposed no more.
import type { Component } from './reduce.js';
import type { OpenModel } from './solver.js';
import type { SafetyStandard } from './standard.js';
import type { CountRange } from './tighten.js';
import {
  addForms,
  negateForm,
  type Assignment,
  type Constraint,
  type LinearForm,
} from './system.js';

/** What a choice is made from. */
export interface SuppressionChoice {
  /** What readers know but for what is printed. */
  readonly relations: readonly Constraint[];
  readonly truth: Assignment;
  /** What it costs to withhold an unknown that is printed, and was not before. */
  readonly costs: ReadonlyMap<string, number>;
  /** Unknowns that readers know in any case: they were printed before. */
  readonly fixed: ReadonlySet<string>;
  readonly standard: SafetyStandard;
}

/** How far from an exposed count the choice looks, in relations: the nearest that is enough is taken, and one further. */
const FARTHEST = 8;
const ENOUGH = 1e-6;

/** Numbers that agree with all that is known while some of what is printed is withheld too. */
export interface Alternative {
  /** The printed unknowns to withhold. */
  readonly unknowns: readonly string[];
  /** What each unknown is by it that is not what it truly is; not always whole. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * The printed unknowns to withhold so that a sum can be as large as the standard asks, at the least cost; null where none
 * would do. Each may be withheld by as little as one: what counts is that it can move. The sizes of counts have no part
 * in the cost, so that nothing of them can be read from the choice.
 */
export function chooseWithheld(
  form: LinearForm,
  choice: SuppressionChoice,
  openModel: OpenModel,
): Alternative | null {
  const byUnknown = indexRelations(choice.relations);
  let reached = new Set(
    form.map(({ unknown }) => unknown).filter((each) => !choice.fixed.has(each)),
  );
  // All of it was printed before: nothing that is withheld now takes it back.
  if (reached.size === 0) return null;
  let best: PricedAlternative | null = null;
  for (let distance = 0; distance < FARTHEST; distance += 1) {
    const wider = widen(reached, byUnknown, choice.fixed);
    if (wider.size === reached.size && distance > 0) break;
    reached = wider;
    const found = solveChoice(form, reached, byUnknown, choice, openModel);
    if (best !== null && (found === null || found.cost >= best.cost)) break;
    best = found ?? best;
    if (best?.cost === 0) break;
  }
  return best;
}

interface PricedAlternative extends Alternative {
  readonly cost: number;
}

type RelationIndex = ReadonlyMap<string, readonly Constraint[]>;

/** By list of relations, because each is asked about many times; a list never changes. */
const INDEXES = new WeakMap<readonly Constraint[], RelationIndex>();

function indexRelations(relations: readonly Constraint[]): RelationIndex {
  const known = INDEXES.get(relations);
  if (known) return known;
  const index = new Map<string, Constraint[]>();
  for (const relation of relations)
    for (const { unknown } of relation.form) {
      const list = index.get(unknown);
      if (list) list.push(relation);
      else index.set(unknown, [relation]);
    }
  INDEXES.set(relations, index);
  return index;
}

function widen(
  reached: ReadonlySet<string>,
  byUnknown: RelationIndex,
  fixed: ReadonlySet<string>,
): Set<string> {
  const wider = new Set(reached);
  for (const unknown of reached)
    for (const { form } of byUnknown.get(unknown) ?? [])
      for (const term of form) if (!fixed.has(term.unknown)) wider.add(term.unknown);
  return wider;
}

/** All that is not reached stays what it is, which can only make the choice dearer. */
function solveChoice(
  form: LinearForm,
  reached: ReadonlySet<string>,
  byUnknown: RelationIndex,
  choice: SuppressionChoice,
  openModel: OpenModel,
): PricedAlternative | null {
  const printed = [...reached].filter((unknown) => choice.costs.has(unknown));
  const relations = new Set([...reached].flatMap((unknown) => byUnknown.get(unknown) ?? []));
  const component: Component = {
    ranges: new Map([...reached, ...printed.flatMap(nameMoves)].map((name) => [name, ANY])),
    constraints: [
      ...[...relations].map((relation) => settleOutside(relation, reached, choice.truth)),
      ...printed.map((unknown) => allowMove(unknown, choice.truth)),
      settleOutside(requireReach(form, choice), reached, choice.truth),
    ],
  };
  const cost = printed.flatMap((unknown) =>
    nameMoves(unknown).map((move) => ({ unknown: move, times: choice.costs.get(unknown) ?? 0 })),
  );
  const model = openModel(component, Infinity);
  try {
    const found = model.maximize(negateForm(cost), false);
    if (!found) return null;
    const moved = printed.filter((unknown) =>
      nameMoves(unknown).some((move) => (found.counts.get(move) ?? 0) > ENOUGH),
    );
    const total = moved.reduce((sum, unknown) => sum + (choice.costs.get(unknown) ?? 0), 0);
    return { cost: total, unknowns: moved, counts: readMoves(found.counts, reached, choice.truth) };
  } finally {
    model.close();
  }
}

/** Numbers of the solver that are all but whole are. */
function readMoves(
  counts: Assignment,
  reached: ReadonlySet<string>,
  truth: Assignment,
): Map<string, number> {
  const moves = new Map<string, number>();
  for (const unknown of reached) {
    const count = counts.get(unknown) as number;
    const whole = Math.round(count);
    const nearest = Math.abs(count - whole) <= ENOUGH ? whole : count;
    if (nearest !== truth.get(unknown)) moves.set(unknown, nearest);
  }
  return moves;
}

const ANY: CountRange = { least: 0, most: Infinity };

/** How far an unknown that is printed may be above and below what it is. */
function nameMoves(unknown: string): [string, string] {
  return [`above ${unknown}`, `below ${unknown}`];
}

function allowMove(unknown: string, truth: Assignment): Constraint {
  const [above, below] = nameMoves(unknown);
  const count = truth.get(unknown) as number;
  const form = [
    { unknown, times: 1 },
    { unknown: above, times: -1 },
    { unknown: below, times: 1 },
  ];
  return { form, least: count, most: count, reason: 'printed' };
}

/** With what a count truly is, a value so large leaves as many possible as the standard asks. */
function requireReach(form: LinearForm, { truth, standard }: SuppressionChoice): Constraint {
  const is = form.reduce(
    (sum, { unknown, times }) => sum + times * (truth.get(unknown) as number),
    0,
  );
  const least = Math.max(standard.reaches, is + standard.possibleValues - 1);
  return { form, least, most: Infinity, reason: 'standard' };
}

function settleOutside(
  { form, least, most, reason }: Constraint,
  reached: ReadonlySet<string>,
  truth: Assignment,
): Constraint {
  const outside = form.filter(({ unknown }) => !reached.has(unknown));
  const known = outside.reduce(
    (sum, { unknown, times }) => sum + times * (truth.get(unknown) as number),
    0,
  );
  const rest = addForms(form.filter(({ unknown }) => reached.has(unknown)));
  return { form: rest, least: least - known, most: most - known, reason };
}
