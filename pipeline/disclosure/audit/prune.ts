// Figures to withhold against exposures → those of them that are needed, given all the others.
import { divideAudit, type AuditPart, type AuditQuestion } from './audit.js';
import { examineComponent } from './examine.js';
import type { Component } from './reduce.js';
import type { OpenModel } from './solver.js';
import type { Assignment, Constraint } from './system.js';

/** Something that is withheld, and the unknowns that would be known if it were not. */
export interface Withholding<Figure> {
  readonly figure: Figure;
  readonly cost: number;
  readonly unknowns: readonly string[];
}

/**
 * Gives back what need not be withheld, the dearest first: whatever can be known again while each sum to protect that is
 * safe stays so. `question` is what readers know while all of it is withheld.
 */
export function pruneWithheld<Figure>(
  withheld: readonly Withholding<Figure>[],
  question: AuditQuestion & { readonly truth: Assignment },
  openModel: OpenModel,
): Figure[] {
  const { parts, solver } = divideAudit(question, openModel);
  const { standard, truth } = question;
  const current = new Map(parts.map((part): [AuditPart, Component] => [part, part.component]));
  const countExposed = ({ targets }: AuditPart, component: Component): number =>
    examineComponent(component, targets, standard, solver, [truth]).length;
  const exposed = new Map(parts.map((part) => [part, countExposed(part, part.component)]));
  const dearest = [...withheld].sort((one, other) => other.cost - one.cost);
  return dearest.flatMap(({ figure, unknowns }) => {
    const tried = parts.flatMap((part): [AuditPart, Component][] => {
      const before = current.get(part) ?? part.component;
      const known = unknowns.filter((unknown) => before.ranges.has(unknown));
      return known.length === 0 ? [] : [[part, settleUnknowns(before, known, truth)]];
    });
    const isNeeded = tried.some(
      ([part, component]) => countExposed(part, component) > (exposed.get(part) ?? 0),
    );
    if (isNeeded) return [figure];
    for (const [part, component] of tried) current.set(part, component);
    return [];
  });
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
