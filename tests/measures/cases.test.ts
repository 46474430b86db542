// Every measure's own cases: rows in, the counts its query must give.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import { QUERIES, emptyWarehouse, readCases, runCase, disagreements } from './case-runner.js';

const MEASURES = readdirSync(join(QUERIES, 'measures'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

let warehouse: Connection;
beforeAll(async () => {
  warehouse = await emptyWarehouse();
});
afterAll(() => {
  warehouse.close();
});

describe.each(MEASURES)('%s', (measure) => {
  const sql = readFileSync(join(QUERIES, 'measures', measure, 'measure.sql'), 'utf8');
  test('has cases', () => {
    expect(readCases(measure).length).toBeGreaterThanOrEqual(2);
  });

  test.each(readCases(measure))('$name', async (given) => {
    const rows = await runCase(warehouse, sql, given);
    expect(disagreements(rows, given)).toEqual([]);
  });
});
