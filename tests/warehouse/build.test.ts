// A warehouse is built beside the last one and takes its place whole, or not at all; then it can only be read.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { buildWarehouse } from '../../pipeline/warehouse/build.js';
import {
  openForBuilding,
  openForReading,
  type Connection,
} from '../../pipeline/warehouse/connection.js';
import { quoteText, quoteName } from '../../pipeline/warehouse/sql.js';
import { contractFrom } from '../contracts/sample.js';
import { emptyFolder, listing, written } from '../deliveries/folder.js';
import { storeRows } from '../deliveries/stored.js';

const VISITS = contractFrom('visits', {
  arrives: 'partial',
  key: 'visit_id',
  columns: {
    visit_id: { type: 'id', required: true },
    seen_on: { type: 'date' },
    surname: { type: 'personal' },
  },
});

let open: Connection[] = [];
afterEach(() => {
  for (const connection of open) connection.close();
  open = [];
});

/** A folder of queries with one code list, one staging view and the marts given. */
function queries(marts: Readonly<Record<string, readonly string[]>>): string {
  const folder = emptyFolder();
  for (const each of ['codes', 'staging', 'marts']) mkdirSync(join(folder, each));
  written(join(folder, 'codes'), {
    'place.csv': ['label,cy,valid_from,valid_to', 'Home,Cartref,2020-01-01,', '"In, out",Ŵy,,'],
  });
  written(join(folder, 'staging'), { 'visits.sql': ['select * from raw.visits'] });
  written(join(folder, 'marts'), marts);
  return folder;
}

async function parquetOf(rows: readonly (string | null)[][]): Promise<string> {
  const parquet = join(emptyFolder(), 'visits.parquet');
  const database = await openForBuilding(':memory:');
  await storeRows(database, VISITS, rows, parquet);
  database.close();
  return parquet;
}

async function build(
  path: string,
  marts: Readonly<Record<string, readonly string[]>>,
  parquets: readonly string[] = [],
): Promise<void> {
  await buildWarehouse(path, {
    contracts: [VISITS],
    parquets: new Map([['visits', parquets]]),
    birthdays: new Map(),
    linkPersons: () => [],
    areas: ["W06000005', 'injected"],
    queries: queries(marts),
  });
}

async function read(path: string): Promise<Connection> {
  const connection = await openForReading(path);
  open.push(connection);
  return connection;
}

const GOOD = {
  'b_days.sql': ['select seen_on::varchar as day from staging.visits order by all'],
  'a_counts.sql': ['select count(*)::integer as visits from marts.b_days'],
};

describe('a warehouse', () => {
  it('holds every delivery, the code lists and the areas, and marts in the order they need', async () => {
    const path = join(emptyFolder(), 'warehouse.duckdb');
    const parquets = [await parquetOf([['V1', '2023-02-01']]), await parquetOf([['V2', null]])];
    await build(path, GOOD, parquets);
    const connection = await read(path);
    expect(await connection.query('from marts.b_days')).toEqual([['2023-02-01'], [null]]);
    expect(await connection.query('from marts.a_counts')).toEqual([[2]]);
    expect(
      await connection.query('select label, cy, valid_from::varchar from codes.place'),
    ).toEqual([
      ['Home', 'Cartref', '2020-01-01'],
      ['In, out', 'Ŵy', null],
    ]);
    expect(await connection.query('from raw.service_areas')).toEqual([["W06000005', 'injected"]]);
    expect(
      await connection.query(
        "select column_name from duckdb_columns() where table_name = 'visits' and schema_name = 'raw' order by column_index",
      ),
    ).toEqual([['visit_id'], ['seen_on']]);
  });

  it('has an empty table for an extract that never came', async () => {
    const path = join(emptyFolder(), 'warehouse.duckdb');
    await build(path, GOOD);
    expect(await (await read(path)).query('from marts.a_counts')).toEqual([[0]]);
  });

  it('takes the place of the last one', async () => {
    const path = join(emptyFolder(), 'warehouse.duckdb');
    await build(path, GOOD, [await parquetOf([['V1', null]])]);
    await build(path, GOOD, [
      await parquetOf([
        ['V1', null],
        ['V2', null],
      ]),
    ]);
    expect(await (await read(path)).query('from marts.a_counts')).toEqual([[2]]);
    expect(listing(join(path, '..'))).toEqual(['warehouse.duckdb']);
  });

  it.each([
    ['SQL that cannot be read', { 'a.sql': ['selec 1'] }],
    ['a table that is not there', { 'a.sql': ['select * from marts.z'] }],
    ['SQL that fails as it runs', { 'a.sql': ["select 'Enghraifft'::integer as number"] }],
    ['more than a select', { 'a.sql': ['select 1 as one; drop table raw.visits'] }],
  ])('is not built by %s: the old one stands, and nothing beside it', async (_, marts) => {
    const folder = emptyFolder();
    const path = join(folder, 'warehouse.duckdb');
    writeFileSync(path, 'the old one');
    await expect(build(path, marts)).rejects.toThrow();
    expect(readFileSync(path, 'utf8')).toBe('the old one');
    expect(listing(folder)).toEqual(['warehouse.duckdb']);
  });
});

