// A rule of a query that is bent is noticed by some case, or is explained in survivors.yaml.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDeclared } from '../../pipeline/domain/declared.js';
import { projectFolder } from '../../pipeline/project.js';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import { emptyWarehouse } from './case-runner.js';
import { tryMutants, type Trial } from './mutation.js';

const survivor = z.strictObject({ change: z.string(), line: z.string(), why: z.string().min(20) });
const EXPLAINED = readDeclared(
  join(projectFolder(), 'tests', 'measures', 'survivors.yaml'),
  z.record(z.string(), z.array(survivor)),
);

let warehouse: Connection;
let trials: Trial[];
beforeAll(async () => {
  warehouse = await emptyWarehouse();
  // On a handful of rows a plan takes longer to better than to follow; what a query means is the same without.
  await warehouse.tell('pragma disable_optimizer');
  trials = await tryMutants(warehouse);
}, 300_000);
afterAll(() => {
  warehouse.close();
});

const ANYWHERE = 'any query';
const survived = (): Trial[] => trials.filter(({ killedBy }) => killedBy === null);
const explained = (query: string, { change, line }: Pick<Trial, 'change' | 'line'>): boolean =>
  (EXPLAINED[query] ?? []).some((each) => each.change === change && each.line === line);
const named = ({ query, change, line }: Pick<Trial, 'query' | 'change' | 'line'>): string =>
  `${query}: ${change} in ${line}`;

describe('mutants', () => {
  it('are many, and every one is a query the database takes', () => {
    expect(trials.length).toBeGreaterThan(300);
    expect(trials.filter(({ refused }) => refused).map(named)).toEqual([]);
  });

  it('are each noticed by a case, but for those explained', () => {
    const unexplained = survived().filter(
      (trial) => !explained(ANYWHERE, trial) && !explained(trial.query, trial),
    );
    expect(unexplained.map(named)).toEqual([]);
  });

  it('that are explained do survive', () => {
    const all = Object.entries(EXPLAINED).flatMap(([query, each]) =>
      each.map((mutant) => ({ ...mutant, query })),
    );
    const gone = all.filter(
      ({ query, change, line }) =>
        !survived().some(
          (trial) =>
            (query === ANYWHERE || trial.query === query) &&
            trial.change === change &&
            trial.line === line,
        ),
    );
    expect(gone.map(named)).toEqual([]);
  });
});
