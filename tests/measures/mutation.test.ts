// A rule of a query that is bent is noticed by some case, or is explained in survivors.yaml.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import { emptyWarehouse } from './case-runner.js';
import { tryMutants, type Trial } from './mutation.js';
import { ANY_QUERY, EXPLAINED, explainSurvivor } from './survivors.js';

let warehouse: Connection;
let trials: Trial[];
beforeAll(async () => {
  warehouse = await emptyWarehouse();
  // On a handful of rows a plan takes longer to better than to follow; what a query means is the same without.
  await warehouse.execute('pragma disable_optimizer');
  trials = await tryMutants(warehouse);
}, 300_000);
afterAll(() => {
  warehouse.close();
});

const survived = (): Trial[] => trials.filter(({ killedBy }) => killedBy === null);
const named = ({ query, change, line }: Pick<Trial, 'query' | 'change' | 'line'>): string =>
  `${query}: ${change} in ${line}`;

describe('mutants', () => {
  it('are many, and each is a query that the database accepts', () => {
    expect(trials.length).toBeGreaterThan(300);
    expect(trials.filter(({ refused }) => refused).map(named)).toEqual([]);
  });

  it('are each noticed by a case, but for those explained', () => {
    const unexplained = survived().filter((trial) => explainSurvivor(trial) === null);
    expect(unexplained.map(named)).toEqual([]);
  });

  it('survive if they are explained', () => {
    const all = Object.entries(EXPLAINED).flatMap(([query, each]) =>
      each.map((mutant) => ({ ...mutant, query })),
    );
    const gone = all.filter(
      ({ query, change, line }) =>
        !survived().some(
          (trial) =>
            (query === ANY_QUERY || trial.query === query) &&
            trial.change === change &&
            trial.line === line,
        ),
    );
    expect(gone.map(named)).toEqual([]);
  });

  it('of one measure, tried alone, end as they do among all', async () => {
    const alone = await tryMutants(warehouse, 'needs_profile');
    const outcome = ({ change, line, killedBy }: Trial) => ({ change, line, killedBy });
    const among = trials.filter(({ query }) => query === 'measures.needs_profile');
    expect(alone.map(outcome)).toEqual(among.map(outcome));
    expect(alone.some(({ killedBy }) => killedBy === null)).toBe(true);
  });
});
