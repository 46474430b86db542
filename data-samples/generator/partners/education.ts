// Pupils among the children worked with, and others → attendance by term, suspensions or exclusions, and learning plans.
import { addDays, type Day } from '../../../pipeline/domain/period.js';
import { ageOn, dayWithin, workday } from '../days.js';
import type { CaseFile } from '../further/case-file.js';
import type { Nation } from '../further/kpi.js';
import { known, numbered, tableOf, type Entry } from '../further/ledger.js';
import { isSchoolAge } from '../further/school.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import { WHO, whoIs, type Person } from './persons.js';

const ATTENDANCE = [
  ...WHO,
  'provision',
  'period_from',
  'period_to',
  'sessions_possible',
  'sessions_attended',
  'sessions_unauthorised',
] as const;
const EXCLUSIONS = ['exclusion_id', ...WHO, 'kind', 'started_on', 'sessions'] as const;
const PLANS = ['plan_id', ...WHO, 'kind', 'started_on', 'ended_on'] as const;

/** A term, and how many half-days of it are school. */
interface Term {
  readonly starts: Day;
  readonly ends: Day;
  readonly sessions: number;
}

/** A pupil and the days between which the service and the school both had to do with them. */
interface Pupil {
  readonly person: Person;
  readonly from: Day;
  readonly to: Day;
}

/** Pupils: known ones from a year before their first work to half a year after their last, others for a year. */
export function pupilsOf(
  persons: readonly Person[],
  file: CaseFile,
  from: Day,
  cut: Day,
  random: Random,
): Pupil[] {
  return persons.map((person) => {
    const own = file.work.filter(({ child }) => child === person.child);
    const starts = own.map(({ start }) => start).sort();
    const ends = own.map(({ end }) => end ?? cut).sort();
    const met = starts[0] ?? dayWithin(from, addDays(cut, -365), random);
    const left = ends.at(-1) ?? addDays(met, 365);
    return {
      person,
      from: later(addDays(met, -365), from),
      to: known(addDays(left, 180), cut) ?? cut,
    };
  });
}

/** The extract `school_attendance`. A few pupils are on two registers, and now and then one count was not sent. */
export function attendanceTable(pupils: readonly Pupil[], cut: Day, random: Random): Table {
  const rows = pupils.flatMap((pupil) => {
    const keen = pupil.person.child?.needs.has('Attendance')
      ? random.fraction() * 0.75
      : 0.72 + random.fraction() * 0.28;
    const usual = provisionOf(pupil.person, random);
    return termsOf(pupil, cut).flatMap((term) =>
      registersIn(term, usual, random).map(({ provision, sessions }) => {
        const attended = Math.round(sessions * Math.min(1, keen + random.fraction() / 8));
        return {
          ...whoIs(pupil.person),
          ...{ provision, period_from: term.starts, period_to: term.ends },
          sessions_possible: sessions,
          sessions_attended: random.chance(0.02) ? null : attended,
          sessions_unauthorised: Math.round((sessions - attended) * random.fraction()),
        };
      }),
    );
  });
  return tableOf(ATTENDANCE, rows);
}

/** The extract `school_exclusions`. */
export function exclusionsTable(pupils: readonly Pupil[], nation: Nation, random: Random): Table {
  const fixed = nation === 'Wales' ? 'Fixed-term exclusion' : 'Suspension';
  const rows = pupils.flatMap((pupil) => {
    const troubled = pupil.person.child?.needs.has('Exclusion') ?? random.chance(0.05);
    const times = troubled ? random.whole(1, 4) : random.chance(0.08) ? 1 : 0;
    return Array.from({ length: times }, () => {
      const lasting = random.chance(0.07);
      return {
        ...whoIs(pupil.person),
        kind: lasting ? 'Permanent exclusion' : fixed,
        started_on: workday(dayWithin(pupil.from, pupil.to, random)),
        sessions: lasting ? null : random.whole(1, 10),
      };
    }).filter(({ started_on: day }) => isPupil(pupil.person, day));
  });
  return tableOf(EXCLUSIONS, numbered('exclusion_id', 'EXC', 'started_on', rows));
}

/** The extract `learning_plans`: in Wales what came before individual development plans is in it too. */
export function plansTable(pupils: readonly Pupil[], nation: Nation, random: Random): Table {
  const rows = pupils.flatMap((pupil): Entry<Exclude<(typeof PLANS)[number], 'plan_id'>>[] => {
    if (!random.chance(pupil.person.child?.needs.has('Additional learning needs') ? 0.7 : 0.06))
      return [];
    const started = dayWithin(addDays(pupil.from, -400), pupil.from, random);
    const ended = random.chance(0.1) ? pupil.to : null;
    const kind = random.weighted(nation === 'Wales' ? welshPlans(started) : ENGLISH_PLANS);
    return [{ ...whoIs(pupil.person), kind, started_on: started, ended_on: ended }];
  });
  return tableOf(PLANS, numbered('plan_id', 'LP', 'started_on', rows));
}

const ENGLISH_PLANS = { EHCP: 45, 'SEN support': 55 };

function welshPlans(day: Day): Record<string, number> {
  return day < '2021-09-01'
    ? {
        'Statement of special educational needs': 35,
        'School action plus': 35,
        'School action': 30,
      }
    : { IDP: 75, 'Statement of special educational needs': 10, 'School action plus': 15 };
}

const PLACES = { 'Mainstream school': 78, 'Special school': 7, EOTAS: 15 };
const TROUBLED = { 'Mainstream school': 50, 'Special school': 12, EOTAS: 38 };

function provisionOf({ child }: Person, random: Random): string {
  return random.weighted(child?.needs.has('Behaviour at school') ? TROUBLED : PLACES);
}

/** One register, or now and then two that share the term's sessions. */
function registersIn(
  { sessions }: Term,
  usual: string,
  random: Random,
): { provision: string; sessions: number }[] {
  if (usual !== 'Mainstream school' || !random.chance(0.05))
    return [{ provision: usual, sessions }];
  const there = Math.round(sessions / 2);
  return [
    { provision: usual, sessions: sessions - there },
    { provision: 'EOTAS', sessions: there },
  ];
}

/** The whole terms of a pupil's days in which they were of an age to be at school, up to the day the extract was taken. */
function termsOf({ person, from, to }: Pupil, cut: Day): Term[] {
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_none, place) => Number(from.slice(0, 4)) + place,
  );
  return years
    .flatMap((year) => [
      { starts: `${year}-01-06`, ends: `${year}-03-31`, sessions: 116 },
      { starts: `${year}-04-18`, ends: `${year}-07-20`, sessions: 124 },
      { starts: `${year}-09-02`, ends: `${year}-12-20`, sessions: 140 },
    ])
    .filter(
      ({ starts, ends }) => starts >= from && ends <= to && ends <= cut && isPupil(person, ends),
    );
}

function isPupil({ born }: Person, day: Day): boolean {
  return ageOn(born, day) >= 8 && isSchoolAge(born, day);
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}
