// What a service edited in a program's folder: the lines and files that its own folder gets, and what cannot be moved.
import type { Problem } from '../domain/problem.js';

/** Edits of one kind. Paths are relative to the service's folder. */
export interface Edits {
  /** Lines for a CSV file, each by its column. */
  readonly lines: readonly {
    readonly file: string;
    readonly cells: Readonly<Record<string, string>>;
  }[];
  /** Whole files: their text. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
  /** Keys of the settings. */
  readonly settings: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** What a service's folder cannot say, as notes. */
  readonly left: readonly Problem[];
}

/** No edits. */
export const NO_EDITS: Edits = { lines: [], files: [], settings: {}, left: [] };

/** Joins edits of several kinds. */
export function joinEdits(all: readonly Edits[]): Edits {
  return {
    lines: all.flatMap(({ lines }) => lines),
    files: all.flatMap(({ files }) => files),
    settings: Object.assign({}, ...all.map(({ settings }) => settings)) as Edits['settings'],
    left: all.flatMap(({ left }) => left),
  };
}

/** A note on an edit that stays where it is. */
export function describeLeftEdit(
  file: string,
  variant:
    | 'differs'
    | 'new-file'
    | 'list-changed'
    | 'new-list'
    | 'contract-changed'
    | 'new-extract',
): Problem {
  return { kind: 'note', code: 'edit-not-moved', variant, file };
}
