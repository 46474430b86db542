// A look that may not succeed → a finding all the same: what was thrown is what is wrong.
import type { Finding, Look } from './doctor/finding.js';
import { problemsOf } from './trouble.js';

/** Looks at one part. Promises a finding, whatever goes wrong on the way. */
export async function looked(about: string, look: () => Look | Promise<Look>): Promise<Finding> {
  try {
    return { about, ...(await look()) };
  } catch (error) {
    return { about, says: 'could not be looked at', problems: problemsOf(error) };
  }
}
