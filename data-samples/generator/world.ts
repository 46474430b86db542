// Everybody invented so far → whom the next day of a plan may be about.
import { addDays, addMonths, type Day } from '../../pipeline/domain/period.js';
import { ageOn, dayWithin, workday } from './days.js';
import type { YearPlan } from './plan.js';
import type { Random } from './random.js';
import { newChild, type Child } from './story.js';

/** The children of one authority so far, and where choices come from. */
export interface World {
  readonly random: Random;
  readonly authority: string;
  readonly children: Child[];
}

/** Does something a number of times. */
export function repeat(times: number, action: (place: number) => unknown): void {
  for (let place = 0; place < times; place += 1) action(place);
}

/** A working day of the year, its quarters as busy as the plan says. */
export function busyDay(year: YearPlan, random: Random): Day {
  const quarter = Number(random.weighted(Object.fromEntries(year.quarters.entries())));
  const april = `${addMonths(year.starts, -3).slice(0, 4)}-04-01`;
  const starts = addMonths(april, quarter * 3);
  return workday(dayWithin(starts, addDays(addMonths(starts, 3), -1), random));
}

/** A new child of a likely age on a day, ten or older some months before it and under 18 on it. */
export function inventChild(world: World, day: Day, ages: Readonly<Record<string, number>>): Child {
  const age = Number(world.random.weighted(ages));
  const born = addDays(addMonths(day, -12 * age), -world.random.whole(0, 363));
  const oldEnough = addDays(addMonths(day, -126), -world.random.whole(0, 150));
  const child = newChild(born < oldEnough ? born : oldEnough, world.authority);
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
