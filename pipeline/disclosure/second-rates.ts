// Disclosed cells → which of them keep their rate on a second population, and which counts those rates reveal.
import { findReferenceGroup } from '../domain/reference.js';
import { dropSecondRate, isCarriedForward, type DisclosedCell } from './disclosed.js';
import type { RelationsByMeasure } from './relations.js';
import { cellKey } from './released.js';

/**
 * Drops the rate on a second population unless every count behind it is shown as it was counted: its own and, of a
 * relative rate, the reference group's. Populations are published, so such a rate reveals the counts to anybody who
 * divides: beside a hidden count it would reveal it, and beside one carried forward it would reveal today's.
 */
export function dropUnsupportedSeconds(
  disclosed: readonly DisclosedCell[],
  relations: RelationsByMeasure,
): DisclosedCell[] {
  const shown = new Set(
    disclosed
      .filter((cell) => cell.origin === 'own' && cell.status === 'shown' && !isCarriedForward(cell))
      .map(cellKey),
  );
  return disclosed.map((cell) =>
    listUnderlyingCounts(cell, relations).every((key) => shown.has(key))
      ? cell
      : dropSecondRate(cell),
  );
}

/**
 * The figures whose numerator the rates on second populations reveal, by `cellKey`. The audit of an edition takes each
 * of them to be printed, whether or not it is.
 */
export function listRevealedCounts(
  disclosed: readonly DisclosedCell[],
  relations: RelationsByMeasure,
): ReadonlySet<string> {
  return new Set(disclosed.flatMap((cell) => listUnderlyingCounts(cell, relations)));
}

/** The figures whose numerators the second rate of a cell is divided from; none for a cell that has none. */
function listUnderlyingCounts(cell: DisclosedCell, relations: RelationsByMeasure): string[] {
  if (cell.status !== 'shown' || cell.second === undefined) return [];
  const own = relations.get(cell.measure);
  if (own?.kind !== 'relative_rate') return [cellKey(cell)];
  const group = findReferenceGroup(own, cell.breakdown);
  return [cellKey(cell), cellKey({ ...cell, group })];
}
