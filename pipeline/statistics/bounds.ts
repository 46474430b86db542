// Children whose group is not known → the lowest and highest possible relative rate, whatever their groups are.
import { rateRatio, type Tally } from './rate-ratio.js';

/** The lowest and highest possible value; null if it would be a division by 0. */
export interface Bounds {
  readonly least: number | null;
  readonly most: number | null;
}

/**
 * The relative rate if every unknown child with the event belonged to the group and every other unknown child to the
 * reference group, and vice versa. No assignment of children to groups can give a value outside. A `population` has no
 * unknowns, so there only events are moved. Not an interval: chance comes on top. Null bounds if a base is empty.
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
