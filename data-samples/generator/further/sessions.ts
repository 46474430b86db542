// Work with children → the appointments offered to them, and the attendance centre's referrals.
import { addDays, type Day } from '../../../pipeline/domain/period.js';
import { earlier, workday } from '../days.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import type { CaseFile, WorkOnFile } from './case-file.js';
import { numbered, tableOf, yesNo, answered, type Entry } from './ledger.js';
import type { Referral } from './referrals.js';
import { financialYear, type FinancialYear } from './years.js';

const HEADINGS = [
  'session_id',
  'child_id',
  'intervention_id',
  'kind',
  'offered_on',
  'attended',
] as const;

/** A session before it has a number. */
export type Session = Entry<Exclude<(typeof HEADINGS)[number], 'session_id'>>;

/** A year of the attendance centre: referrals, and sessions offered and attended in it. */
export interface CentreYear {
  readonly ending: number;
  readonly referrals: number;
  readonly offered: number;
  readonly attended: number;
}

/** The children sent to the attendance centre, with every session of theirs. */
export interface Centre {
  readonly referrals: readonly Referral[];
  readonly sessions: readonly Session[];
}

/** The extract `sessions`. */
export function sessionsTable(sessions: readonly Session[]): Table {
  return tableOf(HEADINGS, numbered('session_id', 'SES', 'offered_on', sessions));
}

/** Sends the year's number of children to the centre, each for a few Saturdays before the year is out. */
export function inventCentre(file: CaseFile, years: readonly CentreYear[], random: Random): Centre {
  const all = years.map((plan) => centreYear(file, plan, random));
  return {
    referrals: all.flatMap(({ referrals }) => referrals),
    sessions: all.flatMap(({ sessions }) => sessions),
  };
}

function centreYear(file: CaseFile, plan: CentreYear, random: Random): Centre {
  const year = financialYear(plan.ending);
  const sent = random.shuffled(suitable(file, year)).slice(0, plan.referrals);
  if (sent.length < plan.referrals) throw new RangeError(`too few to send in ${plan.ending}`);
  const places = Array.from({ length: plan.offered }, (_none, at) => at);
  const kept = new Set(random.shuffled(places).slice(0, plan.attended));
  const sessions = places.map((place): Session => {
    const work = sent[place % sent.length] ?? fail();
    const week = Math.floor(place / sent.length);
    return {
      ...{ child_id: work.child.id, intervention_id: work.id, kind: 'Attendance centre' },
      offered_on: saturday(addDays(work.start, 20 + 7 * week)),
      attended: yesNo(kept.has(place)),
    };
  });
  return { referrals: sent.map((work) => referral(work)), sessions };
}

/** One piece of work a child, begun early enough in the year and going on long enough for some Saturdays. */
function suitable(file: CaseFile, { starts, ends }: FinancialYear): WorkOnFile[] {
  const last = addDays(ends, -70);
  const byChild = new Map(
    file.work
      .filter(({ child, start }) => child.own && start >= starts && start <= last)
      .filter(({ start, end }) => end === null || end >= addDays(start, 47))
      .map((work) => [work.child.id, work]),
  );
  return [...byChild.values()];
}

function saturday(day: Day): Day {
  return addDays(day, 6 - new Date(`${day}T00:00:00Z`).getUTCDay());
}

function referral({ id, child, start }: WorkOnFile): Referral {
  const first = saturday(addDays(start, 20));
  return {
    ...{ child_id: child.id, intervention_id: id, referred_to: 'Attendance centre' },
    ...{ source: 'Youth justice service', referred_on: addDays(start, 5), panel_date: null },
    ...{ decision: 'Accepted', decided_on: addDays(start, 6), offered_on: first },
    ...{ started_on: null, ended_on: null, completed: null },
  };
}

/** Supervision every other week of an order, and four meetings of voluntary work; most are kept. */
export function ordinarySessions(file: CaseFile, from: Day, cut: Day, random: Random): Session[] {
  return file.work
    .filter(({ start, programme }) => start >= from && programme !== 'Bail or remand support')
    .flatMap((work) => meetings(work, cut, random));
}

const VOLUNTARY = ['Diversion', 'Prevention', 'Turnaround'];

function meetings(work: WorkOnFile, cut: Day, random: Random): Session[] {
  const voluntary = VOLUNTARY.includes(work.programme);
  const [every, most] = voluntary ? [21, 4] : [14, 40];
  const keeps = 0.7 + random.fraction() * 0.28;
  const last = earlier(work.end ?? cut, cut);
  const days = Array.from({ length: most }, (_none, at) => addDays(work.start, every * (at + 1)));
  return days
    .filter((day) => addDays(day, 2) <= last)
    .map((day) => ({
      ...{ child_id: work.child.id, intervention_id: work.id },
      kind: voluntary ? 'Intervention' : 'Supervision',
      offered_on: workday(day),
      attended: answered(random.chance(keeps), random, 0.02),
    }));
}

function fail(): never {
  throw new RangeError('nobody was sent');
}
