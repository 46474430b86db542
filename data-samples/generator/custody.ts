// Custodial sentences and what led to them → stays away from home: remands and sentences, with their ends.
import { addDays, type Day } from '../../pipeline/domain/period.js';
import { ageOn, daysBetween, earlier } from './days.js';
import type { World } from './world.js';
import { isCustodial } from './disposals.js';
import { contactsIn } from './offences.js';
import type { YearPlan } from './plan.js';
import type { Contact, Intervention, Stay } from './story.js';

const RYDA = 'Remand to youth detention accommodation';
const RLAA = 'Remand to local authority accommodation';

/** Adds the year's stays. A sentence ends before the child's next day of outcomes, or after the extract: not yet. */
export function addStays(world: World, year: YearPlan, cut: Day): void {
  const days = contactsIn(world, year).filter((met) => met.formal);
  for (const met of days.filter(isCustodial)) met.child.stays.push(sentence(world, met, cut));
  const heavy = (met: Contact): number => (isCustodial(met) ? 2 : 0) + (met.serious ? 1 : 0);
  const remandable = world.random
    .shuffled(days)
    .filter(
      (met) => ageOn(met.child.born, met.date) >= 13 && daysBetween(year.starts, met.date) > 50,
    )
    .filter((met) => met.court !== '' && !met.breach && ageOn(met.child.born, met.date) < 18)
    .sort((one, other) => heavy(other) - heavy(one));
  remandable.slice(0, year.remands).forEach((met, place) => {
    const stay = remand(world, met, place % 2 === 0 ? RYDA : RLAA);
    met.child.stays.push(stay);
    met.child.interventions.push(support(met, stay));
  });
}

/** Half of a detention and training order is served; a longer sentence runs on past the extract. */
function sentence(world: World, met: Contact, cut: Day): Stay {
  const long = met.outcomes.includes('Section 250 Detention');
  const served = addDays(
    met.date,
    long ? world.random.whole(420, 700) : world.random.whole(60, 170),
  );
  const next = met.child.contacts.find((later) => later.date > met.date);
  const free = next ? earlier(served, addDays(next.date, -20)) : served;
  return {
    child: met.child,
    kind: 'Custodial sentence',
    start: met.date,
    end: free <= cut ? free : null,
  };
}

/** Before the court day, a few days to six weeks, and over on that day or a little before. */
function remand(world: World, met: Contact, kind: string): Stay {
  const start = addDays(met.date, -world.random.whole(9, 42));
  const end = world.random.chance(0.7) ? met.date : addDays(met.date, -world.random.whole(1, 6));
  return { child: met.child, kind, start, end };
}

/** The work done with a child while on remand. */
function support(met: Contact, stay: Stay): Intervention {
  const end = stay.end ?? met.date;
  const days = { start: stay.start, planned: met.date, end };
  const programme = 'Bail or remand support';
  return { child: met.child, contact: null, programme, ...days, reason: 'Completed' };
}

/** A stay begun late in one year that runs into the next: its nights fall in both, its start in one. */
export function addStayAcross(world: World, start: Day, end: Day): void {
  const met = contactsIn(world, { starts: end, ends: addDays(end, 60) }).find(
    (day) =>
      day.formal &&
      day.court !== '' &&
      day.child.stays.length === 0 &&
      ageOn(day.child.born, start) >= 13,
  );
  if (!met) throw new RangeError('nobody could have been on remand then');
  met.child.stays.push({ child: met.child, kind: RYDA, start, end });
}
