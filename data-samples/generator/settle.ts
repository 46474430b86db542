// A year's children worked with → exactly as many as were published, through the voluntary work after diversion.
import { addDays, type Day } from '../../pipeline/domain/period.js';
import { within } from './days.js';
import { contactsIn } from './offences.js';
import type { YearPlan } from './plan.js';
import { startWork, workedWith } from './programmes.js';
import type { Child } from './story.js';
import type { World } from './world.js';

/**
 * Makes the children worked with in a year as many as planned, by giving or sparing the voluntary work that follows
 * diversion in that year. Throws RangeError where diversion is too little to reach the number.
 */
export function settleWorkedWith(world: World, year: YearPlan, cut: Day): void {
  if (year.worked === null) return;
  const surplus = workedWith(world, year).size - year.worked;
  const spare = world.random
    .shuffled([...workedWith(world, year)])
    .filter((child) => spareable(child, year));
  for (const child of spare.slice(0, Math.max(surplus, 0))) child.interventions.pop();
  const unmet = world.random
    .shuffled(contactsIn(world, year))
    .filter(
      (met) => !met.formal && addDays(met.date, 30) <= cut && within(addDays(met.date, 30), year),
    );
  for (const met of unmet) {
    const worked = workedWith(world, year);
    if (worked.size >= year.worked || worked.has(met.child)) continue;
    startWork(world, met, { programme: 'Diversion', share: 1, wait: [5, 25], months: [2, 4] }, cut);
  }
  if (workedWith(world, year).size !== year.worked)
    throw new RangeError(`cannot settle ${year.ends}`);
}

/** Whose only work ever is one voluntary programme begun in the year. */
function spareable(child: Child, year: YearPlan): boolean {
  const [work, ...more] = child.interventions;
  return work?.programme === 'Diversion' && more.length === 0 && within(work.start, year);
}
