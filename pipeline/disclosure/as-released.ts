// A pack rebuilt after a child was erased from its records → its figures as it released them.
import {
  discloseRelease,
  dropSecondRate,
  withholdCell,
  type DisclosedCell,
  type ReleasedCell,
} from './disclosed.js';
import { dropPublishedVerdicts } from './published-verdicts.js';
import { cellKey } from './released.js';

/**
 * Replaces our own figures by those the pack released or suppressed, regardless of today's counts. Figures it did not
 * release stay. Verdicts beside published figures are not kept, and those of today would tell whom the erased child was
 * counted with, as would rates on a second population: none is given.
 */
export function restoreReleasedCells(
  disclosed: readonly DisclosedCell[],
  released: ReadonlyMap<string, ReleasedCell>,
): DisclosedCell[] {
  return dropPublishedVerdicts(disclosed)
    .map(dropSecondRate)
    .map((cell) => {
      const release = cell.origin === 'own' ? released.get(cellKey(cell)) : undefined;
      if (release === undefined) return cell;
      return release.status === 'shown'
        ? discloseRelease(cell, release)
        : withholdCell(cell, 'hidden');
    });
}
