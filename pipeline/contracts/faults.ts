// Faults as they are met, row by row → for each kind and place how many there are, and where the first of them stand.
import type { CellErrorCode } from './cells.js';

/** What can be wrong with a row: with one of its cells, or with how it stands to the other rows. */
export type RowErrorCode = CellErrorCode | 'duplicate-id' | 'orphan-reference';

/** How many faults of one kind are told one by one. */
export const MAX_REPORTED = 20;

/** How many of them are placed: one more, to say of how many it is the first. */
export const MAX_LOCATED = MAX_REPORTED + 1;

/** Where a fault stands. `first`, for a duplicate, is the line that had the key before. */
export interface ErrorPlace {
  readonly line: number;
  readonly first?: number;
}

/** The faults of one code in one column of one file: how many, and the places of the first of them, by line. */
export interface ErrorGroup {
  readonly code: RowErrorCode;
  readonly column: string;
  /** The file's number among those of its extract, from 0. */
  readonly file: number;
  readonly count: number;
  readonly places: readonly ErrorPlace[];
}

/** Counts faults. However many there are, it holds only what will be told of them. */
export class ErrorTally {
  readonly #groups = new Map<string, ErrorGroup>();

  /** Counts one fault. Faults of one file come in the order of its lines. */
  add(code: RowErrorCode, column: string, file: number, line: number): void {
    this.absorb({ code, column, file, count: 1, places: [{ line }] });
  }

  /** Counts faults that were counted elsewhere, with the places of those on later lines. */
  absorb(later: ErrorGroup): void {
    const key = `${later.code} ${later.column} ${later.file}`;
    const before = this.#groups.get(key);
    if (before === undefined) this.#groups.set(key, { ...later, places: [...later.places] });
    else this.#groups.set(key, mergeGroups(before, later));
  }

  /** Every group, in the order in which each was first met. */
  groups(): ErrorGroup[] {
    return [...this.#groups.values()];
  }
}

function mergeGroups(before: ErrorGroup, later: ErrorGroup): ErrorGroup {
  const count = before.count + later.count;
  const remaining = MAX_LOCATED - before.places.length;
  if (remaining === 0) return { ...before, count };
  return { ...before, count, places: [...before.places, ...later.places.slice(0, remaining)] };
}
