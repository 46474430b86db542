// An empty warehouse for a file of tests, in which each test's rows are taken back after it.
import { afterAll, beforeAll } from 'vitest';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import { emptyWarehouse } from '../measures/case-runner.js';
import { supply, type Given } from '../measures/supply.js';

/** What a file of tests asks its warehouse through. */
export interface RolledBack {
  /** The warehouse, once the tests run. */
  readonly warehouse: () => Connection;
  /** Supplies rows, asks, and takes the rows back. */
  readonly withRows: <T>(given: Given, ask: () => Promise<T>) => Promise<T>;
}

/** Opens a warehouse before the tests of a file and closes it after them. */
export function openRolledBack(): RolledBack {
  let opened: Connection | null = null;
  const warehouse = (): Connection => {
    if (opened === null) throw new Error('no test runs yet');
    return opened;
  };
  beforeAll(async () => {
    opened = await emptyWarehouse();
  });
  afterAll(() => {
    warehouse().close();
  });
  const withRows = async <T>(given: Given, ask: () => Promise<T>): Promise<T> => {
    await warehouse().execute('begin');
    try {
      await supply(warehouse(), given);
      return await ask();
    } finally {
      await warehouse().execute('rollback');
    }
  };
  return { warehouse, withRows };
}
