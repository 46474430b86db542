// A small faultless set of extracts → one folder a fault: the same set with exactly one thing wrong, and what must be said.
import { addAssessments } from './needs.js';
import { addMoves } from './history.js';
import { introduce, WELSH_SERVICE } from './person.js';
import type { YearPlan } from './plan.js';
import { createRandom } from './random.js';
import { liveThrough } from './service.js';
import { tabulate, type ExtractName, type Table, type Tables } from './tables.js';
import type { World } from './world.js';

/** A set with one fault, and the problem it must raise. The line is the row as a spreadsheet numbers it. */
export interface Faulty {
  readonly tables: Tables;
  readonly code: string;
  readonly extract: ExtractName;
  readonly line: number;
  readonly column: string;
}

const CUT = '2023-03-31';
const SMALL_YEAR: YearPlan = {
  starts: '2022-04-01',
  ends: '2023-03-31',
  quarters: [1, 1, 1, 1],
  entrants: 5,
  repeats: 0,
  elsewhere: 1,
  adults: 1,
  furtherDays: 2,
  breachDays: 0,
  diverted: 6,
  resolutions: 4,
  resolutionsToFormal: 1,
  secondResolutions: 0,
  offences: 26,
  grave: { 'Domestic Burglary': 1 },
  prevention: 1,
  turnaround: 1,
  custodial: 1,
  sentencedTwice: false,
  remands: 2,
  worked: null,
};

/** The set before anything is wrong with it. */
export function soundTables(): Tables {
  const world: World = { random: createRandom(7), authority: 'W06000005', children: [] };
  liveThrough(world, { years: [SMALL_YEAR], halves: [], cut: CUT, resentenced: null });
  addAssessments(world, [], CUT);
  addMoves(world, CUT);
  introduce(world.children, world.random, WELSH_SERVICE);
  return tabulate(world.children, 'FLT');
}

/** Every fault by the name of its folder, which is also the problem's code. */
export function faultySets(): Faulty[] {
  const sound = soundTables();
  return [
    withoutColumn(sound, 'outcomes', 'outcome_date'),
    withCell(sound, 'unknown-code', 'needs', 'need', 30, 'Wizardry'),
    withCell(sound, 'bad-date', 'custody', 'start_date', 1, '31/02/2023'),
    repeatedKey(sound, 'interventions', 'intervention_id'),
    withCell(sound, 'orphan-reference', 'outcome_offences', 'offence_id', 9, 'OFF99999'),
  ];
}

function withTable(tables: Tables, extract: ExtractName, table: Table): Tables {
  return { ...tables, [extract]: table };
}

function withoutColumn(tables: Tables, extract: ExtractName, column: string): Faulty {
  const { headings, rows } = tables[extract];
  const place = headings.indexOf(column);
  const spared = <T>(cells: readonly T[]): T[] => cells.filter((_cell, index) => index !== place);
  const table = { headings: spared(headings), rows: rows.map(spared) };
  return {
    tables: withTable(tables, extract, table),
    code: 'missing-column',
    extract,
    line: 1,
    column,
  };
}

/** Puts one text in one cell. Places count from 0, below the heading. */
function withCell(
  tables: Tables,
  code: string,
  extract: ExtractName,
  column: string,
  place: number,
  text: string,
): Faulty {
  const { headings, rows } = tables[extract];
  if (rows[place] === undefined) throw new RangeError(`${extract} has no row ${place}`);
  const index = headings.indexOf(column);
  const changed = rows.map((row, at) => (at === place ? row.with(index, text) : row));
  return {
    tables: withTable(tables, extract, { headings, rows: changed }),
    code,
    extract,
    line: place + 2,
    column,
  };
}

/** Adds a row like the last under the key of the first: the first is kept, the second is at fault. */
function repeatedKey(tables: Tables, extract: ExtractName, column: string): Faulty {
  const { headings, rows } = tables[extract];
  const index = headings.indexOf(column);
  const copy = (rows.at(-1) ?? []).with(index, rows[0]?.[index] ?? '');
  const table = { headings, rows: [...rows, copy] };
  const line = table.rows.length + 1;
  return { tables: withTable(tables, extract, table), code: 'duplicate-id', extract, line, column };
}

/** The problems a check of the set must raise, as YAML. */
export function expectedProblems(faulty: Faulty): string {
  const { code, extract, line, column } = faulty;
  return `# SYNTHETIC: the one problem that these extracts must raise.\n- { code: ${code}, file: ${extract}.csv, line: ${line}, column: ${column} }\n`;
}
