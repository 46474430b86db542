// A year's plan → children and the days on which they met the service formally.
import { addDays, addMonths, type Day } from '../../pipeline/domain/period.js';
import { ageOn, dayWithin, daysBetween, workday } from './days.js';
import type { YearPlan } from './plan.js';
import type { Random } from './random.js';
import { addContact, formalBefore, newChild, type Child, type Contact } from './story.js';

/** Everybody invented so far, and where choices come from. */
export interface World {
  readonly random: Random;
  readonly authority: string;
  readonly children: Child[];
}

const ENTRANT_AGES = { 11: 1, 12: 4, 13: 9, 14: 17, 15: 25, 16: 26, 17: 18 };
const RECENT_DAYS = 420;
const LONGEST_MEMORY_DAYS = 900;

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
  repeat(year.furtherDays, (place) => { furtherDay(world, year, formal, place < year.breachDays); });
  return formal;
}

/** Does something a number of times. */
export function repeat(times: number, action: (place: number) => unknown): void {
  for (let place = 0; place < times; place += 1) action(place);
}

/** A working day of the year, its quarters as busy as the plan says. */
export function busyDay(year: YearPlan, random: Random): Day {
  const quarter = Number(random.weighted(Object.fromEntries(year.quarters.entries())));
  const starts = addMonths(`${year.ends.slice(0, 4)}-04-01`, quarter * 3 - 12);
  return workday(dayWithin(starts, addDays(addMonths(starts, 3), -1), random));
}

/** A new child of a likely age on a day, ten or older some months before it and under 18 on it. */
export function inventChild(
  world: World,
  day: Day,
  ages: Readonly<Record<string, number>>,
  authority = world.authority,
): Child {
  const age = Number(world.random.weighted(ages));
  const born = addDays(addMonths(day, -12 * age), -world.random.whole(0, 363));
  const oldEnough = addDays(addMonths(day, -126), -world.random.whole(0, 150));
  const child = newChild(born < oldEnough ? born : oldEnough, authority);
  world.children.push(child);
  return child;
}

/** A child met before only through diversion or prevention, under 18 on the day and free by then; null when none is. */
export function knownChild(world: World, day: Day, taken: ReadonlySet<Child>): Child | null {
  const known = world.children.filter(
    (child) =>
      !taken.has(child) &&
      child.contacts.every((met) => !met.formal && met.date < addDays(day, -30)) &&
      child.interventions.every((work) => work.start < addDays(day, -30)) &&
      ageOn(child.born, day) < 18 &&
      ageOn(child.born, addDays(day, -150)) >= 10,
  );
  return known.length === 0 ? null : world.random.pick(known);
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

/** Dealt with formally in an earlier year and again in this one; mostly soon, and mostly those who were often before. */
function returningChild(world: World, year: YearPlan, taken: ReadonlySet<Child>): Child {
  for (let tries = 0; tries < 500; tries += 1) {
    const day = busyDay(year, world.random);
    const memory = world.random.chance(0.85) ? RECENT_DAYS : LONGEST_MEMORY_DAYS;
    const free = world.children.filter(
      (child) => !taken.has(child) && mayReturn(child, day, memory) && !seenIn(child, year),
    );
    const drawn = free.flatMap((child) => formalBefore(child, day).map(() => child));
    if (drawn.length === 0) continue;
    const child = world.random.pick(drawn);
    addContact(child, day, true);
    return child;
  }
  throw new RangeError(`too few children could return in the year to ${year.ends}`);
}

function seenIn(child: Child, year: YearPlan): boolean {
  return child.contacts.some((met) => met.date >= year.starts);
}

function mayReturn(child: Child, day: Day, memory: number): boolean {
  const last = formalBefore(child, day).at(-1);
  if (!last || ageOn(child.born, day) >= 18) return false;
  const gap = daysBetween(last.date, day);
  return gap >= 60 && gap <= memory;
}

/** One child given two custodial sentences in a year, half a year apart. */
function twiceSentencedChild(world: World, year: YearPlan, taken: ReadonlySet<Child>): Child {
  const first = workday(addMonths(year.starts, 2));
  const second = workday(addMonths(year.starts, 8));
  const ready = world.children.filter(
    (child) =>
      !taken.has(child) &&
      mayReturn(child, first, RECENT_DAYS) &&
      ageOn(child.born, second) < 18 &&
      ageOn(child.born, first) >= 14,
  );
  const child = world.random.pick(ready);
  for (const day of [first, second])
    addContact(child, day, true).outcomes.push('Detention and Training Order');
  return child;
}

/** Another formal day, later in the year, for a child who has had one. */
function furtherDay(
  world: World,
  year: YearPlan,
  formal: ReadonlySet<Child>,
  breach: boolean,
): void {
  for (let tries = 0; tries < 500; tries += 1) {
    const met = world.random.pick(formalDays(formal, year));
    const earliest = addDays(met.date, 45);
    if (earliest > addDays(year.ends, -5)) continue;
    const day = workday(dayWithin(earliest, addDays(year.ends, -2), world.random));
    const crowded = met.child.contacts.some((other) => Math.abs(daysBetween(other.date, day)) < 25);
    if (ageOn(met.child.born, day) >= 18 || crowded || met.outcomes.length > 0) continue;
    addContact(met.child, day, true).breach = breach;
    return;
  }
  throw new RangeError(`no room for another formal day in the year to ${year.ends}`);
}

/** The year's formal days of these children. */
export function formalDays(formal: ReadonlySet<Child>, year: YearPlan): Contact[] {
  return [...formal].flatMap((child) =>
    child.contacts.filter((met) => met.formal && met.date >= year.starts && met.date <= year.ends),
  );
}
