// Offences already dealt with → dealt with again: an order breached and sentenced anew, or diversion that failed.
import { addDays, type Day } from '../../pipeline/domain/period.js';
import { daysBetween } from './days.js';
import { inventChild, type World } from './world.js';
import { seriousOffence } from './deeds.js';
import { contactsIn } from './offences.js';
import type { YearPlan } from './plan.js';
import { addContact, formalBefore, type Child, type Contact, type Offence } from './story.js';

/**
 * The child whom the published count took for two: sentenced for two serious offences before the window opens, and
 * again inside it after a breach. Counting outcomes gives the two offences twice.
 */
export function addResentencedChild(world: World, first: Day, again: Day): Child {
  const child = inventChild(world, first, { 15: 1 });
  const sentenced = addContact(child, first, true);
  sentenced.serious = true;
  sentenced.outcomes.push('Referral Order');
  const date = addDays(first, -88);
  for (const category of ['Violence Against The Person', 'Robbery'])
    sentenced.offences.push({ ...seriousOffence(category, world.random), child, date });
  const resentenced = addContact(child, again, true);
  resentenced.serious = true;
  resentenced.breach = true;
  resentenced.outcomes.push('Youth Rehabilitation Order with ISS');
  resentenced.again.push(...sentenced.offences);
  return child;
}

/** Offences that may come back without moving a published figure: neither grave nor with a weapon. */
function light(met: Contact): Offence[] {
  return met.offences.filter((offence) => offence.gravity < 5 && offence.weapon !== 'yes');
}

/** Matters of earlier years that come back in this one. Run before the year's own offences are filled up. */
export function bringBackEarlier(world: World, year: YearPlan, failures: number): void {
  bringBack(world, year, failures, (before) => before.date < year.starts);
}

/** Matters of the year itself that come back in it; they change no count of different offences. */
export function bringBackSameYear(world: World, year: YearPlan, failures: number): void {
  bringBack(world, year, failures, (before) => before.date >= year.starts);
}

function bringBack(
  world: World,
  year: YearPlan,
  failures: number,
  eligible: (before: Contact) => boolean,
): void {
  const days = contactsIn(world, year).filter(
    (met) => met.formal && !met.serious && met.again.length === 0,
  );
  for (const met of days.filter((day) => day.breach)) {
    const before = formalBefore(met.child, met.date).at(-1);
    if (before && !before.serious && eligible(before)) met.again.push(...light(before));
  }
  const failed = days.filter((day) => !day.breach && failedDiversion(day, eligible) !== undefined);
  for (const met of world.random.shuffled(failed).slice(0, failures)) {
    const before = failedDiversion(met, eligible);
    if (before) met.again.push(...light(before));
  }
}

/** A diversion of one to ten months before, whose terms the child did not keep. */
function failedDiversion(
  met: Contact,
  eligible: (before: Contact) => boolean,
): Contact | undefined {
  return met.child.contacts.find((before) => {
    const gap = daysBetween(before.date, met.date);
    const kept =
      before.outcomes.includes('Outcome 22') || before.outcomes.includes('Community Resolution');
    return (
      !before.formal &&
      kept &&
      gap > 30 &&
      gap < 300 &&
      eligible(before) &&
      light(before).length > 0
    );
  });
}
