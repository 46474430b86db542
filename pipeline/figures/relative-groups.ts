// The groups of a relative rate → those compared, those clearly different, and those too small to tell.
import { readShown, type Group } from './results.js';
import type { Subject } from './subject.js';

/** The group that all others are compared with: White, as `offending_population_by_ethnicity` is counted. */
export const REFERENCE_GROUP = 'White';

/** Every group but the reference group. */
export function selectComparedGroups({ reading }: Subject): Group[] {
  return reading.groups.filter(({ group }) => group !== REFERENCE_GROUP);
}

/** Groups with a verdict, which may be that they are too few to tell. */
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

/** Below this many children, a review of each case is more useful than a rate. */
const MIN_CHILDREN_FOR_RATE = 5;

/** Groups with children, but too few to tell or to calculate a rate: each case should be reviewed. */
export function selectTooSmallGroups(subject: Subject): Group[] {
  return selectComparedGroups(subject).filter(({ now }) => {
    const cell = readShown(now);
    if (!cell?.verdict || cell.verdict === 'higher' || cell.verdict === 'lower') return false;
    const children = cell.numerator ?? 0;
    const few = cell.verdict === 'too few to tell' || children < MIN_CHILDREN_FOR_RATE;
    return few && children > 0;
  });
}
