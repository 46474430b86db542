// A count of a figure → the unknown that it is: the same children are one unknown, whichever measure prints them.
import { OVERLAPPING_BREAKDOWNS, RECORDED_COUNTERPARTS } from '../breakdowns.js';
import type { CountSide, RelationsByMeasure } from '../relations.js';

/** Which count: of a measure, a window and a group. */
export interface CountPlace {
  readonly measure: string;
  readonly count: CountSide;
  readonly starts: string;
  readonly ends: string;
  readonly breakdown: string;
  readonly group: string;
}

/**
 * The place under which a count is known, whichever measure it is printed by: the same for counts that are declared to
 * be of the same children or events. Those with or without a need are out of all children asked, so that the denominator
 * of such a group is the total's. Those not recorded are counted as nothing else is. Throws RangeError where counts are
 * declared the same in a circle.
 */
export function resolvePlace(place: CountPlace, relations: RelationsByMeasure): CountPlace {
  let resolved = place;
  for (let steps = 0; steps <= relations.size; steps += 1) {
    const next = followPlace(resolved, relations);
    if (next === null) return resolved;
    resolved = next;
  }
  throw new RangeError(`${place.measure} is declared the same as itself`);
}

function followPlace(place: CountPlace, relations: RelationsByMeasure): CountPlace | null {
  const { measure, count, breakdown } = place;
  const isUnrecorded = breakdown in RECORDED_COUNTERPARTS;
  if (isUnrecorded || OVERLAPPING_BREAKDOWNS.includes(breakdown)) {
    if (count === 'denominator') return { ...place, breakdown: 'total', group: 'all' };
    if (isUnrecorded) return null;
  }
  // A measure that is not in this pack has no relations: it lends its name all the same.
  const same = relations.get(measure)?.sameAs?.[count];
  if (same === undefined) return null;
  const moved = { ...place, measure: same.measure, count: same.count };
  if (same.breakdown === undefined || same.group === undefined) return moved;
  if (breakdown !== 'total') return null;
  return { ...moved, breakdown: same.breakdown, group: same.group };
}

/** The name of an unknown. */
export function namePlace(place: CountPlace): string {
  const { measure, count, starts, ends, breakdown, group } = place;
  return JSON.stringify([measure, count, starts, ends, breakdown, group]);
}
