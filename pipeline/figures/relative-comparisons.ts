// Decisions and groups → the comparisons made, and those that are clear, to be watched, or too few.
import {
  chooseComparisonFamily,
  COMPARISON_FAMILIES,
  findReferenceGroup,
  isUnknownGroup,
  type ComparisonFamily,
} from '../domain/reference.js';
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { findCell, isCrossed, type GroupKey, type Stage } from './relative-stages.js';
import { readShown, type ShownResult } from './results.js';

/** A group compared with its reference group at one decision, with a verdict. */
export interface Comparison {
  readonly stage: Stage;
  readonly key: GroupKey;
  readonly cell: ShownResult;
}

/** The comparisons of these groups that have a verdict: ethnicity first, then sex, then the rest. */
export function listComparisons(
  stages: readonly Stage[],
  groups: readonly GroupKey[],
): Comparison[] {
  const found = groups.flatMap((key) =>
    stages.flatMap((stage) => {
      const cell = readShown(findCell(stage, key));
      return cell?.verdict ? [{ stage, key, cell }] : [];
    }),
  );
  return COMPARISON_FAMILIES.flatMap((family) =>
    found.filter(({ key }) => chooseComparisonFamily(key.breakdown) === family),
  );
}

/**
 * How many comparisons an edition shows the verdict of, in each family: groups without children too, though no row shows
 * them. One that is hidden is not counted: whether its group was tested at all would tell that it has children.
 */
export function countComparisons(stages: readonly Stage[]): Record<ComparisonFamily, number> {
  const made = { ethnicity: 0, sex: 0, rest: 0 };
  for (const stage of stages)
    for (const cell of stage.disclosed)
      if (cell.window.id === stage.window?.id && isCompared(cell, stage))
        made[chooseComparisonFamily(cell.breakdown)] += 1;
  return made;
}

function isCompared(cell: DisclosedCell, { declaration }: Stage): boolean {
  const { breakdown, group } = cell;
  if (breakdown === 'total' || isUnknownGroup(group)) return false;
  if (group === findReferenceGroup(declaration, breakdown)) return false;
  return (readShown(cell)?.verdict ?? null) !== null;
}

/** Clear differences; in each family higher rates first, because the board has to act on those. */
export function selectClear(tested: readonly Comparison[]): Comparison[] {
  return COMPARISON_FAMILIES.flatMap((family) =>
    ['higher', 'lower'].flatMap((way) =>
      tested.filter(
        ({ cell, key }) => cell.verdict === way && chooseComparisonFamily(key.breakdown) === family,
      ),
    ),
  );
}

/** Comparisons whose own interval excludes parity, but which are not clear once many comparisons are allowed for. */
export function selectPossible(tested: readonly Comparison[]): Comparison[] {
  return tested.filter(({ cell }) => cell.verdict === 'possible');
}

/** Whether a comparison is of the family of ethnicity. */
export function isEthnicity({ key }: Comparison): boolean {
  return chooseComparisonFamily(key.breakdown) === 'ethnicity';
}

/** Whether a group's rate is above its reference group's: above parity or, where the reference group has none, any. */
export function isAboveReference({ value, numerator }: ShownResult): boolean {
  return value === null ? (numerator ?? 0) > 0 : value > 1;
}

/** Groups too few to tell whose rate is above parity: their cases are to be reviewed. */
export function selectFew(tested: readonly Comparison[]): Comparison[] {
  return tested.filter(
    ({ cell, key }) =>
      cell.verdict === 'too few to tell' && isAboveReference(cell) && !isCrossed(key),
  );
}

/** The groups with a clear difference, or one to watch, at any decision: a row of doubts would say nothing. */
export function selectTellingGroups(
  tested: readonly Comparison[],
  groups: readonly GroupKey[],
): GroupKey[] {
  const telling = [...selectClear(tested), ...selectPossible(tested)];
  return groups.filter((group) =>
    telling.some(({ key }) => key.breakdown === group.breakdown && key.group === group.group),
  );
}
