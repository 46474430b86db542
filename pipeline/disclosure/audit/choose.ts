// An exposed count, and what could still be withheld → the printed counts to withhold so that it is exposed no more.
import type { Component } from './reduce.js';
import { findMoved } from './repair.js';
import { indexSlacks, type Slack, type SlackIndex } from './slack.js';
import type { OpenModel } from './solver.js';
import type { SafetyStandard } from './standard.js';
import type { CountRange } from './tighten.js';
import {
  evaluateForm,
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
  readonly fixed: Pick<ReadonlySet<string>, 'has'>;
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
  const slacks = indexSlacks(choice.relations, choice.truth);
  let reached = new Set(
    form.map(({ unknown }) => unknown).filter((each) => !choice.fixed.has(each)),
  );
  // All of it was printed before: nothing that is withheld now takes it back.
  if (reached.size === 0) return null;
  const counts = findFreeMoves(form, choice);
  if (counts) return { unknowns: [], counts };
  let best: PricedAlternative | null = null;
  for (let distance = 0; distance < FARTHEST; distance += 1) {
    const wider = widen(reached, slacks, choice.fixed);
    if (wider.size === reached.size && distance > 0) break;
    reached = wider;
    const found = solveChoice(form, reached, slacks, choice, openModel);
    if (best !== null && (found === null || found.cost >= best.cost)) break;
    best = found ?? best;
    if (best?.cost === 0) break;
  }
  return best;
}

/** Numbers by which a sum is as large as the standard asks though nothing more is withheld, where a few moves show it. */
export function findFreeMoves(
  form: LinearForm,
  choice: Omit<SuppressionChoice, 'costs'> & { readonly costs: Pick<ReadonlySet<string>, 'has'> },
): ReadonlyMap<string, number> | null {
  const { relations, truth, costs, fixed } = choice;
  const isFree = (unknown: string): boolean => !costs.has(unknown) && !fixed.has(unknown);
  const slacks = indexSlacks(relations, truth);
  return findMoved(requireRise(form, choice), { slacks, truth, isFree });
}

interface PricedAlternative extends Alternative {
  readonly cost: number;
}

function widen(
  reached: ReadonlySet<string>,
  slacks: SlackIndex,
  fixed: SuppressionChoice['fixed'],
): Set<string> {
  const wider = new Set(reached);
  for (const unknown of reached)
    for (const { form } of slacks.get(unknown) ?? [])
      for (const term of form) if (!fixed.has(term.unknown)) wider.add(term.unknown);
  return wider;
}

/** All that is not reached stays what it is, which can only make the choice dearer. */
function solveChoice(
  form: LinearForm,
  reached: ReadonlySet<string>,
  slacks: SlackIndex,
  choice: SuppressionChoice,
  openModel: OpenModel,
): PricedAlternative | null {
  const { costs } = choice;
  const printed = [...reached].filter((unknown) => costs.has(unknown));
  const touched = new Set([...reached].flatMap((unknown) => slacks.get(unknown) ?? []));
  const constraints = [requireRise(form, choice), ...touched].map((slack) =>
    constrainMoves(slack, reached, costs),
  );
  const model = openModel({ ranges: rangeMoves(reached, choice), constraints }, Infinity);
  try {
    const cost = printed.flatMap((unknown) =>
      nameMoves(unknown).map((move) => ({ unknown: move, times: costs.get(unknown) ?? 0 })),
    );
    const found = model.maximize(negateForm(cost), false);
    if (!found) return null;
    const counts = readCounts(found.counts, reached, choice);
    const moved = printed.filter((unknown) => counts.has(unknown));
    const total = moved.reduce((sum, unknown) => sum + (costs.get(unknown) ?? 0), 0);
    return { cost: total, unknowns: moved, counts };
  } finally {
    model.close();
  }
}

/** How far an unknown that is printed may be above and below what it is. */
function nameMoves(unknown: string): [string, string] {
  return [`above ${unknown}`, `below ${unknown}`];
}

/** How far each unknown may be from what it truly is; of one that is printed, both ways have a cost. */
function rangeMoves(
  reached: ReadonlySet<string>,
  { costs, truth }: SuppressionChoice,
): Component['ranges'] {
  const ranges = new Map<string, CountRange>();
  for (const unknown of reached) {
    const count = truth.get(unknown) as number;
    if (costs.has(unknown)) {
      const [above, below] = nameMoves(unknown);
      ranges.set(above, { least: 0, most: Infinity });
      ranges.set(below, { least: 0, most: count });
    } else ranges.set(unknown, { least: -count, most: Infinity });
  }
  return ranges;
}

function constrainMoves(
  { form, fall, rise }: Slack,
  reached: ReadonlySet<string>,
  costs: SuppressionChoice['costs'],
): Constraint {
  const moves = form.flatMap((term) => {
    if (!reached.has(term.unknown)) return [];
    if (!costs.has(term.unknown)) return [term];
    const [above, below] = nameMoves(term.unknown);
    return [
      { unknown: above, times: term.times },
      { unknown: below, times: -term.times },
    ];
  });
  return { form: moves, least: fall, most: rise, reason: 'known' };
}

/** With what a sum truly is, a value so much larger leaves as many possible as the standard asks. */
function requireRise(
  form: LinearForm,
  { truth, standard }: Pick<SuppressionChoice, 'truth' | 'standard'>,
): Slack {
  const rise = standard.reaches - evaluateForm(form, truth);
  return { form, fall: Math.max(rise, standard.possibleValues - 1), rise: Infinity };
}

/** What each unknown is that is moved; numbers of the solver that are all but whole are whole. */
function readCounts(
  moves: Assignment,
  reached: ReadonlySet<string>,
  { costs, truth }: SuppressionChoice,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const unknown of reached) {
    const [above, below] = nameMoves(unknown);
    const move = costs.has(unknown)
      ? (moves.get(above) as number) - (moves.get(below) as number)
      : (moves.get(unknown) as number);
    const whole = Math.round(move);
    const nearest = Math.abs(move - whole) <= ENOUGH ? whole : move;
    if (nearest !== 0) counts.set(unknown, (truth.get(unknown) as number) + nearest);
  }
  return counts;
}
