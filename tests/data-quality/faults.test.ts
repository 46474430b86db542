// Each fault's own cases: rows in, the faulty records that its query must find; and everything its declaration names exists.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readDeclaration } from '../../pipeline/domain/declared.js';
import { projectFolder, readContracts, readEveryMeasure } from '../../pipeline/config/project.js';
import { readFaults } from '../../pipeline/data-quality/fault.js';
import { findFaultRecords } from '../../pipeline/data-quality/find-faults.js';
import type { Connection } from '../../pipeline/warehouse/connection.js';
import { QUERIES, emptyWarehouse } from '../measures/case-runner.js';
import { withBirthdays } from '../measures/cases.js';
import { supply } from '../measures/supply.js';

const field = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const casesSchema = z
  .array(
    z.strictObject({
      name: z.string(),
      given: z.record(z.string(), z.array(z.record(z.string(), field))),
      expect: z.array(z.strictObject({ record: z.string().nullable() })),
      whole: z.int(),
    }),
  )
  .min(2);

const FAULTS = readFaults(join(QUERIES, 'faults'));
const MEASURES = readEveryMeasure(projectFolder()).map(({ declaration }) => declaration);
const CONTRACTS = readContracts(join(QUERIES, 'contracts'));

let warehouse: Connection;
beforeAll(async () => {
  warehouse = await emptyWarehouse();
});
afterAll(() => {
  warehouse.close();
});

describe.each(FAULTS)('$id', (fault) => {
  test.each(readDeclaration(join(QUERIES, 'faults', fault.id, 'cases.yaml'), casesSchema))(
    '$name',
    async (given) => {
      await warehouse.execute('begin');
      try {
        await supply(warehouse, withBirthdays(given.given));
        const { records, checked: whole } = await findFaultRecords(warehouse, fault);
        expect(records).toEqual(given.expect.map(({ record }) => record));
        expect(whole).toBe(given.whole);
      } finally {
        await warehouse.execute('rollback');
      }
    },
  );

  test('names an existing extract, column, measures and breakdowns', () => {
    const contract = CONTRACTS.find(({ extract }) => extract === fault.extract);
    expect(contract).toBeDefined();
    if (fault.column !== undefined)
      expect(contract?.columns.map(({ name }) => name)).toContain(fault.column);
    const ids = MEASURES.map(({ id }) => id);
    for (const id of fault.moves.measures) expect(ids).toContain(id);
    const breakdowns = MEASURES.flatMap((measure) => measure.breakdowns as readonly string[]);
    for (const each of fault.moves.breakdowns) expect(breakdowns).toContain(each);
    const counted: readonly string[] = MEASURES.map((measure) => measure.counts);
    for (const each of fault.moves.counts) expect(counted).toContain(each);
    const { measures, breakdowns: groups, counts } = fault.moves;
    expect([...measures, ...groups, ...counts]).not.toEqual([]);
  });
});
