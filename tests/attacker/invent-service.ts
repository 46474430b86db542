// A number → an invented service of 10 to 900 children, as its extracts were at each of three deliveries.
import { addStayAcross } from '../../data-samples/generator/custody.js';
import { DEMONSTRATION_HALVES } from '../../data-samples/generator/demonstration-violence.js';
import { DEMONSTRATION_YEARS } from '../../data-samples/generator/demonstration-years.js';
import { furtherTables } from '../../data-samples/generator/further/further.js';
import { DEMONSTRATION_PLAN } from '../../data-samples/generator/further/plans.js';
import { addEarlierHistory, addMoves, addPending } from '../../data-samples/generator/history.js';
import { addAssessments } from '../../data-samples/generator/needs.js';
import { partnerTables } from '../../data-samples/generator/partners/partners.js';
import { introduce, WELSH_SERVICE } from '../../data-samples/generator/person.js';
import type { YearPlan } from '../../data-samples/generator/plan.js';
import { createRandom, type Random } from '../../data-samples/generator/random.js';
import { liveThrough } from '../../data-samples/generator/service.js';
import { tabulate, type Table, type Tables } from '../../data-samples/generator/tables.js';
import type { World } from '../../data-samples/generator/world.js';

/** Extracts by name. */
export type Extracts = Readonly<Record<string, Table>>;

/** A service, and what came of it at each of its three deliveries. */
export interface InventedService {
  readonly children: number;
  readonly deliveries: readonly [Extracts, Extracts, Extracts];
}

const CUT = '2023-03-31';
const SMALLEST = 10;
const LARGEST = 900;
/** The demonstration has some 750 children; so many times as much happens in what services are taken from. */
const BUSIER = 1.3;

/**
 * Invents the service of a number: the same for the same number. As many are of each size from 10 to 900 children, of
 * tens as of hundreds. To the first delivery some children had not come yet, and some answers were others; in the second
 * some are corrected and some have come, and in the third all.
 */
export function inventService(number: number): InventedService {
  const random = createRandom(5_000 + number);
  const size = Math.round(SMALLEST * (LARGEST / SMALLEST) ** random.fraction());
  const all = inventTables(random);
  const plan = { ...DEMONSTRATION_PLAN, seed: 10_000 * (number + 1) };
  const ids = readColumn(all.children, 'child_id');
  const chosen = new Set(random.shuffled(ids).slice(0, size));
  const { victims, ...kept } = keepChildren({ ...all, ...furtherTables(all, plan) }, chosen);
  const last: Extracts = {
    ...kept,
    victims: keepShare(victims as Table, Math.min(1, size / ids.length), random),
    ...partnerTables(kept as Tables, plan),
  };
  const second = reviseExtracts(last, random);
  return {
    children: Math.min(size, ids.length),
    deliveries: [reviseExtracts(second, random), second, last],
  };
}

function inventTables(random: Random): Tables {
  const world: World = { random, authority: DEMONSTRATION_PLAN.authority, children: [] };
  addEarlierHistory(world);
  liveThrough(world, {
    years: DEMONSTRATION_YEARS.map(makeBusier),
    halves: DEMONSTRATION_HALVES,
    cut: CUT,
    resentenced: null,
  });
  addStayAcross(world, '2022-03-17', '2022-04-08');
  addPending(world, CUT, 16);
  addAssessments(world, [], CUT);
  addMoves(world, CUT);
  introduce(world.children, world.random, WELSH_SERVICE);
  return tabulate(world.children, 'INV');
}

function makeBusier(year: YearPlan): YearPlan {
  const more = (count: number): number => Math.round(BUSIER * count);
  const { entrants, repeats, elsewhere, diverted, resolutions, offences, prevention } = year;
  return {
    ...year,
    ...{ entrants: more(entrants), repeats: more(repeats), elsewhere: more(elsewhere) },
    ...{ diverted: more(diverted), resolutions: more(resolutions), offences: more(offences) },
    ...{ prevention: more(prevention), worked: null },
  };
}

/** A share of the victims, who are nobody's children here. */
function keepShare({ headings, rows }: Table, share: number, random: Random): Table {
  return { headings, rows: rows.filter(() => random.chance(share)) };
}

/** What owns the rows that refer to it, by the column that they name it in. */
const OWNERS: Readonly<Record<string, string>> = {
  child_id: 'children',
  outcome_id: 'outcomes',
  offence_id: 'offences',
  intervention_id: 'interventions',
  assessment_id: 'assessments',
};

/** The rows of some children, and those that refer to one of these. */
function keepChildren(extracts: Extracts, children: ReadonlySet<string>): Extracts {
  const kept: Record<string, Table> = {};
  const ids = new Map<string, ReadonlySet<string>>([['child_id', children]]);
  for (const [name, { headings, rows }] of Object.entries(extracts)) {
    const known = headings.flatMap((heading, at) => {
      const own = ids.get(heading);
      return own && (OWNERS[heading] !== name || heading === 'child_id') ? [{ at, own }] : [];
    });
    const left = rows.filter((row) =>
      known.every(({ at, own }) => row[at] === '' || own.has(row[at] ?? '')),
    );
    kept[name] = { headings, rows: left };
    for (const [column, owner] of Object.entries(OWNERS))
      if (owner === name && column !== 'child_id')
        ids.set(column, new Set(readColumn(kept[name], column)));
  }
  return kept;
}

function readColumn({ headings, rows }: Table, heading: string): string[] {
  const at = headings.indexOf(heading);
  return rows.map((row) => row[at] ?? '');
}

/** Columns in which a later delivery corrects what an earlier one said. */
const CORRECTED: readonly (readonly [extract: string, column: string])[] = [
  ['children', 'ethnicity'],
  ['children', 'looked_after'],
  ['children', 'sex'],
  ['outcomes', 'outcome_type'],
  ['needs', 'present'],
];

/** The extracts as they were before: some children had not come, and a few answers were those of somebody else. */
function reviseExtracts(extracts: Extracts, random: Random): Extracts {
  const ids = random.shuffled(readColumn(extracts.children as Table, 'child_id'));
  const late = random.whole(0, Math.min(8, Math.floor(ids.length / 6)));
  const kept = keepChildren(extracts, new Set(ids.slice(late)));
  const corrected = CORRECTED.filter(() => random.chance(0.5)).map(([extract, column]) => {
    return [extract, correctColumn(kept[extract] as Table, column, random)] as const;
  });
  return { ...kept, ...Object.fromEntries(corrected) };
}

function correctColumn(table: Table, column: string, random: Random): Table {
  const at = table.headings.indexOf(column);
  if (table.rows.length === 0) return table;
  const changed = new Set(
    Array.from({ length: random.whole(1, 3) }, () => random.whole(0, table.rows.length - 1)),
  );
  const rows = table.rows.map((row, place) =>
    changed.has(place) ? row.with(at, random.pick(table.rows)[at] ?? '') : row,
  );
  return { ...table, rows };
}
