// A year's plan → days of diversion, and children worked with to prevent offending.
import { addDays } from '../../pipeline/domain/period.js';
import { ageOn, daysBetween, within } from './days.js';
import { busyDay, inventChild, knownChild, repeat, type World } from './world.js';
import type { YearPlan } from './plan.js';
import { addContact, type Child } from './story.js';

const DIVERTED_AGES = { 10: 2, 11: 4, 12: 9, 13: 17, 14: 22, 15: 21, 16: 15, 17: 10 };
const OTHER_DIVERSION = {
  'No Further Action': 52,
  'Outcome 22': 26,
  'Outcome 21': 11,
  'Outcome 20': 9,
};
const RESOLUTION = 'Community Resolution';

/** Adds a year's diversion: children with diversion alone, then the resolutions of children already met. */
export function addDiversionYear(world: World, year: YearPlan, formal: ReadonlySet<Child>): void {
  const taken = new Set(formal);
  const alone = year.resolutions - year.resolutionsToFormal - year.secondResolutions;
  const diverted: Child[] = [];
  repeat(year.diverted, (place) => {
    const child = divertedChild(
      world,
      year,
      taken,
      place < alone ? RESOLUTION : otherDiversion(world, year, place),
    );
    taken.add(child);
    diverted.push(child);
  });
  repeat(year.resolutionsToFormal, () => {
    anotherResolution(world, year, [...formal]);
  });
  repeat(year.secondResolutions, () => {
    anotherResolution(world, year, diverted);
  });
}

/** Core+ sends police Outcome 23 under the old label Reprimand: two a year come so from 2021. */
function otherDiversion(world: World, year: YearPlan, place: number): string {
  const recoded = year.starts >= '2021-04-01' && place >= year.diverted - 2;
  return recoded ? 'Reprimand' : world.random.weighted(OTHER_DIVERSION);
}

function divertedChild(
  world: World,
  year: YearPlan,
  taken: ReadonlySet<Child>,
  outcome: string,
): Child {
  const day = busyDay(year, world.random);
  const known = world.random.chance(0.2) ? knownChild(world, day, taken) : null;
  const child = known ?? inventChild(world, day, DIVERTED_AGES);
  addContact(child, day, false).outcomes.push(outcome);
  return child;
}

function anotherResolution(world: World, year: YearPlan, among: readonly Child[]): void {
  for (let tries = 0; tries < 500; tries += 1) {
    const child = world.random.pick(among);
    const day = busyDay(year, world.random);
    const near = child.contacts.some((met) => Math.abs(daysBetween(met.date, day)) < 30);
    const twice = child.contacts.filter((met) => within(met.date, year)).length > 1;
    if (near || twice || ageOn(child.born, day) >= 18 || ageOn(child.born, addDays(day, -90)) < 10)
      continue;
    if (child.movedIn !== null && child.movedIn > day) continue;
    addContact(child, day, false).outcomes.push(RESOLUTION);
    return;
  }
  throw new RangeError(`no room for another resolution in the year to ${year.ends}`);
}
