// A year's plan → the children with a formal outcome in it, and the days on which they had one.
import { addDays, addMonths } from '../../pipeline/domain/period.js';
import type { YearPlan } from './plan.js';
import { furtherDay, returningChild, twiceSentencedChild } from './returns.js';
import { addContact, newChild, type Child } from './story.js';
import { busyDay, inventChild, knownChild, repeat, type World } from './world.js';

const ENTRANT_AGES = { 11: 1, 12: 4, 13: 9, 14: 17, 15: 25, 16: 26, 17: 18 };

/** Adds a year's formal days to the world. Gives the children who had one. */
export function addFormalYear(world: World, year: YearPlan): Set<Child> {
  const formal = new Set<Child>();
  repeat(year.repeats - (year.sentencedTwice ? 1 : 0), () =>
    formal.add(returningChild(world, year, formal)),
  );
  if (year.sentencedTwice) formal.add(twiceSentencedChild(world, year, formal));
  repeat(year.entrants, () => formal.add(entrant(world, year, formal)));
  repeat(year.elsewhere, () => formal.add(arrival(world, year)));
  repeat(year.adults, () => formal.add(adultEntrant(world, year)));
  repeat(year.furtherDays, (place) => {
    furtherDay(world, year, formal, place < year.breachDays);
  });
  return formal;
}

function entrant(world: World, year: YearPlan, taken: ReadonlySet<Child>): Child {
  const day = busyDay(year, world.random);
  const known = world.random.chance(0.35) ? knownChild(world, day, taken) : null;
  const child = known ?? inventChild(world, day, ENTRANT_AGES);
  addContact(child, day, true);
  return child;
}

/** Had a formal outcome where they lived before, so is no first-time entrant here. */
function arrival(world: World, year: YearPlan): Child {
  const day = busyDay(year, world.random);
  const child = inventChild(world, day, ENTRANT_AGES);
  child.priorElsewhere = 'yes';
  child.movedIn = addDays(day, -world.random.whole(40, 400));
  addContact(child, day, true);
  return child;
}

/** Turned 18 between the offence and the outcome. */
function adultEntrant(world: World, year: YearPlan): Child {
  const day = busyDay(year, world.random);
  const born = addDays(addMonths(day, -216), -world.random.whole(0, 90));
  const child = newChild(born, world.authority);
  world.children.push(child);
  addContact(child, day, true);
  return child;
}
