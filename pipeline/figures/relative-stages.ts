// Disclosed relative rates of several decisions → each decision's groups, in the length of years its page is told in.
import type { Disclosed } from '../disclosure/disclosed.js';
import { monthsIn, type Window } from '../domain/period.js';
import { isUnknownGroup, referenceOf } from '../domain/reference.js';
import type { Declaration } from '../measures/declaration.js';
import { known, type Known } from './results.js';

/** A measure of one decision, and what may be seen of it. */
export interface Decision {
  readonly declaration: Declaration;
  readonly disclosed: readonly Disclosed[];
}

/** A decision read in one length of years. */
export interface Stage extends Decision {
  /** The window the page is told in; null where none has a figure. */
  readonly window: Window | null;
  readonly total: Disclosed | null;
}

/** A group of a breakdown, wherever it may occur. */
export interface Named {
  readonly breakdown: string;
  readonly group: string;
}

/** Reads each decision in its declared length of years, or in the longest other one where the records do not reach so far. */
export function stageOf({ declaration, disclosed }: Decision): Stage {
  const own = disclosed.filter(({ origin }) => origin === 'own');
  const totals = own
    .filter(({ breakdown, status }) => breakdown === 'total' && isFigure(status))
    .sort((one, other) => monthsIn(other.window) - monthsIn(one.window));
  const declared = totals.find(
    ({ window }) => `${monthsIn(window)} months` === length(declaration),
  );
  const total = declared ?? totals[0] ?? null;
  return { declaration, disclosed: own, total, window: total?.window ?? null };
}

/** A group at a stage in the page's window, or in one of so many months that ends with it. */
export function cellAt(
  stage: Stage,
  { breakdown, group }: Named,
  months?: number,
): Disclosed | null {
  const { window } = stage;
  if (!window) return null;
  const wanted = months ?? monthsIn(window);
  return (
    stage.disclosed.find(
      (cell) =>
        cell.breakdown === breakdown &&
        cell.group === group &&
        cell.window.ends === window.ends &&
        monthsIn(cell.window) === wanted,
    ) ?? null
  );
}

/** The cell that a group is set against. */
export function referenceAt(stage: Stage, { breakdown }: Named): Disclosed | null {
  return cellAt(stage, { breakdown, group: referenceOf(stage.declaration, breakdown) });
}

/** The children of a breakdown of whom it is not known which group they are in; null where no such group is counted. */
export function unknownAt(stage: Stage, { breakdown }: Named): Known | null {
  const found = stage.disclosed.find(
    (cell) => cell.breakdown === breakdown && isUnknownGroup(cell.group),
  );
  return found ? known(cellAt(stage, found)) : null;
}

/**
 * Every group that is set against another at some stage and is shown to have children at any. One whose every number is
 * withheld is left out with those that have none: a row of nothing but hidden numbers tells nothing.
 */
export function comparedIn(stages: readonly Stage[]): Named[] {
  return namesIn(stages).filter(({ breakdown, group }) => {
    if (isUnknownGroup(group)) return false;
    return stages.some((stage) => {
      if (group === referenceOf(stage.declaration, breakdown)) return false;
      const cell = cellAt(stage, { breakdown, group });
      return cell !== null && hasChildren(cell);
    });
  });
}

/** Whether a group is of two breakdowns at once. */
export function isCrossed({ breakdown }: Named): boolean {
  return breakdown === 'ethnicity_girls' || breakdown === 'ethnicity_boys';
}

/** Every group of every breakdown, in the order the figures came. */
export function namesIn(stages: readonly Stage[]): Named[] {
  const names = new Map<string, Named>();
  for (const { breakdown, group } of stages.flatMap(({ disclosed }) => disclosed))
    if (breakdown !== 'total') names.set(JSON.stringify([breakdown, group]), { breakdown, group });
  return [...names.values()];
}

/** Whether anybody of a group came to a stage. Of a population, whether the decision was taken about any. */
export function hasChildren(cell: Disclosed): boolean {
  const shown = known(cell);
  if (!shown) return false;
  return (shown.numerator ?? 0) > 0 || (shown.source === null && (shown.denominator ?? 0) > 0);
}

function isFigure(status: Disclosed['status']): boolean {
  return status === 'shown' || status === 'hidden';
}

function length({ window }: Declaration): string {
  return window.length;
}
