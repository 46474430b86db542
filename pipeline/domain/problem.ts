// What is wrong, where, and what a person can do about it: the one shape every step reports in.

/**
 * Who a problem is for, which decides the exit status:
 * `bug` 1 (ours) · `data` and `declaration` 2 (a person must mend a file) · `computer` 3 (disk, lock, browser) ·
 * `note` 0 (worth knowing, stops nothing).
 */
export type ProblemKind = 'bug' | 'data' | 'declaration' | 'computer' | 'note';

/** One thing that is wrong. It never holds a child's data: no cell of an extract is ever copied into it. */
export interface Problem {
  readonly kind: ProblemKind;
  /** A short stable name in kebab-case, e.g. `unknown-code`. */
  readonly code: string;
  readonly file?: string;
  /** The row as a spreadsheet numbers it: the heading row is usually 1. */
  readonly line?: number;
  /** The heading as the supplier wrote it. */
  readonly column?: string;
  readonly what: string;
  readonly fix: string;
}

/** Thrown when a step cannot go on; carries everything found so far. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.what).join('; '));
    this.name = 'Stopped';
    this.problems = problems;
  }
}

/** Whether a problem stops the build: everything but a note does. */
export function isBlocking(problem: Problem): boolean {
  return problem.kind !== 'note';
}

/** The exit status for what was found: 0 built, 1 our bug, 2 a person is needed, 3 this computer. */
export function exitStatus(problems: readonly Problem[]): 0 | 1 | 2 | 3 {
  const kinds = new Set(problems.map((problem) => problem.kind));
  if (kinds.has('bug')) return 1;
  if (kinds.has('data') || kinds.has('declaration')) return 2;
  return kinds.has('computer') ? 3 : 0;
}
