// One pack after another of the same edition: what the later one says.
import type { DisclosedCell } from '../../pipeline/disclosure/disclosed.js';
import type { Value } from '../../pipeline/domain/value.js';
import { discloseAudited } from './audited.js';
import { sensitivities, THRESHOLD } from './table.js';

export const COUNTS = sensitivities({ children: 'count', girls: 'count' });

export function packOf(
  values: readonly Value[],
  earlier: readonly (readonly DisclosedCell[])[] = [],
  told = COUNTS,
): DisclosedCell[] {
  return discloseAudited(values, told, THRESHOLD, earlier);
}

/** What a pack says of each figure once another was made: its count, `kept` before one that is as it was. */
export function seenAfter(
  before: readonly Value[],
  now: readonly Value[],
  told = COUNTS,
): string[] {
  return packOf(now, [packOf(before, [], told)], told).map(said);
}

export function said(cell: DisclosedCell): string {
  if (cell.status !== 'shown') return cell.status;
  return `${cell.kept ? 'kept ' : ''}${cell.numerator ?? ''}`;
}
