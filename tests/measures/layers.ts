// queries/staging and queries/marts → what each query reads, so that only what a measure needs is built.
import { join } from 'node:path';
import { projectFolder } from '../../pipeline/config/project.js';
import { readOrderedQueries } from '../../pipeline/warehouse/queries.js';
import { findTables } from '../../pipeline/warehouse/sql.js';

export const QUERIES = join(projectFolder(), 'queries');

/** One query under the measures: `marts.outcomes`, its text, and the queries of both layers that it reads. */
export interface Layer {
  readonly name: string;
  readonly sql: string;
  readonly reads: readonly string[];
}

/** Every staging and mart query, each after those it reads. */
export function readLayers(): Layer[] {
  const layers: Layer[] = [];
  for (const schema of ['staging', 'marts']) {
    for (const { name, sql } of readOrderedQueries(QUERIES, schema))
      layers.push({ name: `${schema}.${name}`, sql, reads: namesIn(sql) });
  }
  return layers;
}

/** The tables with a schema that a query reads. */
export function namesIn(sql: string): string[] {
  return findTables(sql).map(({ schema, table }) => `${schema}.${table}`);
}

/** The layers that these names rest on, in reading order, themselves among them. */
export function under(layers: readonly Layer[], names: readonly string[]): Layer[] {
  const wanted = new Set(names);
  for (const { name, reads } of [...layers].reverse())
    if (wanted.has(name)) for (const read of reads) wanted.add(read);
  return layers.filter(({ name }) => wanted.has(name));
}

/** The layers that rest on this one, in reading order, itself not among them. */
export function above(layers: readonly Layer[], changed: string): Layer[] {
  const touched = new Set([changed]);
  return layers.filter(({ name, reads }) => {
    if (!reads.some((read) => touched.has(read))) return false;
    touched.add(name);
    return true;
  });
}

/** The marts that rest on one a case gives, and are not given themselves, in reading order: they are made from its rows. */
export function madeFrom(
  layers: readonly Layer[],
  given: Readonly<Record<string, unknown>>,
): Layer[] {
  const names = Object.keys(given).filter((name) => name.startsWith('marts.'));
  const rest = new Set(names.flatMap((name) => above(layers, name)));
  return layers.filter((layer) => rest.has(layer) && !(layer.name in given));
}
