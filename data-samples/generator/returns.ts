// Children met before → further formal days: in a later year, in the same one, or twice to custody.
import { addDays, addMonths, type Day } from '../../pipeline/domain/period.js';
import { ageOn, dayWithin, daysBetween, workday } from './days.js';
import type { YearPlan } from './plan.js';
import { addContact, formalBefore, type Child, type Contact } from './story.js';
import { busyDay, type World } from './world.js';

const RECENT_DAYS = 420;
const LONGEST_MEMORY_DAYS = 900;

/** Dealt with formally in an earlier year and again in this one; mostly soon, and mostly those who were often before. */
export function returningChild(world: World, year: YearPlan, taken: ReadonlySet<Child>): Child {
  for (let tries = 0; tries < 500; tries += 1) {
    const day = busyDay(year, world.random);
    const memory = world.random.chance(0.7) ? RECENT_DAYS : LONGEST_MEMORY_DAYS;
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
  const free = child.stays.every((stay) => stay.end !== null && addDays(stay.end, 40) < day);
  const gap = daysBetween(last.date, day);
  return free && gap >= 60 && gap <= memory;
}

/** One child given two custodial sentences in a year, half a year apart. */
export function twiceSentencedChild(
  world: World,
  year: YearPlan,
  taken: ReadonlySet<Child>,
): Child {
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
export function furtherDay(
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
function formalDays(formal: ReadonlySet<Child>, year: YearPlan): Contact[] {
  return [...formal].flatMap((child) =>
    child.contacts.filter((met) => met.formal && met.date >= year.starts && met.date <= year.ends),
  );
}
