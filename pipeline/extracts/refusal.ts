// What is wrong with a file → the problem that says so, never quoting a cell.
import { ProblemError, type Problem } from '../domain/problem.js';

/** Where in a file, and what the text of the problem is filled with. */
type FileDetails = Pick<Problem, 'line' | 'variant' | 'facts'>;

/** A problem of a file, for a person to mend. Without a line the whole file is meant. */
export function buildFileProblem(code: string, file: string, details: FileDetails = {}): Problem {
  return { kind: 'data', code, file, ...details };
}

/** Ends the reading of a file that cannot be used. Throws `ProblemError` with one problem. */
export function refuse(code: string, file: string, details: FileDetails = {}): never {
  throw new ProblemError([buildFileProblem(code, file, details)]);
}

/** Ends the reading of a file in whose first rows no heading was found: `empty-file` or `no-heading`. */
export function refuseMissingHeading(file: string, empty: boolean): never {
  if (empty) refuse('empty-file', file);
  refuse('no-heading', file, { variant: 'unnamed' });
}
