// Every query's mutants and every measure's cases → the mutants that no case notices.
import type { QueryParameters } from '../../pipeline/measures/parameters.js';
import { projectFolder, readEveryMeasure } from '../../pipeline/config/project.js';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import { askRows, disagreements, supplyCaseWindows, type GivenRow } from './case-runner.js';
import { readCases, type Case } from './cases.js';
import { above, namesIn, readLayers, under, type Layer } from './layers.js';
import { mutantsOf, type Mutant } from './mutants.js';
import { supplyUnder } from './supply.js';

/** A mutant on trial: of which query, and whether a case has noticed it. */
export interface Trial extends Mutant {
  /** `marts.outcomes`, or `measures.remands`. */
  readonly query: string;
  killedBy: string | null;
  /** True for a mutant the database refuses: that is a fault of the mutation, not a mutant killed. */
  refused: boolean;
  /** What cases gave under it that gave it the rows of its unbent self: given the same again, it can but do the same. */
  readonly idleOn: Set<string>;
}

interface Measured {
  readonly id: string;
  readonly sql: string;
  readonly parameters: QueryParameters;
  readonly cases: readonly Case[];
  readonly layers: readonly Layer[];
}

/**
 * Tries every mutant of every measure, mart and staging query on every case that rests on it, until one notices. Where one
 * measure is named, only the mutants of its own query, on its own cases: the queries under it are held by the cases of
 * all that rest on them.
 */
export async function tryMutants(connection: Connection, only?: string): Promise<Trial[]> {
  const layers = readLayers();
  const measures = readMeasured(layers);
  if (only !== undefined) return tryOwn(connection, measures, only);
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

async function tryOwn(
  connection: Connection,
  measures: readonly Measured[],
  only: string,
): Promise<Trial[]> {
  const own = measures.filter(({ id }) => id === only);
  const trials = own.flatMap(({ id, sql }) => trialsOf(`measures.${id}`, sql));
  for (const measure of own)
    for (const given of measure.cases) await tryCase(connection, measure, given, trials);
  return trials;
}

function trialsOf(query: string, sql: string): Trial[] {
  return mutantsOf(sql).map((mutant) => ({
    ...mutant,
    query,
    killedBy: null,
    refused: false,
    idleOn: new Set(),
  }));
}

function readMeasured(layers: readonly Layer[]): Measured[] {
  return readEveryMeasure(projectFolder()).map((measure) => {
    const { declaration, sql, parameters } = measure;
    const own = under(layers, namesIn(sql));
    return { id: declaration.id, sql, parameters, cases: readCases(measure), layers: own };
  });
}

/** One case with its rows in the warehouse, and what can be changed under it. */
interface Scene {
  readonly connection: Connection;
  readonly measure: Measured;
  readonly given: Case;
  /** The layers built from the case's rows, not given by it. */
  readonly built: readonly Layer[];
  /** What each of those layers holds, in brief, and all that the case gives under it. */
  readonly printOf: (layer: string) => Promise<string>;
  readonly givenUnder: (layer: string) => string;
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
  await connection.execute('begin');
  try {
    await supplyUnder(connection, measure.layers, given.given);
    await supplyCaseWindows(connection, given);
    const scene = {
      ...{ connection, measure, given, built },
      printOf: remembered((name) => fingerprint(connection, `select * from ${name}`)),
      givenUnder: remembered((name) => rowsUnder(measure.layers, name, given)),
    };
    for (const trial of alive)
      if (await notices(scene, trial)) trial.killedBy = `${measure.id}: ${given.name}`;
  } finally {
    await connection.execute('rollback');
  }
}

async function notices(scene: Scene, trial: Trial): Promise<boolean> {
  const { connection, given, measure } = scene;
  const { parameters } = measure;
  try {
    const isMeasure = trial.query.startsWith('measures.');
    if (!isMeasure && (await isIdle(scene, trial))) return false;
    const rows = await (isMeasure
      ? askRows(connection, { sql: trial.sql, parameters })
      : askThrough(scene, trial));
    return disagreements(rows, given).length > 0;
  } catch (error) {
    if (error instanceof Error && /^(Binder|Parser|Catalog) Error/.test(error.message))
      trial.refused = true;
    return true;
  }
}

/** Whether a layer's rows are what they were, so that nothing that rests on it can differ. */
async function isIdle(scene: Scene, trial: Trial): Promise<boolean> {
  const under = scene.givenUnder(trial.query);
  if (trial.idleOn.has(under)) return true;
  const bent = await fingerprint(scene.connection, trial.sql);
  if (bent !== (await scene.printOf(trial.query))) return false;
  trial.idleOn.add(under);
  return true;
}

/** Every row of a case that a layer could rest on. A table without a schema is in no layer's list of what it reads. */
function rowsUnder(layers: readonly Layer[], name: string, { given }: Case): string {
  const read = new Set(under(layers, [name]).flatMap(({ reads }) => reads));
  return JSON.stringify(
    Object.entries(given).filter(([table]) => read.has(table) || !table.includes('.')),
  );
}

function remembered<Answer>(ask: (name: string) => Answer): (name: string) => Answer {
  const answers = new Map<string, Answer>();
  return (name) => {
    const answer = answers.get(name) ?? ask(name);
    answers.set(name, answer);
    return answer;
  };
}

/** The rows of a query in brief: two with one fingerprint are taken to have the same rows, in whatever order. */
async function fingerprint(connection: Connection, sql: string): Promise<string> {
  const [row] = await connection.query(
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
  const { parameters } = measure;
  return askRows(connection, { sql: swap(measure.sql), parameters }, `with ${first}`);
}

function stand(name: string): string {
  return `mutated_${name.replace('.', '_')}`;
}
