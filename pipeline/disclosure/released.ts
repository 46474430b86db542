// What an edition gave and hid → what a later pack is held against.
import type { Value } from '../domain/value.js';
import type { DisclosedCell, ReleasedCell } from './disclosed.js';

/** The packs of an edition that were made before, oldest first: each figure they gave or hid, by `placeOf`. */
export type PreviousReleases = readonly ReadonlyMap<string, ReleasedCell>[];

/** Which figure of our own a pack tells: the same in every pack. */
export function cellKey({
  measure,
  window,
  breakdown,
  group,
}: Pick<Value, 'measure' | 'window' | 'breakdown' | 'group'>): string {
  return JSON.stringify([measure, window.starts, window.ends, breakdown, group]);
}

/** The measure of a figure, by its key. */
export function readCellMeasure(key: string): string {
  const [measure] = JSON.parse(key) as [string];
  return measure;
}

/** What a pack is remembered by: the figures of our own that an edition of it gave, and those it hid. */
export function collectReleasedCells(
  disclosed: readonly DisclosedCell[],
): Map<string, ReleasedCell> {
  return new Map(
    disclosed.flatMap((cell) => {
      if (cell.origin !== 'own') return [];
      if (cell.status === 'hidden') return [[cellKey(cell), HIDDEN_FIGURE] as const];
      if (cell.status !== 'shown') return [];
      const { status, numerator, denominator, value, lower, upper, verdict } = cell;
      const told = { status, numerator, denominator, value, lower, upper, verdict };
      if (cell.kept) return [[cellKey(cell), { ...told, kept: true }] as const];
      return [[cellKey(cell), told] as const];
    }),
  );
}

/** A figure that was given without its numbers. */
export const HIDDEN_FIGURE: ReleasedCell = {
  ...{ status: 'hidden', numerator: null, denominator: null },
  ...{ value: null, lower: null, upper: null, verdict: null },
};
