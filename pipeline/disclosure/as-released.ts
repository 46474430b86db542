// A pack that was made, and whose records somebody has been erased from since → its figures as it gave them.
import {
  discloseRelease,
  withholdCell,
  type DisclosedCell,
  type ReleasedCell,
} from './disclosed.js';
import { cellKey } from './released.js';

/** Our own figures as the pack gave and hid them, whatever is counted now. What it did not tell of stays as it is. */
export function restoreReleasedCells(
  disclosed: readonly DisclosedCell[],
  released: ReadonlyMap<string, ReleasedCell>,
): DisclosedCell[] {
  return disclosed.map((cell) => {
    const release = cell.origin === 'own' ? released.get(cellKey(cell)) : undefined;
    if (release === undefined) return cell;
    return release.status === 'shown'
      ? discloseRelease(cell, release)
      : withholdCell(cell, 'hidden');
  });
}
