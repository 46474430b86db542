// A contract that adds a column, or drops one, still reads what was stored before it changed.
import { beforeEach, expect, it, vi } from 'vitest';
import { parquetPath } from '../../pipeline/deliveries/store.js';
import type { Contract } from '../../pipeline/contracts/contract.js';
import type { ReceiveResult } from '../../pipeline/ingest/receive.js';
import { openForBuilding } from '../../pipeline/warehouse/connection.js';
import { createRawTable, fillRawTable } from '../../pipeline/warehouse/raw.js';
import { contractFrom } from '../contracts/sample.js';
import { smallService, type Service } from './service.js';

const KEY = { visit_id: { type: 'id', required: true } };
const FIRST = contractFrom('visits', {
  key: 'visit_id',
  columns: { ...KEY, place: { type: 'text' } },
});
const ADDED = contractFrom('visits', {
  version: 2,
  key: 'visit_id',
  columns: { ...KEY, minutes: { type: 'whole', least: 0, most: 600 }, place: { type: 'text' } },
});
const DROPPED = contractFrom('visits', { version: 3, key: 'visit_id', columns: KEY });
const partial = (contract: Contract): Contract => ({ ...contract, arrives: 'partial' });

beforeEach(() => {
  vi.stubEnv('BOARDPACK_KEY', undefined);
});

/** The rows that a warehouse of this contract holds. */
async function rows(
  service: Service,
  { known }: ReceiveResult,
  contract: Contract,
): Promise<unknown[][]> {
  const database = await openForBuilding(':memory:');
  try {
    await database.execute('create schema raw');
    await createRawTable(database, contract);
    const deliveries = known.get('visits') ?? [];
    const { deliveries: folder } = service.settings;
    await fillRawTable(
      database,
      contract,
      deliveries.map(({ delivery }) => parquetPath(folder, delivery)),
    );
    return await database.query('select * from raw.visits order by visit_id');
  } finally {
    database.close();
  }
}

it('an added column is empty in old rows, a dropped one is omitted, and neither counts as a correction', async () => {
  const service = smallService();
  const first = await service.send(
    { 'visits.csv': ['visit_id,place', 'V1,Home', 'V2,School'] },
    '2023-04-20',
    {
      contracts: [partial(FIRST)],
    },
  );
  expect(await rows(service, first, ADDED)).toEqual([
    ['V1', null, 'Home'],
    ['V2', null, 'School'],
  ]);
  expect(await rows(service, first, DROPPED)).toEqual([['V1'], ['V2']]);
  const second = await service.send(
    { 'visits.csv': ['visit_id,minutes,place', 'V2,,School', 'V3,45,Home'] },
    '2023-05-20',
    {
      contracts: [partial(ADDED)],
    },
  );
  expect(second.diffs).toMatchObject([{ added: 1, corrected: 0, withdrawn: 0 }]);
  expect(await rows(service, second, ADDED)).toEqual([
    ['V1', null, 'Home'],
    ['V2', null, 'School'],
    ['V3', 45, 'Home'],
  ]);
  const third = await service.send({ 'visits.csv': ['visit_id', 'V1', 'V2', 'V3'] }, '2023-06-20', {
    contracts: [partial(DROPPED)],
  });
  expect(third.diffs).toMatchObject([
    { added: 0, corrected: 0, repeated: expect.any(String) as string },
  ]);
  expect(await rows(service, third, DROPPED)).toEqual([['V1'], ['V2'], ['V3']]);
});
