// Three case systems in sequence, and a spreadsheet used with the last: each child and each record exists once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPseudonymPrefixes, type System } from '../../pipeline/domain/system.js';
import { findSystemOverlaps } from '../../pipeline/results/system-overlaps.js';
import { planLoad } from '../../pipeline/load/load-plan.js';
import { fillRecords } from '../../pipeline/warehouse/build.js';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';
import { countSharedHistory, countJoined } from '../../pipeline/warehouse/join.js';
import { emptyFolder } from '../deliveries/folder.js';
import { CONTRACTS, threeSystems } from './three.js';
import { theProject } from '../project.js';

const system = (id: string, more: Partial<System> = {}): System => ({
  id,
  name: { en: id, cy: id },
  supplier: 'core_plus',
  ...more,
});
const SYSTEMS = [
  system('old'),
  system('core'),
  system('next'),
  system('sheet', { children_of: 'next' }),
];

let database: Connection;
beforeAll(async () => {
  database = await openForBuilding(':memory:');
  const held = await threeSystems(database, emptyFolder());
  const parts = held.map(({ contract, system: mark, parquet }) => ({
    extract: contract.extract,
    mark,
    parquet,
  }));
  const codes = emptyFolder();
  await fillRecords(database, { contracts: CONTRACTS, codes, ...planLoad(parts, SYSTEMS) });
});
afterAll(() => {
  database.close();
});

async function found(query: string): Promise<string[]> {
  const rows = await database.query(`${query} order by all`);
  return rows.map((row) => row.join(' '));
}

it('a child in three chained systems is one child, under the number of the first', async () => {
  expect(await found('select child_id from raw.children')).toEqual([
    'a',
    'b',
    'core-n',
    'next-z',
    'x',
  ]);
  expect(
    await found('select child_id, earlier from raw.system_children where earlier is not null'),
  ).toEqual(['core-a a', 'core-b b', 'next-a a', 'next-b b', 'next-n core-n']);
});

it('a record in all three chained systems, or in the first and last, is one; a record in only one is kept', async () => {
  expect(await found('select outcome_id, child_id from raw.outcomes')).toEqual([
    'core:3 a',
    'next:1 core-n',
    'next:7 b',
    'next:8 a',
    'next:9 next-z',
  ]);
});

it('references follow a record through every chained system, and those in a spreadsheet mean its own records', async () => {
  expect(await found('select score_id, outcome_id from raw.scores')).toEqual([
    '1 next:7',
    '2 next:8',
    'sheet:1 next:7',
    'sheet:2 next:1',
  ]);
});

it('children in a spreadsheet are those of its system, so none is unlinked', async () => {
  expect((await countJoined(database, 'sheet')).get('talks')).toEqual({
    both: 1,
    earlier_only: 0,
    later_only: 1,
    not_linked: 0,
  });
  expect(await countSharedHistory(database, CONTRACTS, 'sheet')).toEqual({
    children: 2,
    notLinked: 0,
  });
});

it('records in only one system are listed under that system’s own number, with possible matches', async () => {
  const queries = join(theProject().folder, 'queries');
  const query = (folder: string): string =>
    readFileSync(join(queries, folder, 'system_records.sql'), 'utf8');
  await database.execute('create schema staging');
  await database.execute(`create view staging.system_records as ${query('staging')}`);
  const rows = await findSystemOverlaps(() => database.query(query('lookups')), SYSTEMS);
  const told = rows?.map(({ system: name, extract, day, held_by: by, record, earlier_record: e }) =>
    [name, extract, day, by, record, e].join(' '),
  );
  expect(told).toEqual([
    'next outcomes 2021-05-01 earlier only  core:3',
    'sheet scores 2022-03-01 later only 1 ',
    'sheet scores 2022-04-01 later only 2 ',
    'sheet talks 2022-01-01 later only 2 ',
  ]);
});

it('a former number belongs to the last earlier system with numbers of its own', () => {
  const beside = system('beside', { children_of: 'old' });
  const systems = [
    system('old'),
    beside,
    system('core'),
    { ...beside, id: 'second' },
    system('next'),
  ];
  const former = (id: string): string => findPseudonymPrefixes(systems, id).former;
  const own = (id: string): string => findPseudonymPrefixes(systems, id).own;
  expect([own('beside'), own('second'), former('core'), former('old')]).toEqual(['', '', '', '']);
  expect([former('next'), own('core') !== '']).toEqual([own('core'), true]);
});
