// What is wrong, where, and what a person can do about it: the shape in which every step reports problems.

/**
 * The kind of a problem. It decides the exit status:
 * `bug` 1 (ours) · `data` and `declaration` 2 (a person must correct a file) · `computer` 3 (disk, lock, browser) ·
 * `note` 0 (worth knowing, does not block).
 */
export type ProblemKind = 'bug' | 'data' | 'declaration' | 'computer' | 'note';

/** One problem. It never holds a child's data: no cell of an extract is ever copied into it. */
export interface Problem {
  readonly kind: ProblemKind;
  /** A short, stable name in kebab-case, e.g. `unknown-code`. */
  readonly code: string;
  readonly file?: string;
  /** The row number as in a spreadsheet: the heading row is usually 1. */
  readonly line?: number;
  /** The heading as the supplier wrote it. */
  readonly column?: string;
  readonly what: string;
  readonly fix: string;
}

/** Thrown when a step cannot continue; carries every problem found so far. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.what).join('; '));
    this.name = 'ProblemError';
    this.problems = problems;
  }
}

/** Whether a problem blocks the build: every kind except a note does. */
export function isBlocking(problem: Problem): boolean {
  return problem.kind !== 'note';
}

/** The exit status for these problems: 0 built, 1 our bug, 2 a person must act, 3 this computer. */
export function exitStatus(problems: readonly Problem[]): 0 | 1 | 2 | 3 {
  const kinds = new Set(problems.map((problem) => problem.kind));
  if (kinds.has('bug')) return 1;
  if (kinds.has('data') || kinds.has('declaration')) return 2;
  return kinds.has('computer') ? 3 : 0;
}
