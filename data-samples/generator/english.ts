// The English service: its plan → eight extracts in its supplier's words, and its reference extracts.
import { addAssessments } from './needs.js';
import { inDialect } from './dialect.js';
import { ENGLISH_DIALECT } from './english-dialect.js';
import { ENGLISH_HALVES, ENGLISH_YEARS } from './english-years.js';
import { furtherTables, type FurtherTables } from './further/further.js';
import { ENGLISH_PLAN } from './further/plans.js';
import { addMoves, addPending } from './history.js';
import { partnerTables } from './partners/partners.js';
import { ENGLISH_SERVICE, introduce } from './person.js';
import { POPULATION_HEADINGS } from './population.js';
import { PUBLISHED_HEADINGS } from './published-row.js';
import { createRandom } from './random.js';
import { liveThrough } from './service.js';
import { tabulate, type Table, type Tables } from './tables.js';
import type { World } from './world.js';

/** A code in the form of an English county's, given to no area. */
const AREA = 'E06000999';
const CUT = '2024-06-30';

/** Builds the whole service from one seed: the eight extracts and the further ones its supplier can give. */
export function englishTables(): Tables & FurtherTables {
  const world: World = { random: createRandom(20240630), authority: AREA, children: [] };
  liveThrough(world, { years: ENGLISH_YEARS, halves: ENGLISH_HALVES, cut: CUT, resentenced: null });
  addPending(world, CUT, 12);
  addAssessments(world, [], CUT);
  addMoves(world, CUT);
  introduce(world.children, world.random, ENGLISH_SERVICE);
  const tables = tabulate(world.children, 'YP');
  const further = {
    ...furtherTables(tables, ENGLISH_PLAN),
    ...partnerTables(tables, ENGLISH_PLAN),
  };
  return inDialect({ ...tables, ...further }, ENGLISH_DIALECT);
}

/** Children of each group by band: girls 10–14 and 15–17, boys 10–14 and 15–17. All invented. */
const RESIDENTS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  Asian: [1010, 560, 1060, 590],
  Black: [420, 240, 440, 250],
  Mixed: [560, 300, 590, 310],
  Other: [150, 80, 160, 90],
  White: [6950, 3980, 7310, 4190],
};
const SEXES = { Female: [0, 1], Male: [2, 3], All: [0, 1, 2, 3] };
const BANDS = { '10-14': [0, 2], '15-17': [1, 3], '10-17': [0, 1, 2, 3] };

/** The invented population of an invented place. */
export function exampleshirePopulation(): Table {
  const groups = ['All', ...Object.keys(RESIDENTS)];
  const rows = Object.entries(BANDS).flatMap(([band, ofBand]) =>
    Object.entries(SEXES).flatMap(([sex, ofSex]) =>
      groups.map((group) => {
        const count = residents(
          group,
          ofBand.filter((place) => ofSex.includes(place)),
        );
        return [
          AREA,
          'Exampleshire',
          '2021',
          'SYNTHETIC',
          ...band.split('-'),
          sex,
          group,
          String(count),
        ];
      }),
    ),
  );
  return { headings: POPULATION_HEADINGS, rows };
}

function residents(group: string, places: readonly number[]): number {
  const groups = group === 'All' ? Object.keys(RESIDENTS) : [group];
  const counts = groups.flatMap((each) =>
    places.map((place) => RESIDENTS[each]?.[place] ?? Number.NaN),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** First-time entrants of the North West per 100,000 in calendar years, as the Department for Education prints them. */
const NORTH_WEST: Readonly<Record<string, string>> = {
  2020: '153',
  2021: '136',
  2022: '170',
  2023: '179',
};

/** What a real English service would find published about its region; the invented service has nothing of its own. */
export function englishPublished(): Table {
  const source = 'DfE Local Authority Interactive Tool (PNC series), North West';
  const rows = Object.entries(NORTH_WEST).map(([year, rate]) => [
    ...[
      'first_time_entrants',
      'region',
      'North West',
      `${year}-01-01`,
      `${year}-12-31`,
      'all',
      '',
      '',
    ],
    ...[rate, 'per 100,000', source, ''],
  ]);
  return { headings: PUBLISHED_HEADINGS, rows };
}
