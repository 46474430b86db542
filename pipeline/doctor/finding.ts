// What was looked at → a finding: well, in a few words, or what is wrong with it.
import { problemsFromError } from '../domain/problem-from-error.js';
import type { Problem } from '../domain/problem.js';

/** What a check saw. */
export interface CheckOutcome {
  /** How it stands, in a few words. Never a child's data, and never a key. */
  readonly summary: string;
  /** Empty where all is well. */
  readonly problems: readonly Problem[];
}

/** A look, and the part of the installation that it was at. */
export interface Finding extends CheckOutcome {
  readonly about: string;
}

/** Looks at one part. Promises a finding, whatever goes wrong on the way. */
export async function runCheck(
  about: string,
  check: () => CheckOutcome | Promise<CheckOutcome>,
): Promise<Finding> {
  try {
    return { about, ...(await check()) };
  } catch (error) {
    return { about, summary: 'could not be looked at', problems: problemsFromError(error) };
  }
}
