// What an edition gave and hid → what a later pack is held against.
import type { Value } from '../domain/value.js';
import type { Disclosed, Told } from './disclosed.js';

/** The packs of an edition that were made before, oldest first: each figure they gave or hid, by `placeOf`. */
export type Earlier = readonly ReadonlyMap<string, Told>[];

/** Which figure of our own a pack tells: the same in every pack. */
export function placeOf({
  measure,
  window,
  breakdown,
  group,
}: Pick<Value, 'measure' | 'window' | 'breakdown' | 'group'>): string {
  return JSON.stringify([measure, window.starts, window.ends, breakdown, group]);
}

/** What a pack is remembered by: the figures of our own that an edition of it gave, and those it hid. */
export function toldIn(disclosed: readonly Disclosed[]): Map<string, Told> {
  return new Map(
    disclosed.flatMap((cell) => {
      if (cell.origin !== 'own') return [];
      if (cell.status === 'hidden') return [[placeOf(cell), HIDDEN_FIGURE] as const];
      if (cell.status !== 'shown') return [];
      const { status, numerator, denominator, value, lower, upper, verdict } = cell;
      const told = { status, numerator, denominator, value, lower, upper, verdict };
      if (cell.kept) return [[placeOf(cell), { ...told, kept: true }] as const];
      return [[placeOf(cell), told] as const];
    }),
  );
}

/** A figure that was given without its numbers. */
export const HIDDEN_FIGURE: Told = {
  ...{ status: 'hidden', numerator: null, denominator: null },
  ...{ value: null, lower: null, upper: null, verdict: null },
};
