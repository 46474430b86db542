// Row errors in the order found → for each kind, column and file their count, and the places of the first ones.
import type { CellErrorCode } from './parsed-cell.js';

/** An error of a row: in one of its cells, or in its relation to other rows. */
export type RowErrorCode = CellErrorCode | 'none-of' | 'duplicate-id' | 'orphan-reference';

/** How many errors of one kind are reported one by one. */
export const MAX_REPORTED = 20;

/** How many errors of one kind have their place recorded: one more, for the problem that counts the rest. */
export const MAX_LOCATED = MAX_REPORTED + 1;

/** The place of an error. `first`, for a duplicate, is the line where the key occurred first. */
export interface ErrorPlace {
  readonly line: number;
  readonly first?: number;
}

/** The errors of one code in one column of one file: their count, and the places of the first ones by line. */
export interface ErrorGroup {
  readonly code: RowErrorCode;
  readonly column: string;
  /** The file's number among those of its extract, from 0. */
  readonly file: number;
  readonly count: number;
  readonly places: readonly ErrorPlace[];
}

/** Counts errors. However many there are, it stores only the places that will be reported. */
export class ErrorTally {
  readonly #groups = new Map<string, ErrorGroup>();

  /** Counts one error. Errors of one file must come in line order. */
  add(code: RowErrorCode, column: string, file: number, line: number): void {
    this.absorb({ code, column, file, count: 1, places: [{ line }] });
  }

  /** Adds errors that were counted elsewhere, all on later lines. */
  absorb(later: ErrorGroup): void {
    const key = `${later.code} ${later.column} ${later.file}`;
    const before = this.#groups.get(key);
    if (before === undefined) this.#groups.set(key, { ...later, places: [...later.places] });
    else this.#groups.set(key, mergeGroups(before, later));
  }

  /** Every group, in the order of its first error. */
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
