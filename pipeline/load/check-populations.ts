// The populations received → the problems of rates that would be wrong, or be none.
import type { Problem } from '../domain/problem.js';
import type { Lookup } from '../warehouse/lookups.js';

/** A yearly change above this share is reported: an area's children do not grow or shrink so fast. */
const JUMP = 0.1;

/**
 * Checks the populations of a warehouse. Blocks where the groups do not add to the number for all, where two releases of
 * one year cannot be told apart, and where no year has a population of all the service's areas. A jump from one year to
 * the next is a note.
 */
export async function checkPopulations(lookup: Lookup): Promise<Problem[]> {
  const sums = (await lookup('population_sums')).flatMap(describeSum);
  const releases = (await lookup('population_releases')).map(([year]) => describeReleases(year));
  const years = await lookup('population_years');
  const unusable = years.length === 0 ? [await describeUnusable(lookup)] : [];
  return [...sums, ...releases, ...unusable, ...years.flatMap(describeJump)];
}

type Row = Awaited<ReturnType<Lookup>>[number];

function describeSum(row: Row): Problem[] {
  const [area, year, source, from, to, division, whole, added, allowed] = row;
  if (Math.abs(Number(whole) - Number(added)) <= Number(allowed)) return [];
  return [
    {
      kind: 'data',
      code: 'population-sum',
      file: 'population',
      facts: {
        ...{ area: String(area), year: String(year), source: String(source) },
        ages: { phrase: 'ages', facts: { from: String(from), to: String(to) } },
        division: { phrase: `by-${String(division)}` },
        ...{ whole: Number(whole), added: Number(added) },
      },
    },
  ];
}

function describeReleases(year: Row[number] | undefined): Problem {
  return {
    kind: 'data',
    code: 'population-releases',
    file: 'population',
    facts: { year: String(year) },
  };
}

async function describeUnusable(lookup: Lookup): Promise<Problem> {
  const held = await lookup('population_areas');
  const areas = held.map(([area, years]) => ({
    phrase: 'area-years',
    facts: { area: String(area), years: String(years) },
  }));
  return {
    kind: 'data',
    code: 'no-population',
    file: 'population',
    facts: { areas },
  };
}

function describeJump([, , year, , population, yearBefore, before]: Row): Problem[] {
  if (typeof before !== 'number' || typeof yearBefore !== 'number' || before === 0) return [];
  const span = Number(year) - yearBefore;
  const yearly = Math.exp(Math.log(Number(population) / before) / span) - 1;
  if (Math.abs(yearly) <= JUMP) return [];
  return [
    {
      kind: 'note',
      code: 'population-jump',
      file: 'population',
      variant: yearly > 0 ? 'more' : 'fewer',
      facts: { before, earlier: String(yearBefore), after: Number(population), year: String(year) },
    },
  ];
}
