// What was looked at → a finding: well, in a few words, or what is wrong with it.
import { problemsOf } from '../domain/problem-from-error.js';
import type { Problem } from '../domain/problem.js';

/** What a check saw. */
export interface Look {
  /** How it stands, in a few words. Never a child's data, and never a key. */
  readonly says: string;
  /** Empty where all is well. */
  readonly problems: readonly Problem[];
}

/** A look, and the part of the installation that it was at. */
export interface Finding extends Look {
  readonly about: string;
}

/** Looks at one part. Promises a finding, whatever goes wrong on the way. */
export async function looked(about: string, look: () => Look | Promise<Look>): Promise<Finding> {
  try {
    return { about, ...(await look()) };
  } catch (error) {
    return { about, says: 'could not be looked at', problems: problemsOf(error) };
  }
}
