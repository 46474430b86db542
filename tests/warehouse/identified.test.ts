// Who is in the raw tables, links in raw.links, and what staging makes of links of every kind.
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, expect, it } from 'vitest';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';
import { createLinks, fillLinks, findIdentities } from '../../pipeline/warehouse/identified.js';
import { createJoinTables } from '../../pipeline/warehouse/join.js';
import { readQueries } from '../../pipeline/warehouse/queries.js';
import { createRawTable } from '../../pipeline/warehouse/raw.js';
import { contractFrom } from '../contracts/sample.js';
import { QUERIES } from '../measures/case-runner.js';

const PERSON = { type: 'person', source: 'police', required: true };
const STOPS = contractFrom('stops', {
  key: 'stop_id',
  columns: {
    stop_id: { type: 'id', required: true },
    person_id: PERSON,
    yjs_id: { type: 'child', optional: true },
    surname: { type: 'personal', identity: 'surname' },
  },
});
const SEARCHES = contractFrom('searches', {
  key: 'person_id',
  columns: { person_id: { ...PERSON, required: false } },
});
const CHILDREN = contractFrom('children', {
  key: 'child_id',
  columns: {
    child_id: { type: 'child', required: true },
    surname: { type: 'personal', identity: 'surname' },
  },
});

let warehouse: Connection;
beforeAll(async () => {
  warehouse = await openForBuilding(':memory:');
  for (const schema of ['raw', 'staging']) await warehouse.execute(`create schema ${schema}`);
  for (const contract of [STOPS, SEARCHES, CHILDREN]) await createRawTable(warehouse, contract);
  await createJoinTables(warehouse);
});
afterAll(() => {
  warehouse.close();
});
beforeEach(() => warehouse.execute('begin'));
afterEach(() => warehouse.execute('rollback'));

it('who is in the raw tables is each thing said of a person once, and every child with a mark', async () => {
  await warehouse.execute("insert into raw.children values ('a', 'ma'), ('b', null)");
  await warehouse.execute("insert into raw.searches values ('p9'), (null)");
  await warehouse.execute(
    "insert into raw.stops values ('1', 'p1', 'a', 'm1'), ('2', 'p1', 'a', 'm1'), ('3', 'p1', 'b', 'm1'), ('4', 'p2', null, null)",
  );
  const { persons, children } = await findIdentities(warehouse, [STOPS, SEARCHES, CHILDREN]);
  expect(persons).toEqual([
    { source: 'police', person: 'p1', mark: 'm1', child: 'a' },
    { source: 'police', person: 'p1', mark: 'm1', child: 'b' },
    { source: 'police', person: 'p2', mark: null, child: null },
    { source: 'police', person: 'p9', mark: null, child: null },
  ]);
  expect([...children]).toEqual([
    ['a', 'ma'],
    ['b', null],
  ]);
});

it('nobody is in them where no contract is a partner’s', async () => {
  expect((await findIdentities(warehouse, [])).persons).toEqual([]);
});

const link = (
  source: string,
  person: string,
  child: string,
  status: string,
  weight: number | null,
) => ({ source, person, child, status, weight }) as Parameters<typeof fillLinks>[1][number];

it('staging links a person surely linked to one child, never to two, and never by a proposal', async () => {
  await createLinks(warehouse);
  await fillLinks(warehouse, [
    link('police', 'p1', 'a', 'certain', null),
    link('police', 'p1', 'a', 'decided', 9.5),
    link('police', 'p2', 'b', 'decided', 3),
    link('police', 'p2', 'c', 'proposed', 4),
    link('police', 'p3', 'd', 'certain', null),
    link('police', 'p3', 'e', 'certain', null),
    link('health', 'p3', 'e', 'certain', null),
    link('health', 'p4', 'f', 'proposed', 5),
  ]);
  expect(
    await warehouse.query("select weight from raw.links where status = 'decided' order by all"),
  ).toEqual([[3], [9.5]]);
  const links = readQueries(join(QUERIES, 'staging')).find(({ name }) => name === 'links');
  expect(await warehouse.query(`from (${links?.sql ?? ''}\n) order by all`)).toEqual([
    ['health', 'p3', 'e'],
    ['police', 'p1', 'a'],
    ['police', 'p2', 'b'],
  ]);
});
