// The floors of SQL: which schemas the queries of each folder may read, by DuckDB's own parser.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';
import { openForBuilding, type Connection } from '../../pipeline/warehouse/connection.js';
import { sortQueries, readQueries, type Query } from '../../pipeline/warehouse/queries.js';
import { findTables, type TableName } from '../../pipeline/warehouse/sql.js';
import { parsedTables } from '../warehouse/parsed.js';

const QUERIES = join(projectFolder(), 'queries');

/** What each folder's queries may name; `''` is a name without a schema that is not one of the query's own. */
const MAY_READ: Readonly<Record<string, readonly string[]>> = {
  staging: ['raw', 'codes'],
  marts: ['staging', 'codes', 'marts', 'birthdays'],
  measures: ['marts', 'windows'],
  checks: ['staging', 'marts', 'codes', 'windows'],
  faults: ['staging', 'marts'],
  lookups: ['staging', 'marts', 'codes', 'windows'],
};

let connection: Connection;
beforeAll(async () => {
  connection = await openForBuilding(':memory:');
});
afterAll(() => {
  connection.close();
});

function queriesOf(folder: string): Query[] {
  const own = { measures: ['measure.sql', 'recorded.sql'], faults: ['fault.sql'] }[folder];
  if (own === undefined) return readQueries(join(QUERIES, folder));
  return readdirSync(join(QUERIES, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      own
        .map((file) => join(QUERIES, folder, name, file))
        .filter((path) => existsSync(path))
        .map((path) => ({ name, sql: readFileSync(path, 'utf8') })),
    );
}

/** The schemas a query reads; a name without one is `windows`, `birthdays`, or one of the query's own, or itself. */
async function schemasOf({ sql }: Query): Promise<string[]> {
  const tables = await parsedTables(connection, sql);
  const own = new Set(
    [...sql.matchAll(/(?:\bwith(?:\s+recursive)?|,)\s+(\w+)\s+as\s+\(/gi)].map(([, name]) => name),
  );
  return tables
    .filter(({ schema, table }) => schema !== '' || !own.has(table))
    .map(({ schema, table }) => (schema === '' ? table : schema));
}

describe.each(Object.entries(MAY_READ))('queries/%s', (folder, may) => {
  const queries = existsSync(join(QUERIES, folder)) ? queriesOf(folder) : [];

  it.skipIf(queries.length === 0).each(queries.map((query) => [query.name, query] as const))(
    '%s reads only its own floors',
    async (_, query) => {
      const read = new Set(await schemasOf(query));
      expect([...read].filter((schema) => !may.includes(schema))).toEqual([]);
      const parsed = await parsedTables(connection, query.sql);
      expect(withSchema(findTables(query.sql))).toEqual(withSchema(parsed));
    },
  );

  it.skipIf(queries.length === 0)('opens each with its grain', () => {
    const grain = /^(-- [\w/]+\n)?-- One row\b/;
    expect(queries.filter(({ sql }) => !grain.test(sql)).map(({ name }) => name)).toEqual([]);
  });
});

describe('the order of queries', () => {
  const query = (name: string, sql: string): Query => ({ name, sql });

  it('puts each after those it reads', () => {
    const given = [
      query('a', 'select * from marts.b join marts.c on true'),
      query('b', 'select * from marts.c'),
      query('c', 'select * from staging.a'),
    ];
    const ordered = sortQueries('marts', given);
    expect(ordered.map(({ name }) => name)).toEqual(['c', 'b', 'a']);
  });

  it('refuses a circle, and one that is not there', () => {
    const circle = [query('a', 'select * from marts.b'), query('b', 'select * from marts.a')];
    const alone = [query('a', 'select * from marts.z')];
    for (const queries of [circle, alone])
      expect(() => sortQueries('marts', queries)).toThrow(/circular-queries/);
  });
});

describe('tablesOf', () => {
  it('sees through joins, subqueries, unions, texts, comments and common table expressions', async () => {
    const sql = `with c as (select 1 from raw.a) -- not raw.b
      select (select max(x) from raw."b'c") from c /* nor raw.c */
      join marts.d on exists (select 1 from codes . e) where x <> 'it''s raw.d' and x > 1
      union all select 2 from windows`;
    const named = findTables(sql).map(({ schema, table }) => `${schema}.${table}`);
    expect(named).toEqual(['raw.a', "raw.b'c", 'marts.d', 'codes.e']);
    expect(withSchema(await parsedTables(connection, sql))).toEqual(named.sort());
  });
});

function withSchema(tables: readonly TableName[]): string[] {
  const named = tables.filter(({ schema }) => schema !== '');
  return [...new Set(named.map(({ schema, table }) => `${schema}.${table}`))].sort();
}
