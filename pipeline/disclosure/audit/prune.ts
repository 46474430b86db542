// Figures to withhold against exposures → those of them that are needed, given all the others.
import { divideAudit, type AuditPart, type AuditQuestion } from './audit.js';
import { examineComponent, type BoundedSolver, type Target } from './examine.js';
import type { Component } from './reduce.js';
import type { OpenModel } from './solver.js';
import { meetsStandard } from './standard.js';
import { evaluateForm, type Assignment, type Constraint } from './system.js';

/** Something that is withheld, and the unknowns that would be known if it were not. */
export interface Withholding<Figure> {
  readonly figure: Figure;
  readonly cost: number;
  readonly unknowns: readonly string[];
}

/** What a pruning starts from. */
export interface PruningQuestion extends AuditQuestion {
  readonly truth: Assignment;
  /** What is withheld in a part of more unknowns stays so: to ask of each would take longer than the pack. */
  readonly largestPart: number;
}

/**
 * Gives back what need not be withheld, the dearest first: whatever can be known again while each sum to protect stays
 * safe. `question` is what readers know while all of it is withheld. Nothing is given back in a part with a sum that does
 * not meet the standard of the question: it may meet a lower one, by what would be given back.
 */
export function pruneWithheld<Figure>(
  withheld: readonly Withholding<Figure>[],
  question: PruningQuestion,
  openModel: OpenModel,
): Figure[] {
  const { parts, solver } = divideAudit(question, openModel);
  const isLarge = ({ component }: AuditPart): boolean =>
    component.ranges.size > question.largestPart;
  const large = parts.filter(isLarge);
  const unknowns = new Set(withheld.flatMap((each) => each.unknowns));
  const trials = parts
    .filter((part) => !isLarge(part) && holdsAny(part, unknowns))
    .map((part) => new PartTrial(part, question, solver));
  const dearest = [...withheld].sort((one, other) => other.cost - one.cost);
  return dearest.flatMap((each) => {
    const own = new Set(each.unknowns);
    if (large.some((part) => holdsAny(part, own))) return [each.figure];
    const tried = trials.map((trial) => trial.settle(each.unknowns));
    if (tried.some((accept) => accept === null)) return [each.figure];
    for (const accept of tried) accept?.();
    return [];
  });
}

function holdsAny({ component }: AuditPart, unknowns: ReadonlySet<string>): boolean {
  return [...component.ranges.keys()].some((unknown) => unknowns.has(unknown));
}

/** Numbers that are possible, and what each sum to protect comes to by them. */
interface Solution {
  readonly counts: Assignment;
  readonly values: readonly number[];
}

/** A part, and the numbers that are known to be possible in it, so that most questions need no solver. */
class PartTrial {
  readonly #question: PruningQuestion;
  readonly #solver: BoundedSolver;
  /** Whether every sum is safe while all is withheld. */
  readonly #isSafe: boolean;
  readonly #targets: readonly Target[];
  #component: Component;
  #solutions: readonly Solution[];

  constructor({ component, targets }: AuditPart, question: PruningQuestion, solver: BoundedSolver) {
    this.#question = question;
    this.#solver = solver;
    this.#component = component;
    const { truth, witnesses = null } = question;
    const found: Assignment[] = [];
    const exposed = examineComponent(component, targets, question.standard, solver, {
      known: [truth, ...(witnesses?.listAlternatives(component.ranges) ?? [])],
      keepFound: (counts) => found.push(counts),
    });
    this.#isSafe = exposed.length === 0;
    this.#targets = targets;
    this.#solutions = found.map((counts) => this.#describe(counts));
  }

  /** Tries what follows if these unknowns are known. Null if a sum is safe no more; else what makes it so. */
  settle(unknowns: readonly string[]): (() => void) | null {
    const own = unknowns.filter((unknown) => this.#component.ranges.has(unknown));
    if (own.length === 0) return () => undefined;
    if (!this.#isSafe) return null;
    const { truth, standard } = this.#question;
    const component = settleUnknowns(this.#component, own, truth);
    const solutions = this.#solutions.filter(({ counts }) =>
      own.every((unknown) => counts.get(unknown) === truth.get(unknown)),
    );
    const unsafe = this.#targets.filter(
      (_, at) =>
        !meetsStandard(new Set(solutions.map(({ values }) => values[at] as number)), standard),
    );
    const found: Assignment[] = [];
    const exposed =
      unsafe.length === 0
        ? []
        : examineComponent(component, unsafe, standard, this.#solver, {
            known: [truth],
            keepFound: (counts) => found.push(counts),
            isFirstEnough: true,
          });
    if (exposed.length > 0) return null;
    return () => {
      this.#component = component;
      this.#solutions = [...solutions, ...found.map((counts) => this.#describe(counts))];
    };
  }

  #describe(counts: Assignment): Solution {
    const values = this.#targets.map(({ form, known }) => known + evaluateForm(form, counts));
    return { counts, values };
  }
}

function settleUnknowns(
  component: Component,
  unknowns: readonly string[],
  truth: Assignment,
): Component {
  const settled = unknowns.map((unknown): Constraint => {
    const count = truth.get(unknown) as number;
    return { form: [{ unknown, times: 1 }], least: count, most: count, reason: 'known again' };
  });
  return { ...component, constraints: [...component.constraints, ...settled] };
}
