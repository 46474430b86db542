// A count from which no value follows → the reason, as the note beside the figure says it.
import type { MissingReason } from '../domain/figure-note.js';
import { isUnknownGroup, findReferenceGroup } from '../domain/reference.js';
import type { Count } from '../measures/count.js';
import type { Declaration } from '../measures/declaration.js';
import { isNeverRecorded } from './unrecorded.js';

/** A rate on fewer people than this is not given: one child more or less would move it beyond all others. */
const LEAST_POPULATION = 100;

/**
 * Why no value follows from a count, by the kind of measure; null if one does. A relative rate needs a reference group
 * that has events, and neither all groups together nor those not known are compared with one. `counts` are all of the
 * measure's.
 */
export function explainMissing(
  declaration: Declaration,
  counts: readonly Count[],
  count: Count,
): MissingReason | null {
  if (isNeverRecorded(counts, count)) return 'never recorded';
  const { kind, base } = declaration;
  const { denominator } = count;
  if (kind === 'count') return null;
  if (kind === 'rate') return explainPopulation(denominator);
  if (kind !== 'relative_rate') return denominator === null || denominator === 0 ? NOBODY : null;
  if (count.breakdown === 'total' || isUnknownGroup(count.group)) return 'not compared';
  const explainBase = base === 'children' ? explainChildren : explainPopulation;
  const own = explainBase(denominator);
  if (own !== null) return own;
  const reference = findReference(declaration, counts, count);
  const isUsable = reference !== undefined && explainBase(reference.denominator) === null;
  return isUsable && reference.numerator > 0 ? null : 'no reference rate';
}

/** Whether a rate may be given on this many people; null is no population. */
export function isPopulationEnough(people: number | null): boolean {
  return explainPopulation(people) === null;
}

/** The count of the group that a count's is set against; undefined if there is none. */
export function findReference(
  declaration: Declaration,
  counts: readonly Count[],
  { windowId, breakdown }: Count,
): Count | undefined {
  const group = findReferenceGroup(declaration, breakdown);
  return counts.find(
    (each) => each.windowId === windowId && each.breakdown === breakdown && each.group === group,
  );
}

const NOBODY: MissingReason = 'none in the group';

function explainChildren(children: number | null): MissingReason | null {
  return children === null || children === 0 ? NOBODY : null;
}

function explainPopulation(people: number | null): MissingReason | null {
  if (people === null) return 'no population';
  return people < LEAST_POPULATION ? 'fewer than 100 people' : null;
}
