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

function describeSum([area, year, source, ages, division, whole, added, allowed]: Row): Problem[] {
  if (Math.abs(Number(whole) - Number(added)) <= Number(allowed)) return [];
  return [
    {
      kind: 'data',
      code: 'population-sum',
      file: 'population',
      what: `of ${String(area)} in ${String(year)}, aged ${String(ages)} (${String(source)}), All is ${String(whole)} but the groups by ${String(division)} add to ${String(added)}: more than rounding`,
      fix: 'Compare both with the published table, and correct the one that is wrong.',
    },
  ];
}

function describeReleases(year: Row[number] | undefined): Problem {
  return {
    kind: 'data',
    code: 'population-releases',
    file: 'population',
    what: `there are two populations for ${String(year)}, and no day says which was released later`,
    fix: 'Give the release day of each in a column released_on, or keep only the later one.',
  };
}

async function describeUnusable(lookup: Lookup): Promise<Problem> {
  const held = await lookup('population_areas');
  const listed = held.map(([area, years]) => `${String(area)} has ${String(years)}`).join('; ');
  return {
    kind: 'data',
    code: 'no-population',
    file: 'population',
    what: `no year and source has the children aged 10 to 17 of all the service's areas, so that no rate could be given: ${listed}`,
    fix: 'Give all areas for one year from one source. If an area replaced another when councils were reorganised, name the former one under predecessors in the settings.',
  };
}

function describeJump([, , year, , population, yearBefore, before]: Row): Problem[] {
  if (typeof before !== 'number' || typeof yearBefore !== 'number' || before === 0) return [];
  const span = Number(year) - yearBefore;
  const yearly = Math.exp(Math.log(Number(population) / before) / span) - 1;
  if (Math.abs(yearly) <= JUMP) return [];
  const change = yearly > 0 ? 'more' : 'fewer';
  return [
    {
      kind: 'note',
      code: 'population-jump',
      file: 'population',
      what: `the population was ${before} in ${yearBefore} and ${String(population)} in ${String(year)}: over a tenth ${change} a year`,
      fix: 'Check both years against their source; rates across them are not comparable if the area or the source changed.',
    },
  ];
}
