// Children in care or helped, and others → social care's people, episodes of care and plans.
import { addDays, type Day } from '../../../pipeline/domain/period.js';
import { dayWithin } from '../days.js';
import type { CaseFile, ChildOnFile } from '../further/case-file.js';
import type { Nation } from '../further/kpi.js';
import { known, tableOf } from '../further/ledger.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import { WHO, whoIs, type Person } from './persons.js';

const PEOPLE = [...WHO, 'ethnicity'] as const;
const EPISODES = [
  ...['person_id', 'started_on', 'reason_new', 'legal_status', 'need', 'placement'],
  ...['provider', 'ended_on', 'reason_ended', 'reason_moved'],
] as const;
const PLANS = ['person_id', 'kind', 'started_on', 'ended_on'] as const;

/** Of these, the children of whom social care would know. */
export function knownToCare(children: readonly ChildOnFile[]): ChildOnFile[] {
  return children.filter(
    ({ lookedAfter, needs }) =>
      lookedAfter === 'yes' ||
      needs.has('Time in care') ||
      needs.has('Known to social services before referral'),
  );
}

/** The extract `care_children`. */
export function careChildrenTable(persons: readonly Person[]): Table {
  return tableOf(
    PEOPLE,
    persons.map((person) => ({ ...whoIs(person), ethnicity: person.ethnicity })),
  );
}

/** Legal statuses as codes are sent. */
const STATUSES = { C2: 45, V2: 38, C1: 12, J1: 5 };
const PLACES = { U1: 30, U4: 15, K2: 30, H5: 15, P1: 10 };

/** The extract `care_episodes`: most stays are of several episodes, each from the day the one before it ended. */
export function episodesTable(
  persons: readonly Person[],
  file: CaseFile,
  cut: Day,
  random: Random,
): Table {
  const rows = persons.filter(inCare).flatMap(({ number, child }) => {
    const met = firstMet(file, child, cut, random);
    const start = addDays(met, -random.whole(-200, 900));
    const ends = child?.lookedAfter === 'yes' ? null : addDays(start, random.whole(60, 700));
    const status = random.weighted(STATUSES);
    const stay = { person_id: number, legal_status: status, need: random.pick(['N1', 'N5', 'N6']) };
    return split(start, known(ends, cut), cut, random).map(({ from, to }, place) => ({
      ...stay,
      ...{ started_on: from, ended_on: to, reason_new: place === 0 ? 'S' : 'P' },
      ...{ placement: random.weighted(PLACES), provider: random.pick(['PR1', 'PR4']) },
      reason_ended: to === null ? null : to === ends ? 'E4A' : 'X1',
      reason_moved: to === null || to === ends ? null : 'PLACE',
    }));
  });
  const breaks = persons.slice(0, 6).map(({ number, child }) => {
    const from = addDays(firstMet(file, child, cut, random), -1500);
    const codes = { reason_new: 'S', legal_status: 'V4', need: 'N2', placement: 'K2' };
    const end = { provider: 'PR1', ended_on: null, reason_ended: null, reason_moved: null };
    return { person_id: number, started_on: from, ...codes, ...end };
  });
  return tableOf(EPISODES, [...rows, ...breaks] as Record<(typeof EPISODES)[number], string>[]);
}

/** The extract `care_plans`. */
export function carePlansTable(
  persons: readonly Person[],
  file: CaseFile,
  { nation, cut }: { readonly nation: Nation; readonly cut: Day },
  random: Random,
): Table {
  const kinds: Record<string, number> =
    nation === 'Wales'
      ? { 'Part 4 plan': 60, 'Child protection register': 18, 'Early help': 22 }
      : { CIN: 50, 'CP plan': 22, EH: 28 };
  const rows = persons
    .filter(() => random.chance(0.7))
    .map(({ number, child }) => {
      const starts = addDays(firstMet(file, child, cut, random), -random.whole(-120, 500));
      const ends = known(addDays(starts, random.whole(80, 620)), cut);
      return {
        ...{ person_id: number, kind: random.weighted(kinds) },
        ...{ started_on: starts > cut ? cut : starts, ended_on: ends },
      };
    });
  return tableOf(PLANS, rows);
}

function inCare({ child }: Person): boolean {
  return child === null || child.lookedAfter === 'yes' || child.needs.has('Time in care');
}

function firstMet(file: CaseFile, child: ChildOnFile | null, cut: Day, random: Random): Day {
  const days = file.work.filter((work) => work.child === child).map(({ start }) => start);
  return days.sort()[0] ?? dayWithin(addDays(cut, -1400), addDays(cut, -300), random);
}

/** A stay cut into one to three episodes without a gap; the last is as open as the stay. */
function split(
  start: Day,
  end: Day | null,
  cut: Day,
  random: Random,
): { from: Day; to: Day | null }[] {
  const moves = Array.from({ length: random.whole(0, 2) }, (_none, place) =>
    addDays(start, 25 + 60 * place + random.whole(0, 30)),
  ).filter((day) => day < (end ?? cut));
  const from = [start, ...moves];
  return from
    .filter((day) => day <= cut)
    .map((day, place) => ({ from: day, to: from[place + 1] ?? end }));
}