describe('a warehouse that is read', () => {
  it('has a place for windows, and for nothing that stays', async () => {
    const path = join(emptyFolder(), 'warehouse.duckdb');
    await build(path, GOOD);
    const before = readFileSync(path);
    const connection = await read(path);
    await connection.execute(
      "create or replace temp table windows as select '2023-03-31' as window_id",
    );
    expect(await connection.query('from windows')).toEqual([['2023-03-31']]);
    await expect(
      connection.execute('create table marts.mine as select 1 as one'),
    ).rejects.toThrow();
    await expect(
      connection.execute("insert into raw.visits values ('V9', null)"),
    ).rejects.toThrow();
    await expect(connection.execute('drop table raw.visits')).rejects.toThrow();
    connection.close();
    open = [];
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('reaches no other file and no setting', async () => {
    const folder = written(emptyFolder(), { 'other.csv': ['a,b', '1,2'] });
    const path = join(folder, 'warehouse.duckdb');
    await build(path, GOOD);
    const connection = await read(path);
    const other = quoteText(join(folder, 'other.csv'));
    const out = quoteText(join(folder, 'out.csv'));
    for (const sql of [
      `from read_csv(${other})`,
      `from read_text(${other})`,
      `from ${other}`,
      `copy (select 1 as one) to ${out}`,
      `attach ${out} as another`,
      `export database ${out}`,
      'install httpfs',
      'load httpfs',
      'set enable_external_access = true',
      'set lock_configuration = false',
      'set threads = 1',
      "from read_csv('https://example.invalid/a.csv')",
    ])
      await expect(connection.execute(sql), sql).rejects.toThrow();
    expect(listing(folder)).toEqual(['other.csv', 'warehouse.duckdb']);
  });

  it.each(['count(*)', 'sum(1)', "date '2023-01-01'", "'nan'::double", '[1]'])(
    'refuses to guess what %s is',
    async (sql) => {
      const connection = await openForBuilding(':memory:');
      open.push(connection);
      await expect(connection.query(`select ${sql}`)).rejects.toThrow(TypeError);
    },
  );
});

describe('names and literals', () => {
  // From the project's shared test vectors, `vectors/hostile/hostile_names.json`, `sql_identifiers`.
  const HOSTILE = [
    'a"b',
    '"; DROP TABLE child; --',
    'a`b',
    'a\\b',
    'order',
    '  ',
    'a\nb',
    '*',
    '$1',
    '{{x}}',
    '__proto__',
    'toString',
    "'); --",
    'ŵ',
  ];

  it.each(HOSTILE)('%j is a name, and a text, and no SQL', async (text) => {
    const connection = await openForBuilding(':memory:');
    open.push(connection);
    await connection.execute(`create table ${quoteName(text)} (${quoteName(text)} varchar)`);
    await connection.execute(`insert into ${quoteName(text)} values (${quoteText(text)})`);
    expect(await connection.query(`select ${quoteName(text)} from ${quoteName(text)}`)).toEqual([
      [text],
    ]);
  });
});
