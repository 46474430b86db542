// The groups of a relative rate → those compared, those clearly apart, and those too few to tell.
import { known, type Group } from './results.js';
import type { Subject } from './subject.js';

/** The group every other is set against: White, as `offending_population_by_ethnicity` is counted. */
export const REFERENCE_GROUP = 'White';

/** Every group but the one they are set against. */
export function comparedGroups({ reading }: Subject): Group[] {
  return reading.groups.filter(({ group }) => group !== REFERENCE_GROUP);
}

/** Groups whose rate is clearly higher or lower than the reference group's. */
export function clearGroups(subject: Subject): Group[] {
  return comparedGroups(subject).filter(({ now }) => {
    const verdict = known(now)?.verdict;
    return verdict === 'higher' || verdict === 'lower';
  });
}

/** Groups with at least one child in them, but too few to tell from chance: these ask for a review of each case. */
export function tooFewGroups(subject: Subject): Group[] {
  return comparedGroups(subject).filter(({ now }) => {
    const cell = known(now);
    return cell?.verdict === 'too few to tell' && (cell.numerator ?? 0) > 0;
  });
}
