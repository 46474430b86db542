// A service's plans → its children with everything that happened to them.
import type { Day } from '../../pipeline/domain/period.js';
import { addResentencedChild, bringBackEarlier, bringBackSameYear } from './again.js';
import { addFormalYear } from './formal.js';
import type { World } from './world.js';
import { addStays } from './custody.js';
import { addDiversionYear } from './diversion.js';
import { decideOutcomes } from './disposals.js';
import { within } from './days.js';
import { addOffences, addViolence } from './offences.js';
import type { HalfPlan, YearPlan } from './plan.js';
import { addPrevention, addProgrammes } from './programmes.js';
import { settleWorkedWith } from './settle.js';
import type { Child } from './story.js';

/** Everything decided before a service is invented. */
export interface ServicePlan {
  readonly years: readonly YearPlan[];
  readonly halves: readonly HalfPlan[];
  /** The day on which the extracts are taken. */
  readonly cut: Day;
  /** The days of the child sentenced twice for the same offences, where the service has one. */
  readonly resentenced: { readonly first: Day; readonly again: Day } | null;
}

/** Lives through the plan year by year. The children's characters and assessments come afterwards. */
export function liveThrough(world: World, plan: ServicePlan): void {
  const violent = new Map<string, Set<Child>>();
  const armed = new Map<string, Set<Child>>();
  for (const year of plan.years) {
    const formal = startYear(world, year, plan, violent);
    addDiversionYear(world, year, formal);
    for (const half of plan.halves.filter((each) => within(each.starts, year)))
      addViolence(world, half, used(violent, half.starts), used(armed, half.starts));
    bringBackEarlier(world, year, 2);
    addOffences(world, year);
    bringBackSameYear(world, year, 2);
    decideOutcomes(world, year);
    addStays(world, year, plan.cut);
    addPrevention(world, year, plan.cut);
    addProgrammes(world, year, plan.cut);
    settleWorkedWith(world, year, plan.cut);
  }
}

function startYear(
  world: World,
  year: YearPlan,
  plan: ServicePlan,
  violent: Map<string, Set<Child>>,
): Set<Child> {
  const special = plan.resentenced;
  if (special === null || !within(special.first, year)) return addFormalYear(world, year);
  const formal = addFormalYear(world, { ...year, entrants: year.entrants - 1 });
  const child = addResentencedChild(world, special.first, special.again);
  used(violent, special.again).add(child);
  return formal.add(child);
}

/** The children already counted in the twelve months to September that a day falls in. */
function used(sets: Map<string, Set<Child>>, day: Day): Set<Child> {
  const year = day.slice(5) >= '10-01' ? Number(day.slice(0, 4)) + 1 : Number(day.slice(0, 4));
  const set = sets.get(String(year)) ?? new Set<Child>();
  sets.set(String(year), set);
  return set;
}
