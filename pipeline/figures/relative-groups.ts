// The groups of a relative rate → those compared, those clearly apart, and those too few to tell.
import { readShown, type Group } from './results.js';
import type { Subject } from './subject.js';

/** The group every other is set against: White, as `offending_population_by_ethnicity` is counted. */
export const REFERENCE_GROUP = 'White';

/** Every group but the one they are set against. */
export function selectComparedGroups({ reading }: Subject): Group[] {
  return reading.groups.filter(({ group }) => group !== REFERENCE_GROUP);
}

/** Groups of which something is said, if only that they are too few. */
export function selectGroupsWithVerdict(subject: Subject): Group[] {
  return selectComparedGroups(subject).filter(({ now }) => readShown(now)?.verdict);
}

/** Groups whose rate is clearly higher or lower than the reference group's. */
export function selectClearGroups(subject: Subject): Group[] {
  return selectComparedGroups(subject).filter(({ now }) => {
    const verdict = readShown(now)?.verdict;
    return verdict === 'higher' || verdict === 'lower';
  });
}

/** Below this many children a review of each case says more than a rate. */
const MIN_CHILDREN_FOR_RATE = 5;

/** Groups with children in them, but too few to tell or to make a rate of: these ask for a review of each case. */
export function selectTooSmallGroups(subject: Subject): Group[] {
  return selectComparedGroups(subject).filter(({ now }) => {
    const cell = readShown(now);
    if (!cell?.verdict || cell.verdict === 'higher' || cell.verdict === 'lower') return false;
    const children = cell.numerator ?? 0;
    const few = cell.verdict === 'too few to tell' || children < MIN_CHILDREN_FOR_RATE;
    return few && children > 0;
  });
}
