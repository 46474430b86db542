// The figures of several packs → pairs of counts that are equal wherever both are known: the same children, or chance.
import {
  CountRegister,
  type RegisteredFigure,
} from '../../../pipeline/disclosure/audit/register.js';
import type { RelationsByMeasure } from '../../../pipeline/disclosure/relations.js';

/** Fewer different numbers above 0 can be equal by chance. */
const LEAST_NUMBERS = 4;

/**
 * Each pair of counts of two measures, in all groups that both have, that are not declared the same and are equal in every
 * window of every pack: `one.numerator = other.denominator`, in order of name.
 */
export function mineEqualCounts(
  packs: readonly (readonly RegisteredFigure[])[],
  relations: RelationsByMeasure,
): string[] {
  const series = new Map<string, Map<string, number>>();
  for (const [at, pack] of packs.entries())
    for (const { place, count } of new CountRegister(pack, relations).counts) {
      const name = `${place.measure}.${place.count}`;
      const { starts, ends, breakdown, group } = place;
      const own = series.get(name) ?? new Map<string, number>();
      own.set(JSON.stringify([at, starts, ends, breakdown, group]), count);
      series.set(name, own);
    }
  const names = [...series.keys()].sort();
  return names.flatMap((one, at) =>
    names
      .slice(at + 1)
      .filter((other) => isAlwaysEqual(series.get(one), series.get(other)))
      .map((other) => `${one} = ${other}`),
  );
}

function isAlwaysEqual(
  one: ReadonlyMap<string, number> = new Map(),
  other: ReadonlyMap<string, number> = new Map(),
): boolean {
  const numbers = new Set<number>();
  for (const [place, count] of one) {
    const same = other.get(place);
    if (same === undefined) continue;
    if (same !== count) return false;
    if (count > 0) numbers.add(count);
  }
  return numbers.size >= LEAST_NUMBERS;
}
