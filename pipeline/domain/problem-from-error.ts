// Any thrown error → problems in the common shape. An error of unknown cause is reported as our bug.
import { ProblemError, type Problem } from './problem.js';

/** System errors that no code can fix: Node's error code, and which text of `computer` says what it means. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOSPC: 'disk-full',
  ENOMEM: 'little-memory',
  EACCES: 'no-permission',
  EPERM: 'held',
  EBUSY: 'held',
  EROFS: 'read-only',
  ENOTDIR: 'not-a-folder',
  EEXIST: 'not-a-folder',
};

/** An unknown error is our bug. Its message may quote data, so only the error's name and location are reported. */
export function problemsFromError(error: unknown): readonly Problem[] {
  if (error instanceof ProblemError) return error.problems;
  const known =
    error instanceof Error && 'code' in error ? SYSTEM_ERRORS[String(error.code)] : undefined;
  if (known !== undefined)
    return [{ kind: 'computer', code: 'computer', variant: known, ...findErrorPath(error) }];
  const name = error instanceof Error ? error.name : typeof error;
  const place = error instanceof Error ? /\n\s+at (.*)/.exec(error.stack ?? '')?.[1] : undefined;
  const variant = place === undefined ? 'nowhere' : 'placed';
  return [{ kind: 'bug', code: 'fault', variant, facts: { name, place: place ?? '' } }];
}

/** The file or folder named by the system error, if any. */
function findErrorPath(error: unknown): Pick<Problem, 'file'> {
  const path = error instanceof Error && 'path' in error ? error.path : null;
  return typeof path === 'string' ? { file: path } : {};
}
