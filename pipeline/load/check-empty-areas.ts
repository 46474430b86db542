// The children and the population of each of the service's areas → the problems of an area with nobody in it.
import type { Problem } from '../domain/problem.js';
import type { Lookup } from '../warehouse/lookups.js';

/** One of the service's areas of today. */
interface AreaCount {
  readonly area: string;
  readonly children: number;
  readonly population: number;
}

/** With this many children expected, none is found in fewer than one case in a hundred (Poisson: e^-5 is 0.7%). */
const EXPECTED = 5;

/** Reads each area of today and checks it as `findEmptyAreas` does. */
export async function checkEmptyAreas(lookup: Lookup): Promise<Problem[]> {
  const rows = await lookup('children_by_area');
  return findEmptyAreas(
    rows.map(([area, children, population]) => ({
      area: String(area),
      children: Number(children),
      population: Number(population),
    })),
  );
}

/**
 * Blocks for an area without a child where so large a population would have had five at the rate of the whole service: its
 * code is wrong, or its extract is missing. A smaller area without a child is a note.
 */
export function findEmptyAreas(areas: readonly AreaCount[]): Problem[] {
  const children = sum(areas.map((each) => each.children));
  const population = sum(areas.map((each) => each.population));
  if (children === 0) return [];
  return areas
    .filter((each) => each.children === 0)
    .map(({ area, population: own }) =>
      describeEmptyArea(area, children, population > 0 ? (children * own) / population : 0),
    );
}

function describeEmptyArea(area: string, children: number, expected: number): Problem {
  const isLarge = expected >= EXPECTED;
  return {
    kind: isLarge ? 'data' : 'note',
    code: 'empty-area',
    file: 'children',
    variant: isLarge ? 'large' : 'small',
    facts: { area, children, expected: Math.round(expected) },
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0);
}
