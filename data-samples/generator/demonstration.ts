// The demonstration service: its plans → the extracts that give the published figures.
import { createRandom } from './random.js';
import { addStayAcross } from './custody.js';
import { furtherTables, type FurtherTables } from './further/further.js';
import { DEMONSTRATION_PLAN } from './further/plans.js';
import { addAssessments, type Profile } from './needs.js';
import { addEarlierHistory, addMoves, addPending } from './history.js';
import { partnerTables } from './partners/partners.js';
import { describe, type MakeUp } from './people.js';
import { introduce, WELSH_SERVICE } from './person.js';
import { DEMONSTRATION_HALVES } from './demonstration-violence.js';
import { DEMONSTRATION_YEARS } from './demonstration-years.js';
import { liveThrough } from './service.js';
import { addStrangers } from './strangers.js';
import { tabulate, type Tables } from './tables.js';
import type { World } from './world.js';

const CUT = '2023-03-31';
const AUTHORITY = 'W06000005';

const MADE_UP_2023: MakeUp = {
  starts: '2022-04-01',
  ends: '2023-03-31',
  sexes: { Male: 116, Female: 31 },
};
const MADE_UP_2022: MakeUp = {
  starts: '2021-04-01',
  ends: '2022-03-31',
  sexes: { Male: 138, Female: 35, Other: 1 },
};

/** Calendar 2022 is the published audit of 106 children; 2021 is the year its "points up" and "points down" look back to. */
const PROFILES: readonly Profile[] = [
  {
    starts: '2021-01-01',
    ends: '2021-12-31',
    assessed: 118,
    present: {
      'Known to social services before referral': 70,
      'Time in care': 12,
      'Emotional or mental health': 72,
      'Physical health': 21,
      'Self-harm or suicide risk': 34,
      'Alcohol use': 48,
      'Drug use': 63,
      'Unsuitable accommodation': 9,
      'Additional learning needs': 81,
      Exclusion: 37,
      'Behaviour at school': 54,
      Attendance: 46,
    },
  },
  {
    starts: '2022-01-01',
    ends: '2022-12-31',
    assessed: 106,
    present: {
      'Known to social services before referral': 67,
      'Time in care': 12,
      'Emotional or mental health': 71,
      'Physical health': 25,
      'Self-harm or suicide risk': 33,
      'Alcohol use': 39,
      'Drug use': 71,
      'Unsuitable accommodation': 7,
      'Additional learning needs': 78,
      Exclusion: 35,
      'Behaviour at school': 51,
      Attendance: 43,
    },
  },
];

/** Builds the whole service from one seed. */
export function demonstrationTables(): Tables & FurtherTables {
  const world: World = { random: createRandom(20230331), authority: AUTHORITY, children: [] };
  addEarlierHistory(world);
  liveThrough(world, {
    years: DEMONSTRATION_YEARS,
    halves: DEMONSTRATION_HALVES,
    cut: CUT,
    resentenced: { first: '2021-06-16', again: '2022-02-09' },
  });
  addStayAcross(world, '2022-03-17', '2022-04-08');
  addPending(world, CUT, 16);
  addAssessments(world, PROFILES, CUT);
  addMoves(world, CUT);
  describe(world, MADE_UP_2023, MADE_UP_2022);
  const strangers = addStrangers(world.random, CUT);
  introduce(strangers, world.random, WELSH_SERVICE);
  const tables = tabulate([...world.children, ...strangers], 'DYJ');
  return {
    ...tables,
    ...furtherTables(tables, DEMONSTRATION_PLAN),
    ...partnerTables(tables, DEMONSTRATION_PLAN),
  };
}
