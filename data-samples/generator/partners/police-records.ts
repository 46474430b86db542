// People the police met → the outcomes that they gave without a court, and their stops and searches.
import { addDays, type Day } from '../../../pipeline/domain/period.js';
import { ageOn, dayWithin } from '../days.js';
import type { CaseFile } from '../further/case-file.js';
import { numbered, tableOf, yesNo } from '../further/ledger.js';
import type { Random } from '../random.js';
import type { Table } from '../tables.js';
import { WHO, whoIs, type Person } from './persons.js';

const WHERE = ['home_authority', 'age'] as const;
const OUTCOMES = ['police_outcome_id', ...WHO, ...WHERE, 'outcome_type', 'given_on'] as const;
const SEARCHES = ['search_id', ...WHO, ...WHERE, 'searched_on', 'found'] as const;

interface Place {
  readonly authority: string;
  readonly cut: Day;
}

/** The extract `police_outcomes`: those on file a few days off, and some of which the service was never told. */
export function policeOutcomesTable(
  persons: readonly Person[],
  file: CaseFile,
  { authority, cut }: Place,
  random: Random,
): Table {
  const rows = persons.flatMap((person) => {
    const own = file.outcomes.filter(
      ({ child, court, date }) => child === person.child && court === '' && date >= '2017-10-01',
    );
    const told = own
      .filter(() => random.chance(0.92))
      .map(({ type, date }) => ({
        outcome_type: type,
        given_on: addDays(date, -random.whole(0, 6)),
      }));
    const untold = random.chance(person.child === null ? 0.35 : 0.06)
      ? [{ outcome_type: 'Community Resolution', given_on: addDays(cut, -random.whole(0, 1900)) }]
      : [];
    return [...told, ...untold].map((outcome) => ({
      ...whoIs(person),
      ...outcome,
      ...{ home_authority: authority, age: String(ageOn(person.born, outcome.given_on)) },
    }));
  });
  return tableOf(OUTCOMES, numbered('police_outcome_id', 'PO', 'given_on', rows));
}

/** The extract `stop_searches`: of one in six the police do not know whom they searched. */
export function searchesTable(
  persons: readonly Person[],
  { authority, cut }: Place,
  random: Random,
): Table {
  const rows = persons
    .filter(() => random.chance(0.3))
    .flatMap((person) =>
      Array.from({ length: random.whole(1, 2) }, () => {
        const sixteenth = addDays(person.born, 5844);
        const day = dayWithin(addDays(sixteenth, -1000), addDays(sixteenth, 650), random);
        const nobody = Object.fromEntries(WHO.map((column) => [column, '']));
        return {
          ...(random.chance(0.17) ? (nobody as ReturnType<typeof whoIs>) : whoIs(person)),
          home_authority: random.chance(0.1) ? '' : authority,
          age: random.chance(0.1) ? '' : String(ageOn(person.born, day)),
          ...{ searched_on: day, found: yesNo(random.chance(0.24)) },
        };
      }),
    )
    .filter(({ searched_on: day }) => day <= cut && day >= '2017-10-01');
  return tableOf(SEARCHES, numbered('search_id', 'SS', 'searched_on', rows));
}
