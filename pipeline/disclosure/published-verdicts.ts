// Disclosed cells → the same, with a verdict beside a published figure only where it tells nothing of ours.
import { dropVerdict, isCarriedForward, type DisclosedCell } from './disclosed.js';
import { cellKey } from './released.js';

/**
 * Drops the verdict of each published figure whose counterpart of ours (the same measure, window and group) is not shown
 * as it was counted. A verdict is worked out from our count: beside a suppressed figure it would tell it, and beside one
 * that is carried forward it would tell the count of today.
 */
export function dropUnsupportedVerdicts(disclosed: readonly DisclosedCell[]): DisclosedCell[] {
  const shown = new Set(
    disclosed
      .filter((cell) => cell.origin === 'own' && cell.status === 'shown' && !isCarriedForward(cell))
      .map(cellKey),
  );
  return disclosed.map((cell) =>
    cell.origin === 'published' && !shown.has(cellKey(cell)) ? dropVerdict(cell) : cell,
  );
}

/** Drops the verdict of every published figure. */
export function dropPublishedVerdicts(disclosed: readonly DisclosedCell[]): DisclosedCell[] {
  return disclosed.map((cell) => (cell.origin === 'published' ? dropVerdict(cell) : cell));
}
