// Days of outcomes → the offences dealt with on them, to the plan's numbers by category, gravity and weapon.
import { addDays, addMonths, type Day } from '../../pipeline/domain/period.js';
import { daysBetween, earlier, within } from './days.js';
import type { World } from './world.js';
import {
  graveOffence,
  ordinaryOffence,
  seriousOffence,
  weaponOffence,
  breachOffence,
  type Deed,
} from './deeds.js';
import type { HalfPlan, YearPlan } from './plan.js';
import type { Random } from './random.js';
import { at } from './random.js';
import { formalBefore, type Child, type Contact, type Offence } from './story.js';

/** Every day of outcomes that falls in a stretch. */
export function contactsIn(world: World, stretch: { starts: Day; ends: Day }): Contact[] {
  return world.children.flatMap((child) =>
    child.contacts.filter((met) => within(met.date, stretch)),
  );
}

/** Adds the half-year's serious violence and weapons, each child at most once in twelve months to September. */
export function addViolence(
  world: World,
  half: HalfPlan,
  violent: Set<Child>,
  armed: Set<Child>,
): void {
  const free = (used: ReadonlySet<Child>): Contact[] =>
    contactsIn(world, half).filter(
      (met) =>
        met.formal &&
        !met.breach &&
        met.again.length === 0 &&
        !used.has(met.child) &&
        met.offences.length === 0,
    );
  for (const categories of half.serious) {
    const met = sternest(free(violent), world.random);
    violent.add(met.child);
    met.serious = true;
    for (const category of categories)
      commit(met, seriousOffence(category, world.random), world.random);
  }
  for (const count of half.weapons) {
    const met = world.random.pick(free(armed));
    armed.add(met.child);
    for (let made = 0; made < count; made += 1)
      commit(met, weaponOffence(world.random), world.random);
  }
}

/** Prefers children with a history, and of age enough for what a court gives for violence. */
function sternest(free: readonly Contact[], random: Random): Contact {
  const known = free.filter(
    (met) => formalBefore(met.child, met.date).length > 0 && met.outcomes.length === 0,
  );
  return random.pick(known.length > 0 ? known : free.filter((met) => met.outcomes.length === 0));
}

/** Fills the year with everything else, until the different offences dealt with in it are as many as planned. */
export function addOffences(world: World, year: YearPlan): void {
  const days = contactsIn(world, year);
  const { random } = world;
  for (const met of days) if (met.breach) commit(met, breachOffence(random), random);
  for (const [category, count] of Object.entries(year.grave))
    for (let made = 0; made < count; made += 1)
      commit(random.pick(graveDays(days, category)), graveOffence(category, random), random);
  for (const met of days)
    if (met.offences.length === 0) commit(met, ordinaryOffence(met.formal, random), random);
  fillTo(year.offences, days, random);
}

/** Grave matters go to court, but for some arson and sexual offences of younger children. */
function graveDays(days: readonly Contact[], category: string): Contact[] {
  const young = category === 'Arson' || category === 'Sexual Offences';
  return days.filter((met) => {
    if (met.breach || met.offences.length > 3) return false;
    return met.formal || (young && met.outcomes.includes('Outcome 22'));
  });
}

function fillTo(target: number, days: readonly Contact[], random: Random): void {
  const room = (met: Contact): boolean => !met.breach && met.offences.length < (met.formal ? 8 : 3);
  const weighted = days.flatMap((met) => Array<Contact>(met.formal ? 9 : 1).fill(met));
  while (differentOffences(days) < target) {
    const met = random.pick(weighted);
    if (room(met)) commit(met, ordinaryOffence(met.formal, random), random);
  }
  if (differentOffences(days) !== target)
    throw new RangeError(`more offences than the ${target} planned`);
}

/** Offences dealt with on any of these days, each once however often. */
export function differentOffences(days: readonly Contact[]): number {
  return new Set(days.flatMap((met) => [...met.offences, ...met.again])).size;
}

function commit(met: Contact, deed: Deed, random: Random): void {
  met.offences.push({ ...deed, child: met.child, date: offenceDay(met, random) });
}

/**
 * Weeks before the outcome, under 18 and over 9, and as a rule after the child's last formal day: a matter older than
 * that is one that was slow to come to court.
 */
function offenceDay(met: Contact, random: Random): Day {
  const together = met.offences.at(-1);
  if (together && random.chance(0.45)) return together.date;
  const latest = earlier(
    addDays(met.date, met.formal ? -18 : -8),
    addDays(addMonths(met.child.born, 216), -1),
  );
  const last = formalBefore(met.child, met.date).at(-1);
  const free =
    met.child.stays
      .map((stay) => stay.end ?? stay.start)
      .sort()
      .at(-1) ?? met.child.born;
  const after = last && random.chance(0.88) ? addDays(last.date, 2) : free;
  const span = Math.min(
    met.formal ? 150 : 55,
    Math.max(daysBetween(after > free ? after : free, latest), 0),
  );
  const day = addDays(latest, -random.whole(0, span));
  const tenth = addMonths(met.child.born, 120);
  return day < tenth ? tenth : day;
}

/** An offence already dealt with is dealt with again on a later day. */
export function dealAgain(met: Contact, offences: readonly Offence[]): void {
  met.again.push(...offences);
}

/** The first of the child's formal days. */
export function firstFormal(child: Child): Contact {
  return at(
    child.contacts.filter((met) => met.formal),
    0,
  );
}
