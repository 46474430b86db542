// A service's eight extracts and its plan → what its partners would send of the same children, and of others.
import { openCaseFile } from '../further/case-file.js';
import type { FurtherPlan, FurtherTables } from '../further/further.js';
import { ENGLISH_SERVICE, WELSH_SERVICE } from '../person.js';
import { createRandom, type Random } from '../random.js';
import type { Tables } from '../tables.js';
import { attendanceTable, exclusionsTable, plansTable, pupilsOf } from './education.js';
import { arrestsTable, childrenWithOutcomes, interviewsTable, policeMeetings } from './police.js';
import { careChildrenTable, carePlansTable, episodesTable, knownToCare } from './social-care.js';
import { healthReferralsTable, knownToHealth } from './health.js';
import { policeOutcomesTable, searchesTable } from './police-records.js';
import { inventPersons, workedWithSince } from './persons.js';

/** Each extract has a stream of choices of its own, apart from those of the service's own extracts. */
export function partnerTables(tables: Tables, plan: FurtherPlan): FurtherTables {
  const { authority, cut, nation, partnersFrom: from } = plan;
  const file = openCaseFile(tables, authority);
  const stream = (place: number): Random => createRandom(plan.seed + 100 + place);
  const habits = nation === 'Wales' ? WELSH_SERVICE : ENGLISH_SERVICE;
  const children = workedWithSince(file, from);
  const atSchool = {
    prefix: 'E8120',
    writesOurs: 0.72,
    strangers: 40,
    numbersAgain: false,
    habits,
  };
  const inCells = { prefix: 'NP', writesOurs: 0.55, strangers: 60, numbersAgain: true, habits };
  const pupils = pupilsOf(
    inventPersons(tables, children, atSchool, stream(1)),
    ...([file, from, cut, stream(2)] as const),
  );
  const careHabits = { prefix: 'SC', writesOurs: 0.6, strangers: 30, numbersAgain: false, habits };
  const inCare = inventPersons(tables, knownToCare(children), careHabits, stream(10));
  const onBooks = { prefix: '943476', writesOurs: 0.5, strangers: 25, numbersAgain: false, habits };
  const patients = inventPersons(tables, knownToHealth(children), onBooks, stream(13));
  const met = inventPersons(tables, childrenWithOutcomes(file), inCells, stream(6));
  const police = policeMeetings(met, file, plan, stream(7));
  return {
    arrests: arrestsTable(police, stream(8)),
    voluntary_interviews: interviewsTable(police, stream(9)),
    school_attendance: attendanceTable(pupils, cut, stream(3)),
    school_exclusions: exclusionsTable(pupils, nation, stream(4)),
    learning_plans: plansTable(pupils, nation, stream(5)),
    care_children: careChildrenTable(inCare),
    care_episodes: episodesTable(inCare, file, cut, stream(11)),
    care_plans: carePlansTable(inCare, file, plan, stream(12)),
    police_outcomes: policeOutcomesTable(met, file, plan, stream(15)),
    stop_searches: searchesTable(met, plan, stream(16)),
    health_referrals: healthReferralsTable(patients, file, cut, stream(14)),
  };
}
