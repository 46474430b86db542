// One file of one extract, by its contract → its receipt.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '../../pipeline/contracts/contract.js';
import type { Receipt } from '../../pipeline/ingest/receipt.js';
import { ingestExtracts, type IngestContext } from '../../pipeline/ingest/ingest.js';
import { openForBuilding } from '../../pipeline/warehouse/connection.js';
import { emptyFolder } from '../deliveries/folder.js';
import { TODAY } from './sample.js';

/** Takes the one file of an extract in. */
export async function taken(
  contract: Contract,
  bytes: Buffer | string,
  codes: IngestContext['codes'] = new Map(),
): Promise<Receipt> {
  const folder = emptyFolder();
  const name = `${contract.extract}.csv`;
  const file = { extract: contract.extract, path: join(folder, name), name };
  writeFileSync(file.path, bytes);
  const database = await openForBuilding(':memory:');
  try {
    const { receipts } = await ingestExtracts([contract], [file], {
      ...{ codes, today: TODAY, key: 'a key of forty characters for the tests.', tolerance: {} },
      ...{ database, stagingFolder: folder, progress: () => undefined },
    });
    const [receipt] = receipts;
    if (!receipt) throw new Error('no receipt');
    return receipt;
  } finally {
    database.close();
  }
}
