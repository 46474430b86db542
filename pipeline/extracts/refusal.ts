// What is wrong with a file → the problem that says so, never quoting a cell.
import { ProblemError, type Problem } from '../domain/problem.js';

/** A problem of a file, for a person to mend. `line` is left out when the whole file is meant. */
export function buildFileProblem(
  code: string,
  file: string,
  what: string,
  fix: string,
  line?: number,
): Problem {
  return { kind: 'data', code, file, ...(line === undefined ? {} : { line }), what, fix };
}

/** Ends the reading of a file that cannot be used. Throws `ProblemError` with one problem. */
export function refuse(
  code: string,
  file: string,
  what: string,
  fix: string,
  line?: number,
): never {
  throw new ProblemError([buildFileProblem(code, file, what, fix, line)]);
}

/** Ends the reading of a file in whose first rows no heading was found: `empty-file` or `no-heading`. */
export function refuseMissingHeading(file: string, empty: boolean): never {
  const fix = 'Export it again with its headings in one row, within the first 20 rows.';
  if (empty) refuse('empty-file', file, `${file} is empty.`, fix);
  refuse('no-heading', file, `No row of ${file} holds the headings of this extract.`, fix);
}
