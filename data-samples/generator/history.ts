// Children known before the extract's first year, and what moved or is still open: the edges of a real extract.
import { addDays, addMonths, type Day } from '../../pipeline/domain/period.js';
import { ageOn } from './days.js';
import { inventChild, type World } from './world.js';
import { ordinaryOffence } from './deeds.js';
import { addContact, newChild, type Child } from './story.js';

/** Formal days before the first year, so that children who come back in it are not first-time entrants. */
const EARLIER_DAYS: readonly (readonly [Day, string])[] = [
  ['2016-11-09', 'Youth Caution'],
  ['2017-01-18', 'Youth Conditional Caution'],
  ['2017-03-02', 'Referral Order'],
  ['2017-05-16', 'Youth Caution'],
  ['2017-07-05', 'Referral Order'],
  ['2017-08-23', 'Youth Conditional Caution'],
];

/** Adds them, and two old Reprimands: one while it was a caution, one just after it had become diversion. */
export function addEarlierHistory(world: World): void {
  for (const [day, outcome] of EARLIER_DAYS)
    oldDay(world, inventChild(world, day, { 14: 2, 15: 3 }), day, outcome, true);
  oldReprimand(world, '2013-02-14', true);
  oldReprimand(world, '2013-04-24', false);
}

/** A Reprimand at eleven, and a caution at sixteen that is the child's second or first formal outcome. */
function oldReprimand(world: World, day: Day, formal: boolean): void {
  const child = newChild(addDays(addMonths(day, -140), -20), world.authority);
  world.children.push(child);
  oldDay(world, child, day, 'Reprimand', formal);
}

function oldDay(world: World, child: Child, day: Day, outcome: string, formal: boolean): void {
  const met = addContact(child, day, formal);
  met.outcomes.push(outcome);
  if (outcome === 'Referral Order') met.court = 'Youth Court';
  met.offences.push({
    ...ordinaryOffence(true, world.random),
    child,
    date: addDays(day, -world.random.whole(30, 70)),
  });
}

/** Some children move away when nothing more is to come; some moved in; most have it recorded that nothing came before. */
export function addMoves(world: World, cut: Day): void {
  const { random } = world;
  for (const child of world.children)
    if (child.priorElsewhere === '' && random.chance(0.82)) child.priorElsewhere = 'no';
  const settled = random.shuffled(world.children.filter((child) => child.movedIn === null));
  for (const child of settled.slice(0, 9))
    child.movedIn = addDays(firstDay(child), -random.whole(60, 900));
  const gone = settled.slice(9).filter((child) => lastDay(child, cut) < addDays(cut, -60));
  for (const child of gone.slice(0, 14))
    child.movedOut = addDays(lastDay(child, cut), random.whole(5, 50));
}

function daysOf(child: Child, cut: Day): Day[] {
  return [
    ...child.contacts.map((met) => met.date),
    ...child.interventions.map((work) => work.end ?? cut),
    ...child.stays.map((stay) => stay.end ?? cut),
  ].sort();
}

function firstDay(child: Child): Day {
  const offences = child.contacts.flatMap((met) => met.offences.map((offence) => offence.date));
  return [...offences, ...child.interventions.map((work) => work.start)].sort()[0] ?? child.born;
}

function lastDay(child: Child, cut: Day): Day {
  return daysOf(child, cut).at(-1) ?? cut;
}

/** Offences whose outcome is still to come when the extract is taken, and a few that never got one. */
export function addPending(world: World, cut: Day, count: number): void {
  const { random } = world;
  const likely = world.children.filter((child) =>
    child.contacts.some((met) => met.date > addMonths(cut, -18)),
  );
  for (const child of random.shuffled(likely).slice(0, count)) {
    const date = addDays(cut, -random.whole(5, 110));
    if (ageOn(child.born, date) < 18)
      child.pending.push({ ...ordinaryOffence(true, random), child, date });
  }
}
