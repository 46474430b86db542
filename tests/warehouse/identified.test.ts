// What partners say of who a person is, as rows of raw.links; and what staging makes of links of every kind.
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';
import { createLinks } from '../../pipeline/warehouse/identified.js';
import { readQueries } from '../../pipeline/warehouse/queries.js';
import { createRaw } from '../../pipeline/warehouse/raw.js';
import { contractFrom } from '../contracts/sample.js';
import { QUERIES } from '../measures/case-runner.js';

const PERSON = { type: 'person', source: 'police', required: true };
const STOPS = contractFrom('stops', {
  key: 'stop_id',
  columns: {
    stop_id: { type: 'id', required: true },
    person_id: PERSON,
    yjs_id: { type: 'child', optional: true },
  },
});
const SEARCHES = contractFrom('searches', {
  key: 'person_id',
  columns: { person_id: PERSON },
});
const CHILDREN = contractFrom('children', {
  key: 'child_id',
  columns: { child_id: { type: 'child', required: true } },
});

let warehouse: Connection;
beforeAll(async () => {
  warehouse = await openForBuilding(':memory:');
  for (const schema of ['raw', 'staging']) await warehouse.tell(`create schema ${schema}`);
  for (const contract of [STOPS, SEARCHES, CHILDREN]) await createRaw(warehouse, contract);
});
afterAll(() => {
  warehouse.close();
});
beforeEach(() => warehouse.tell('begin'));
afterEach(() => warehouse.tell('rollback'));

describe('raw.links', () => {
  it('has each person with the child whose number the partner wrote, once, and nobody else', async () => {
    await warehouse.tell("insert into raw.children values ('a'), ('b')");
    await warehouse.tell("insert into raw.searches values ('p9')");
    await warehouse.tell(
      "insert into raw.stops values ('1', 'p1', 'a'), ('2', 'p1', 'a'), ('3', 'p1', 'b'), ('4', 'p2', null)",
    );
    await createLinks(warehouse, [STOPS, SEARCHES, CHILDREN]);
    expect(await warehouse.ask('from raw.links order by all')).toEqual([
      ['police', 'p1', 'a', 'certain', null],
      ['police', 'p1', 'b', 'certain', null],
    ]);
  });

  it('is there, and empty, where no contract is a partner’s', async () => {
    await createLinks(warehouse, [CHILDREN]);
    expect(await warehouse.ask('from raw.links')).toEqual([]);
  });
});

it('staging links a person surely linked to one child, never to two, and never by a proposal', async () => {
  await createLinks(warehouse, []);
  const links = readQueries(join(QUERIES, 'staging')).find(({ name }) => name === 'links');
  await warehouse.tell(`insert into raw.links values
    ('police', 'p1', 'a', 'certain', null), ('police', 'p1', 'a', 'decided', 9.5),
    ('police', 'p2', 'b', 'decided', 3), ('police', 'p2', 'c', 'proposed', 4),
    ('police', 'p3', 'd', 'certain', null), ('police', 'p3', 'e', 'certain', null),
    ('health', 'p3', 'e', 'certain', null), ('health', 'p4', 'f', 'proposed', 5)`);
  expect(await warehouse.ask(`from (${links?.sql ?? ''}\n) order by all`)).toEqual([
    ['health', 'p3', 'e'],
    ['police', 'p1', 'a'],
    ['police', 'p2', 'b'],
  ]);
});
