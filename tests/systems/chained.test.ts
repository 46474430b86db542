// Three case systems, one after another, and a spreadsheet beside the last: each child and each record is there once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPseudonymPrefixes, type System } from '../../pipeline/domain/system.js';
import { overlapsOf } from '../../pipeline/results/system-overlaps.js';
import { planLoad } from '../../pipeline/load/load-plan.js';
import { fillRecords } from '../../pipeline/warehouse/build.js';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';
import { historyOf, joinedOf } from '../../pipeline/warehouse/join.js';
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
  const rows = await database.ask(`${query} order by all`);
  return rows.map((row) => row.join(' '));
}

it('a child of all three is one, under the number that the first gave', async () => {
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

it('a record of all three, or of the first and the last, is one; what only one holds stays', async () => {
  expect(await found('select outcome_id, child_id from raw.outcomes')).toEqual([
    'core:3 a',
    'next:1 core-n',
    'next:7 b',
    'next:8 a',
    'next:9 next-z',
  ]);
});

it('what refers to a record follows it through every system, and a spreadsheet means that of its own', async () => {
  expect(await found('select score_id, outcome_id from raw.scores')).toEqual([
    '1 next:7',
    '2 next:8',
    'sheet:1 next:7',
    'sheet:2 next:1',
  ]);
});

it('children of a spreadsheet are those of its system: none of them is unlinked', async () => {
  expect((await joinedOf(database, 'sheet')).get('talks')).toEqual({
    both: 1,
    earlier_only: 0,
    later_only: 1,
    not_linked: 0,
  });
  expect(await historyOf(database, CONTRACTS, 'sheet')).toEqual({ children: 2, notLinked: 0 });
});

it('what only one system holds is listed under that one’s own number, with what may be the same', async () => {
  const queries = join(theProject().folder, 'queries');
  const query = (folder: string): string =>
    readFileSync(join(queries, folder, 'system_records.sql'), 'utf8');
  await database.tell('create schema staging');
  await database.tell(`create view staging.system_records as ${query('staging')}`);
  const rows = await overlapsOf(() => database.ask(query('lookups')), SYSTEMS);
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

it('the number before is of the last system before that has numbers of its own', () => {
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
