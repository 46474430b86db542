// Any thrown error → problems in the common shape. An error of unknown cause is reported as our bug.
import { ProblemError, type Problem } from './problem.js';

/** System errors that no code can fix, by Node's error code. */
const SYSTEM_ERRORS: Readonly<Record<string, Pick<Problem, 'what' | 'fix'>>> = {
  ENOSPC: {
    what: 'the disk is full',
    fix: 'Make room on it and run again; nothing was left half-built.',
  },
  ENOMEM: {
    what: 'there is too little memory for files so large',
    fix: 'Close other programs, or run on a computer with more memory; nothing was left half-built.',
  },
  EACCES: {
    what: 'a file or folder may not be read or written',
    fix: 'Check who may use the folders of the settings.',
  },
  EPERM: {
    what: 'a file is held by another program',
    fix: 'Close the pack in other programs and run again.',
  },
  EBUSY: {
    what: 'a file is held by another program',
    fix: 'Close the pack in other programs and run again.',
  },
  EROFS: { what: 'the disk cannot be written to', fix: 'Choose another folder with --out.' },
};

/** An unknown error is our bug. Its message may quote data, so only the error's name and location are reported. */
export function problemsFromError(error: unknown): readonly Problem[] {
  if (error instanceof ProblemError) return error.problems;
  const systemError =
    error instanceof Error && 'code' in error ? SYSTEM_ERRORS[String(error.code)] : null;
  if (systemError)
    return [{ kind: 'computer', code: 'computer', ...findErrorPath(error), ...systemError }];
  const name = error instanceof Error ? error.name : typeof error;
  const place = error instanceof Error ? (/\n\s+at (.*)/.exec(error.stack ?? '')?.[1] ?? '') : '';
  const what = `boardpack failed by a fault of its own: ${name}${place && ` at ${place}`}`;
  const fix = 'Tell its developers this line; your data are untouched.';
  return [{ kind: 'bug', code: 'fault', what, fix }];
}

/** The file or folder named by the system error, if any. */
function findErrorPath(error: unknown): Pick<Problem, 'file'> {
  const path = error instanceof Error && 'path' in error ? error.path : null;
  return typeof path === 'string' ? { file: path } : {};
}
