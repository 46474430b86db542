// Every measure's own cases: rows in, the counts its query must give.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import { projectFolder, readEveryMeasure } from '../../pipeline/config/project.js';
import { emptyWarehouse, runCase, disagreements } from './case-runner.js';
import { readCases } from './cases.js';

const MEASURES = readEveryMeasure(projectFolder()).map(
  (measure) => [measure.declaration.id, measure] as const,
);

let warehouse: Connection;
beforeAll(async () => {
  warehouse = await emptyWarehouse();
});
afterAll(() => {
  warehouse.close();
});

describe.each(MEASURES)('%s', (_, measure) => {
  test('has cases', () => {
    expect(readCases(measure).length).toBeGreaterThanOrEqual(2);
  });

  test.each(readCases(measure))('$name', async (given) => {
    const rows = await runCase(warehouse, measure, given);
    expect(disagreements(rows, given)).toEqual([]);
  });
});
