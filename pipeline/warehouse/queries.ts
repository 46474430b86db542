// queries/<folder>/<name>.sql → the queries by name, in an order in which each finds what it reads.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ProblemError } from '../domain/problem.js';
import { findTables } from './sql.js';

/** One analyst's query: a single select statement, named for its file. */
export interface Query {
  readonly name: string;
  readonly sql: string;
}

/** Every query of a folder, by name. */
export function readQueries(folder: string): Query[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      name: basename(file, '.sql'),
      sql: readFileSync(join(folder, file), 'utf8'),
    }));
}

/** The queries of `queries/<schema>`, each after those of the same schema that it reads. */
export function readOrderedQueries(queries: string, schema: string): Query[] {
  return sortQueries(schema, readQueries(join(queries, schema)));
}

/** Orders queries of one schema so that each comes after those of the same schema that it reads. Refuses a circle. */
export function sortQueries(schema: string, queries: readonly Query[]): Query[] {
  const waiting = queries.map((query) => ({ query, reads: listReads(schema, query) }));
  const placed: Query[] = [];
  while (waiting.length > 0) {
    const index = waiting.findIndex(({ reads }) =>
      reads.every((read) => placed.some(({ name }) => name === read)),
    );
    const [next] = index < 0 ? [] : waiting.splice(index, 1);
    if (!next) throw circularQueriesError(waiting.map(({ query }) => query.name));
    placed.push(next.query);
  }
  return placed;
}

function listReads(schema: string, { sql }: Query): string[] {
  return findTables(sql)
    .filter((table) => table.schema === schema)
    .map(({ table }) => table);
}

function circularQueriesError(names: readonly string[]): ProblemError {
  return new ProblemError([
    {
      kind: 'declaration',
      code: 'circular-queries',
      facts: { names },
    },
  ]);
}
