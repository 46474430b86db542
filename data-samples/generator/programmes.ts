// Outcomes → the work done with each child: programmes with a start, a planned end and an end.
import { addDays, addMonths, type Day } from '../../pipeline/domain/period.js';
import { dayWithin, earlier } from './days.js';
import { inventChild, knownChild, type World } from './world.js';
import { contactsIn } from './offences.js';
import type { YearPlan } from './plan.js';
import type { Child, Contact, Intervention } from './story.js';

/** The first children were referred in the programme's first month, December 2022. */
const TURNAROUND_BEGAN = '2022-12-05';

/** What an outcome leads to: the programme, how soon and how long. */
export interface Shape {
  readonly programme: string;
  /** How many of these outcomes lead to work, of 1. */
  readonly share: number;
  readonly wait: readonly [number, number];
  readonly months: readonly [number, number];
}

/** The outcomes that lead to work, the strongest first. */
const SHAPES: Readonly<Record<string, Shape>> = {
  'Section 250 Detention': {
    programme: 'Custody and resettlement',
    share: 1,
    wait: [0, 0],
    months: [24, 36],
  },
  'Detention and Training Order': {
    programme: 'Custody and resettlement',
    share: 1,
    wait: [0, 0],
    months: [4, 12],
  },
  'Youth Rehabilitation Order with ISS': {
    programme: 'Youth Rehabilitation Order',
    share: 1,
    wait: [0, 3],
    months: [12, 18],
  },
  'Youth Rehabilitation Order': {
    programme: 'Youth Rehabilitation Order',
    share: 1,
    wait: [0, 5],
    months: [9, 12],
  },
  'Referral Order': { programme: 'Referral Order', share: 1, wait: [7, 24], months: [3, 10] },
  'Youth Conditional Caution': {
    programme: 'Youth Conditional Caution',
    share: 1,
    wait: [0, 7],
    months: [3, 4],
  },
  'Youth Caution': { programme: 'Youth Caution', share: 0.8, wait: [7, 21], months: [3, 4] },
  'Community Resolution': { programme: 'Diversion', share: 0.8, wait: [5, 25], months: [2, 4] },
  'Outcome 22': { programme: 'Diversion', share: 0.85, wait: [4, 20], months: [3, 5] },
  'No Further Action': { programme: 'Diversion', share: 0.12, wait: [5, 25], months: [2, 3] },
};

/** Starts the work that the year's outcomes lead to. Work that would start after the extract was taken is not there yet. */
export function addProgrammes(world: World, year: YearPlan, cut: Day): void {
  for (const met of contactsIn(world, year)) {
    const shape = shapeOf(met);
    if (shape && world.random.chance(shape.share)) startWork(world, met, shape, cut);
  }
}

function shapeOf(met: Contact): Shape | undefined {
  const outcome = Object.keys(SHAPES).find((label) => met.outcomes.includes(label));
  return outcome === undefined ? undefined : SHAPES[outcome];
}

/** Starts one programme some days after the outcome, unless that would be after the extract. */
export function startWork(world: World, met: Contact, shape: Shape, cut: Day): void {
  const start = addDays(met.date, world.random.whole(shape.wait[0], shape.wait[1]));
  if (start > cut) return;
  const planned = addMonths(start, world.random.whole(shape.months[0], shape.months[1]));
  met.child.interventions.push(finish(world, met.child, met, shape.programme, start, planned, cut));
}

/** Only what a court ordered can be breached or revoked. */
const BY_ORDER = ['Referral Order', 'Youth Rehabilitation Order', 'Custody and resettlement'];
const BROKEN_OFF = ['Not completed', 'Breached', 'Revoked early'];

/** Work ends about when planned, sometimes well before; it has no end yet when that is after the extract. */
function finish(
  world: World,
  child: Child,
  contact: Contact | null,
  programme: string,
  start: Day,
  planned: Day,
  cut: Day,
): Intervention {
  const early = world.random.chance(0.12);
  const done = early
    ? addDays(start, world.random.whole(20, 60))
    : addDays(planned, world.random.whole(-9, 12));
  const ended = early ? earlier(done, planned) : done;
  const over = ended <= cut;
  const why = world.random.pick(BY_ORDER.includes(programme) ? BROKEN_OFF : ['Not completed']);
  const reason = early ? why : 'Completed';
  return {
    child,
    contact,
    programme,
    start,
    planned,
    end: over ? ended : null,
    reason: over ? reason : '',
  };
}

/** Children worked with before any outcome: prevention all year, Turnaround from December 2022. */
export function addPrevention(world: World, year: YearPlan, cut: Day): void {
  const taken = new Set<Child>(contactsIn(world, year).map((met) => met.child));
  for (let made = 0; made < year.prevention; made += 1) {
    const last = addMonths(year.ends, -6);
    const start = addDays(
      year.starts,
      Math.round((made / Math.max(year.prevention, 1)) * 150) + world.random.whole(0, 20),
    );
    const child = inventChild(world, start, { 10: 3, 11: 4, 12: 5, 13: 4, 14: 2 });
    const planned = earlier(addMonths(start, 4), addMonths(last, 5));
    child.interventions.push(finish(world, child, null, 'Prevention', start, planned, cut));
  }
  const opens = year.starts > TURNAROUND_BEGAN ? year.starts : TURNAROUND_BEGAN;
  for (let made = 0; made < year.turnaround; made += 1) {
    const start = dayWithin(opens, addDays(year.ends, -16), world.random);
    const child =
      knownChild(world, start, taken) ?? inventChild(world, start, { 12: 2, 13: 4, 14: 4, 15: 3 });
    taken.add(child);
    child.interventions.push(
      finish(world, child, null, 'Turnaround', start, addMonths(start, 4), cut),
    );
  }
}

/** The children with work open on any day of a year. */
export function workedWith(world: World, year: { starts: Day; ends: Day }): Set<Child> {
  const open = (work: Intervention): boolean =>
    work.start <= year.ends && (work.end === null || work.end >= year.starts);
  return new Set(world.children.filter((child) => child.interventions.some(open)));
}
