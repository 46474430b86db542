// What was looked at → a finding: well, in a few words, or what is wrong with it.
import { problemsFromError } from '../domain/problem-from-error.js';
import type { Problem } from '../domain/problem.js';

/** The outcome of a check. */
export interface CheckOutcome {
  /** A short summary. Never a child's data, and never a key. */
  readonly summary: string;
  /** Empty if all is well. */
  readonly problems: readonly Problem[];
}

/** An outcome, and the part of the installation it is about. */
export interface DoctorFinding extends CheckOutcome {
  readonly about: string;
}

/** Runs one check. Promises a finding, whatever error occurs. */
export async function runCheck(
  about: string,
  check: () => CheckOutcome | Promise<CheckOutcome>,
): Promise<DoctorFinding> {
  try {
    return { about, ...(await check()) };
  } catch (error) {
    return { about, summary: 'could not be looked at', problems: problemsFromError(error) };
  }
}
