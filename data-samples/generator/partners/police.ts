// Outcomes on file, and people the service never met → the police's arrests and voluntary interviews.
import { addDays, type Day } from '../../../pipeline/domain/period.js';
import { ageOn, dayWithin } from '../days.js';
import type { CaseFile, ChildOnFile, OutcomeOnFile } from '../further/case-file.js';
import { numbered, tableOf } from '../further/ledger.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import { WHO, whoIs, type Person } from './persons.js';

const WHOM = [...WHO, 'ethnicity', 'home_authority', 'age'] as const;
const ARRESTS = ['arrest_id', ...WHOM, 'arrested_on'] as const;
const INTERVIEWS = ['interview_id', ...WHOM, 'interviewed_on'] as const;

/** A day on which the police arrested somebody or asked them in. */
export interface Meeting {
  readonly person: Person;
  readonly day: Day;
  readonly arrested: boolean;
  readonly home: string;
}

/** Our own children and others placed here who had any outcome. */
export function childrenWithOutcomes(file: CaseFile): ChildOnFile[] {
  return [...new Set(file.outcomes.filter(isOfNow).map(({ child }) => child))];
}

/** A meeting before most outcomes, and some of people who are not on file, from here and from elsewhere. */
export function policeMeetings(
  persons: readonly Person[],
  file: CaseFile,
  { authority, cut }: { readonly authority: string; readonly cut: Day },
  random: Random,
): Meeting[] {
  const outcomes = file.outcomes.filter(isOfNow);
  const days = outcomes.map(({ date }) => date).sort();
  const first = days[0] ?? cut;
  return persons.flatMap((person) =>
    person.child === null
      ? [strangerMet(person, dayWithin(first, cut, random), authority, random)]
      : outcomes
          .filter(({ child }) => child === person.child)
          .filter(() => random.chance(0.85))
          .map((outcome) => metBefore(person, outcome, authority, random)),
  );
}

/** The extract `arrests`. Some have no home and some no age. */
export function arrestsTable(meetings: readonly Meeting[], random: Random): Table {
  const rows = meetings
    .filter(({ arrested }) => arrested)
    .map((met) => ({ ...whom(met, random), arrested_on: met.day }));
  return tableOf(ARRESTS, numbered('arrest_id', 'CU', 'arrested_on', rows));
}

/** The extract `voluntary_interviews`. */
export function interviewsTable(meetings: readonly Meeting[], random: Random): Table {
  const rows = meetings
    .filter(({ arrested }) => !arrested)
    .map((met) => ({ ...whom(met, random), interviewed_on: met.day }));
  return tableOf(INTERVIEWS, numbered('interview_id', 'VI', 'interviewed_on', rows));
}

function isOfNow({ date }: OutcomeOnFile): boolean {
  return date >= '2017-10-01';
}

function metBefore(
  person: Person,
  { child, date, court }: OutcomeOnFile,
  authority: string,
  random: Random,
): Meeting {
  const arrested = random.chance(court === '' ? 0.35 : 0.75);
  const home = child.own ? authority : 'W06000004';
  return { person, day: addDays(date, -random.whole(10, 60)), arrested, home };
}

function strangerMet(person: Person, day: Day, authority: string, random: Random): Meeting {
  const home = random.chance(0.7) ? authority : 'W06000004';
  return { person, day, arrested: random.chance(0.6), home };
}

function whom(
  { person, day, home }: Meeting,
  random: Random,
): ReturnType<typeof whoIs> & Record<'ethnicity' | 'home_authority' | 'age', string> {
  return {
    ...whoIs(person),
    ethnicity: person.ethnicity,
    home_authority: random.chance(0.05) ? '' : home,
    age: random.chance(0.03) ? '' : String(ageOn(person.born, day)),
  };
}
