// One pack after another of the same edition: what the later one says.
import { disclose, type PreviousReleases } from '../../pipeline/disclosure/disclose.js';
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import { collectReleasedCells } from '../../pipeline/disclosure/released.js';
import type { Value } from '../../pipeline/domain/value.js';
import { sensitivities, THRESHOLD } from './table.js';

export const COUNTS = sensitivities({ children: 'count', girls: 'count' });

export function packOf(
  values: readonly Value[],
  earlier: PreviousReleases = [],
  told = COUNTS,
): DisclosedCell[] {
  return disclose(values, told, THRESHOLD, earlier);
}

/** What a pack says of each figure once another was made: its count, `kept` before one that is as it was. */
export function seenAfter(
  before: readonly Value[],
  now: readonly Value[],
  told = COUNTS,
): string[] {
  return packOf(now, [collectReleasedCells(packOf(before, [], told))], told).map(said);
}

export function said(cell: DisclosedCell): string {
  if (cell.status !== 'shown') return cell.status;
  return `${cell.kept ? 'kept ' : ''}${cell.numerator ?? ''}`;
}
