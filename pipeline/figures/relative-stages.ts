// Disclosed relative rates of several decisions → each decision's groups, in the length of years its page is told in.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { countWindowMonths, type Window } from '../domain/period.js';
import { isUnknownGroup, findReferenceGroup } from '../domain/reference.js';
import type { Declaration } from '../measures/declaration.js';
import { readShown, type ShownResult } from './results.js';

/** The measure of one decision, with its disclosed results. */
export interface DecisionResults {
  readonly declaration: Declaration;
  readonly disclosed: readonly DisclosedCell[];
}

/** A decision read in one length of window. */
export interface Stage extends DecisionResults {
  /** The window that the page reports; null if no window has a figure. */
  readonly window: Window | null;
  readonly total: DisclosedCell | null;
}

/** Identifies a group of a breakdown. */
export interface GroupKey {
  readonly breakdown: string;
  readonly group: string;
}

/** Reads a decision in its declared length of window, or in the longest other one if the records do not go back so far. */
export function readStage({ declaration, disclosed }: DecisionResults): Stage {
  const own = disclosed.filter(({ origin }) => origin === 'own');
  const totals = own
    .filter(({ breakdown, status }) => breakdown === 'total' && isFigure(status))
    .sort((one, other) => countWindowMonths(other.window) - countWindowMonths(one.window));
  const declared = totals.find(
    ({ window }) => `${countWindowMonths(window)} months` === declaredLength(declaration),
  );
  const total = declared ?? totals[0] ?? null;
  return { declaration, disclosed: own, total, window: total?.window ?? null };
}

/** A group's result in the page's window, or in the window of `months` months with the same end; null if there is none. */
export function findCell(
  stage: Stage,
  { breakdown, group }: GroupKey,
  months?: number,
): DisclosedCell | null {
  const { window } = stage;
  if (!window) return null;
  const wanted = months ?? countWindowMonths(window);
  return (
    stage.disclosed.find(
      (cell) =>
        cell.breakdown === breakdown &&
        cell.group === group &&
        cell.window.ends === window.ends &&
        countWindowMonths(cell.window) === wanted,
    ) ?? null
  );
}

/** The cell that a group is set against. */
export function findReferenceCell(stage: Stage, { breakdown }: GroupKey): DisclosedCell | null {
  return findCell(stage, { breakdown, group: findReferenceGroup(stage.declaration, breakdown) });
}

/** The children of a breakdown whose group is not known; null if they are not counted or not shown. */
export function findUnknownCell(stage: Stage, { breakdown }: GroupKey): ShownResult | null {
  const unknownGroup = stage.disclosed.find(
    (cell) => cell.breakdown === breakdown && isUnknownGroup(cell.group),
  );
  return unknownGroup ? readShown(findCell(stage, unknownGroup)) : null;
}

/**
 * Every group that is compared with a reference group, and shown to have children, at some stage. Groups whose numbers
 * are all suppressed are left out like those without children: a row of hidden numbers would say nothing.
 */
export function listComparedGroups(stages: readonly Stage[]): GroupKey[] {
  return listGroupKeys(stages).filter(({ breakdown, group }) => {
    if (isUnknownGroup(group)) return false;
    return stages.some((stage) => {
      if (group === findReferenceGroup(stage.declaration, breakdown)) return false;
      const cell = findCell(stage, { breakdown, group });
      return cell !== null && hasChildren(cell);
    });
  });
}

/** Whether a group belongs to two crossed breakdowns. */
export function isCrossed({ breakdown }: GroupKey): boolean {
  return breakdown === 'ethnicity_girls' || breakdown === 'ethnicity_boys';
}

/** Every group of every breakdown, in the order of the results. */
export function listGroupKeys(stages: readonly Stage[]): GroupKey[] {
  const names = new Map<string, GroupKey>();
  for (const { breakdown, group } of stages.flatMap(({ disclosed }) => disclosed))
    if (breakdown !== 'total') names.set(JSON.stringify([breakdown, group]), { breakdown, group });
  return [...names.values()];
}

/** Whether anybody of a group came to a stage. Of a population, whether the decision was taken about any. */
export function hasChildren(cell: DisclosedCell): boolean {
  const shown = readShown(cell);
  if (!shown) return false;
  return (shown.numerator ?? 0) > 0 || (shown.source === null && (shown.denominator ?? 0) > 0);
}

function isFigure(status: DisclosedCell['status']): boolean {
  return status === 'shown' || status === 'hidden';
}

function declaredLength({ window }: Declaration): string {
  return window.length;
}
