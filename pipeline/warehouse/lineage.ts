// A query → the extracts it counts from, however many marts and views lie between.
import { join } from 'node:path';
import { readQueries } from './queries.js';
import { findTables } from './sql.js';

/** Finds the extracts behind a query. */
type Lineage = (sql: string) => ReadonlySet<string>;

/** The lineage of queries over the staging views and marts of a folder; each is read once. */
export function readLineage(queries: string): Lineage {
  const known = new Map<string, string>();
  for (const schema of ['staging', 'marts'])
    for (const { name, sql } of readQueries(join(queries, schema)))
      known.set(`${schema}.${name}`, sql);
  const found = new Map<string, ReadonlySet<string>>();
  const findExtracts = (sql: string): ReadonlySet<string> => {
    const before = found.get(sql) ?? search(sql);
    found.set(sql, before);
    return before;
  };
  const search = (sql: string): ReadonlySet<string> => {
    const extracts = new Set<string>();
    for (const { schema, table } of findTables(sql)) {
      if (schema === 'raw') extracts.add(table);
      const deeper = known.get(`${schema}.${table}`);
      if (deeper !== undefined) for (const extract of findExtracts(deeper)) extracts.add(extract);
    }
    return extracts;
  };
  return findExtracts;
}
