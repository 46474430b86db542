// A child of several case systems is found in each, and no other child whose record has the same number there.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';
import {
  isStored,
  findPseudonyms,
  rewriteDeliveries,
  type StoredDelivery,
} from '../../pipeline/warehouse/rewrite-parquet.js';
import { emptyFolder } from '../deliveries/folder.js';
import { CHILDREN, stored, threeSystems } from './three.js';

let database: Connection;
beforeAll(async () => {
  database = await openForBuilding(':memory:');
});
afterAll(() => {
  database.close();
});

async function namesOf(held: readonly StoredDelivery[], child: string): Promise<string[]> {
  return [...(await findPseudonyms(database, held, child))].sort();
}

it('an erased child is removed from every system, with references to the records of that system only', async () => {
  const folder = emptyFolder();
  const all = await threeSystems(database, folder);
  expect(await isStored(database, all, 'core-b')).toBe(true);
  expect(await isStored(database, all, 'nobody')).toBe(false);
  for (const own of ['b', 'core-b', 'next-b'])
    expect(await namesOf(all, own)).toEqual(['b', 'core-b', 'next-b']);
  expect(await namesOf(all, 'next-n')).toEqual(['core-n', 'next-n']);

  const { rewritten } = await rewriteDeliveries(
    database,
    all,
    new Set(await namesOf(all, 'b')),
    [],
    folder,
  );
  const left = await Promise.all(
    rewritten.map(async ({ was, parquet }) => {
      const rows = await database.query(
        `select columns(*)::varchar from read_parquet('${parquet}')`,
      );
      return [was, rows.map(([key]) => String(key)).join(' ')] as const;
    }),
  );
  expect(Object.fromEntries(left)).toEqual({
    'children-': 'a x',
    'children-core': 'core-a core-n',
    'children-next': 'next-a next-n next-z',
    'outcomes-': '1',
    'outcomes-core': '2 3',
    'outcomes-next': '8 1 9',
    'scores-': '2',
    'scores-sheet': '2',
    'talks-': '1',
  });
});

it('the last stated former number counts, and neither of two stated at once', async () => {
  const folders = [emptyFolder(), emptyFolder(), emptyFolder()] as const;
  const held = [
    await stored(database, folders[0], ['', CHILDREN, "('a', null::varchar), ('t', null)"]),
    await stored(database, folders[1], ['core', CHILDREN, "('A', 't'), ('B', 'a'), ('T', 't')"]),
    await stored(database, folders[2], ['core', CHILDREN, "('A', 'a'), ('T', 't'), ('U', 't')"]),
  ];
  expect(await namesOf(held, 'a')).toEqual(['A', 'a']);
  expect(await namesOf(held, 'B')).toEqual(['B']);
  expect(await namesOf(held, 't')).toEqual(['t']);
});
