// Every query's mutants and every measure's cases → the mutants that no case notices.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import {
  askRows,
  disagreements,
  readCases,
  supplyCaseWindows,
  type Case,
  type GivenRow,
} from './case-runner.js';
import { QUERIES, above, namesIn, readLayers, under, type Layer } from './layers.js';
import { mutantsOf, type Mutant } from './mutants.js';
import { supplyUnder } from './supply.js';

/** A mutant on trial: of which query, and whether a case has noticed it. */
export interface Trial extends Mutant {
  /** `marts.outcomes`, or `measures.remands`. */
  readonly query: string;
  killedBy: string | null;
  /** True for a mutant the database refuses: that is a fault of the mutation, not a mutant killed. */
  refused: boolean;
}

interface Measured {
  readonly id: string;
  readonly sql: string;
  readonly cases: readonly Case[];
  readonly layers: readonly Layer[];
}

/** Tries every mutant of every measure, mart and staging query on every case that rests on it, until one notices. */
export async function tryMutants(connection: Connection): Promise<Trial[]> {
  const layers = await readLayers(connection);
  const measures = await readMeasured(connection, layers);
  // A layer that no measure rests on yet is no figure's: its mutants come on trial with the first measure that reads it.
  const rested = layers.filter((layer) => measures.some((each) => each.layers.includes(layer)));
  const trials = [
    ...rested.flatMap(({ name, sql }) => trialsOf(name, sql)),
    ...measures.flatMap(({ id, sql }) => trialsOf(`measures.${id}`, sql)),
  ];
  for (const measure of measures)
    for (const given of measure.cases) await tryCase(connection, measure, given, trials);
  return trials;
}

function trialsOf(query: string, sql: string): Trial[] {
  return mutantsOf(sql).map((mutant) => ({ ...mutant, query, killedBy: null, refused: false }));
}

async function readMeasured(connection: Connection, layers: readonly Layer[]): Promise<Measured[]> {
  const folders = readdirSync(join(QUERIES, 'measures'), { withFileTypes: true });
  const measures: Measured[] = [];
  for (const { name: id } of folders.filter((entry) => entry.isDirectory())) {
    const sql = readFileSync(join(QUERIES, 'measures', id, 'measure.sql'), 'utf8');
    const own = under(layers, await namesIn(connection, sql));
    measures.push({ id, sql, cases: readCases(id), layers: own });
  }
  return measures;
}

/** One case with its rows in the warehouse, and what can be changed under it. */
interface Scene {
  readonly connection: Connection;
  readonly measure: Measured;
  readonly given: Case;
  /** The layers built from the case's rows, not given by it. */
  readonly built: readonly Layer[];
  /** What those layers hold, in brief. */
  readonly prints: ReadonlyMap<string, string>;
}

/** Sets the case up once, then asks every mutant still alive that could change its answer. */
async function tryCase(
  connection: Connection,
  measure: Measured,
  given: Case,
  trials: readonly Trial[],
): Promise<void> {
  const built = measure.layers.filter(({ name }) => !(name in given.given));
  const reached = new Set([`measures.${measure.id}`, ...built.map(({ name }) => name)]);
  const alive = trials.filter(({ query, killedBy }) => killedBy === null && reached.has(query));
  if (alive.length === 0) return;
  await connection.tell('begin');
  try {
    await supplyUnder(connection, measure.layers, given.given);
    await supplyCaseWindows(connection, given);
    const changed = built.filter(({ name }) => alive.some(({ query }) => query === name));
    const prints = await fingerprints(connection, changed);
    const scene = { connection, measure, given, built, prints };
    for (const trial of alive)
      if (await notices(scene, trial)) trial.killedBy = `${measure.id}: ${given.name}`;
  } finally {
    await connection.tell('rollback');
  }
}

async function notices(scene: Scene, trial: Trial): Promise<boolean> {
  const { connection, given, prints } = scene;
  try {
    const own = prints.get(trial.query);
    // Where a layer's rows are what they were, nothing that rests on it can differ.
    if (own !== undefined && own === (await fingerprint(connection, trial.sql))) return false;
    const rows = await (trial.query.startsWith('measures.')
      ? askRows(connection, trial.sql)
      : askThrough(scene, trial));
    return disagreements(rows, given).length > 0;
  } catch (error) {
    if (error instanceof Error && /^(Binder|Parser|Catalog) Error/.test(error.message))
      trial.refused = true;
    return true;
  }
}

async function fingerprints(
  connection: Connection,
  layers: readonly Layer[],
): Promise<Map<string, string>> {
  const prints = new Map<string, string>();
  for (const { name } of layers)
    prints.set(name, await fingerprint(connection, `select * from ${name}`));
  return prints;
}

/** The rows of a query in brief: two with one fingerprint are taken to have the same rows, in whatever order. */
async function fingerprint(connection: Connection, sql: string): Promise<string> {
  const [row] = await connection.ask(
    `select count(*)::integer || ' ' || coalesce(sum(hash(whole)::hugeint), 0)::varchar from (${sql}\n) as whole`,
  );
  return String(row?.[0]);
}

/** The measure's answer where one layer is the mutant: it and all that rests on it are put before the query. */
async function askThrough(
  { connection, measure, built }: Scene,
  { query, sql: mutant }: Trial,
): Promise<GivenRow[]> {
  const changed = [{ name: query, sql: mutant }, ...above(built, query)];
  const swap = (text: string): string =>
    changed.reduce(
      (swapped, { name }) => swapped.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), stand(name)),
      text,
    );
  const first = changed
    .map((layer) => `${stand(layer.name)} as (${swap(layer.sql)}\n)`)
    .join(',\n');
  return askRows(connection, swap(measure.sql), `with ${first}`);
}

function stand(name: string): string {
  return `mutated_${name.replace('.', '_')}`;
}
