// What an earlier pack gave and what this one shows → each figure that an edition gives otherwise.
import type { RecordedRelease } from '../deliveries/previous-pack.js';
import type { DisclosedCell, ReleasedCell, ShownCell } from './disclosed.js';
import { cellKey, readCellMeasure, type PreviousReleases } from './released.js';
import { isSameFigure } from './same-release.js';

/** A pack that readers may have from before, and what this edition gave in it. */
export interface ComparedRelease {
  readonly pack: RecordedRelease;
  /** True for a release of the same quarter, which this pack revises. */
  readonly isSameQuarter: boolean;
  readonly cells: PreviousReleases[number];
}

/** A figure given otherwise; null on the side that gives no number. */
interface RevisedCell {
  readonly cell: DisclosedCell;
  readonly then: ReleasedCell | null;
  readonly now: ShownCell | null;
}

/**
 * The figures of our own that both give, with other counts. A release of the same quarter has the same periods, so a
 * figure that only one of the two gives is revised as well, unless its measure is new. A figure that either hides is
 * none of these.
 */
export function findRevisedCells(
  { cells, isSameQuarter }: Pick<ComparedRelease, 'cells' | 'isSameQuarter'>,
  disclosed: readonly DisclosedCell[],
): RevisedCell[] {
  const measures = new Set([...cells.keys()].map(readCellMeasure));
  return disclosed.flatMap((cell): RevisedCell[] => {
    if (cell.origin !== 'own' || cell.status === 'hidden') return [];
    const then = cells.get(cellKey(cell)) ?? null;
    const now = cell.status === 'shown' ? cell : null;
    if (then?.status === 'hidden') return [];
    if (then !== null && now !== null) return isSameFigure(then, now) ? [] : [{ cell, then, now }];
    const isRevised = isSameQuarter && then !== now && measures.has(cell.measure);
    return isRevised ? [{ cell, then, now }] : [];
  });
}
