// A measure's counts and the populations held → whose population stands under each count, and a second beside it.
import type { Count } from '../measures/count.js';
import type { Declaration } from '../measures/declaration.js';
import type { SecondPopulation } from '../statistics/second-rates.js';
import { readPopulationsUsed, type Lookup, type PopulationUsed } from '../warehouse/lookups.js';

/** The populations of one measure. */
interface MeasurePopulations {
  /** Whose population of which year a count is divided by; null for none. */
  readonly nameFirst: (count: Count) => string | null;
  /** The people of the same group by a second source; null where none is held. */
  readonly findSecond: (count: Count) => SecondPopulation | null;
  /** Every first population that a count is divided by. */
  readonly used: readonly { readonly year: number; readonly source: string }[];
}

const NONE: MeasurePopulations = { nameFirst: () => null, findSecond: () => null, used: [] };

/**
 * The populations that a measure's counts stand on, of the windows last supplied; none for a measure that is divided by
 * no population. Throws TypeError for a measure whose query takes the populations of another kind of table than it
 * declares: its source would be named wrong.
 */
export async function findPopulations(
  lookup: Lookup,
  declaration: Declaration,
  counts: readonly Count[],
): Promise<MeasurePopulations> {
  if (!isDividedByPopulation(declaration) || counts.length === 0) return NONE;
  const { id, population } = declaration;
  if (population === undefined) throw new TypeError(`${id}: names no kind of table (population)`);
  const held = await readPopulationsUsed(lookup);
  const firsts = indexPlaces(held, population, 'first');
  const seconds = indexPlaces(held, population, 'second');
  const found = counts.flatMap((count) => firsts.get(namePlace(count)) ?? []);
  for (const count of counts)
    if ((firsts.get(namePlace(count))?.people ?? null) !== count.denominator)
      throw new TypeError(`${id}: takes the population of another kind than ${population}`);
  return {
    nameFirst: (count) => {
      const first = firsts.get(namePlace(count));
      return first ? nameSource(first) : null;
    },
    findSecond: (count) => {
      const second = seconds.get(namePlace(count));
      return second ? { people: second.people, source: nameSource(second) } : null;
    },
    used: found.map(({ year, source }) => ({ year, source })),
  };
}

function isDividedByPopulation({ kind, base }: Declaration): boolean {
  return kind === 'rate' || (kind === 'relative_rate' && base !== 'children');
}

function indexPlaces(
  held: readonly PopulationUsed[],
  serves: string,
  place: PopulationUsed['place'],
): ReadonlyMap<string, PopulationUsed> {
  return new Map(
    held
      .filter((each) => each.serves === serves && each.place === place)
      .map((each) => [namePlace(each), each]),
  );
}

function namePlace({
  windowId,
  breakdown,
  group,
}: Omit<Count, 'numerator' | 'denominator'>): string {
  return JSON.stringify([windowId, breakdown, group]);
}

function nameSource({ source, year }: PopulationUsed): string {
  return `${source} (${String(year)})`;
}
