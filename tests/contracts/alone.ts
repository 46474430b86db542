// One file of one extract, by its contract → its receipt, the same from the reader of large files as from that of any.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Contract } from '../../pipeline/contracts/contract.js';
import type { Receipt } from '../../pipeline/ingest/receipt.js';
import { takeIn, type TakeInContext } from '../../pipeline/ingest/ingest.js';
import { openForBuilding } from '../../pipeline/warehouse/connection.js';
import { emptyFolder, listing } from '../deliveries/folder.js';
import { TODAY } from './sample.js';

/** What came of a file, whether it was taken for a large one or not. */
export interface Alone {
  readonly receipt: Receipt;
  /** Whether the database cut it: not where it turned out to be no plain file. */
  readonly cut: boolean;
}

/** Takes a file in both ways, each known by what it leaves; nothing that is told of it may differ. */
export async function takenEitherWay(
  contract: Contract,
  bytes: Buffer | string,
  codes: TakeInContext['codes'] = new Map(),
): Promise<Alone> {
  const any = await taken(contract, bytes, codes, Number.POSITIVE_INFINITY);
  const large = await taken(contract, bytes, codes, 0);
  expect(large.receipt).toEqual(any.receipt);
  return large;
}

/** Takes a file in, as a large one from so many bytes on: left out, as the program does. */
export async function taken(
  contract: Contract,
  bytes: Buffer | string,
  codes: TakeInContext['codes'] = new Map(),
  large?: number,
): Promise<Alone> {
  const folder = emptyFolder();
  const name = `${contract.extract}.csv`;
  const file = { extract: contract.extract, path: join(folder, name), name };
  writeFileSync(file.path, bytes);
  const database = await openForBuilding(':memory:');
  try {
    const { receipts } = await takeIn([contract], [file], {
      ...{ codes, today: TODAY, key: 'a key of forty characters for the tests.', tolerance: {} },
      ...{ database, room: folder, ...(large === undefined ? {} : { large }) },
      progress: () => undefined,
    });
    const [receipt] = receipts;
    if (!receipt) throw new Error('no receipt');
    return { receipt, cut: !listing(folder).some((left) => left.includes('accepted')) };
  } finally {
    database.close();
  }
}
