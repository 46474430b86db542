// Children whose group is not known → the least and the most a relative rate could be, wherever they belong.
import { rateRatio, type Tally } from './rate-ratio.js';

/** The least and the most; null where it would be divided by nought. */
export interface Bounds {
  readonly least: number | null;
  readonly most: number | null;
}

/**
 * The relative rate were every unknown child with the event in the group and every other unknown child in the reference
 * group, and the other way about. Nothing between children and groups can put it outside. A `population` is counted
 * without unknowns, so there only events move. Not an interval: chance comes on top. Null bounds where a base is empty.
 * Source: Manski (1989), Journal of Human Resources 24: 343-360, worst-case bounds.
 */
export function unknownBounds(
  group: Tally,
  reference: Tally,
  unknown: Tally,
  base: 'population' | 'children',
): Bounds {
  const { events } = unknown;
  const spared = base === 'children' ? unknown.base - events : 0;
  const moved = base === 'children' ? events : 0;
  return {
    least: ratioOrNull(addUnknowns(group, 0, spared), addUnknowns(reference, events, moved)),
    most: ratioOrNull(addUnknowns(group, events, moved), addUnknowns(reference, 0, spared)),
  };
}

function addUnknowns({ events, base }: Tally, moreEvents: number, moreBase: number): Tally {
  return { events: events + moreEvents, base: base + moreBase };
}

function ratioOrNull(group: Tally, reference: Tally): number | null {
  if (group.base === 0 || reference.base === 0 || reference.events === 0) return null;
  return rateRatio(group, reference);
}
