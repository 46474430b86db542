// A service's files → a receipt for each extract, and nothing kept.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExtractFile } from './extracts/received.js';
import type { Receipt } from './receipt.js';
import { takeIn, type TakeInContext } from './take-in.js';
import type { Contract } from './contracts/contract.js';
import { openForBuilding } from './warehouse/connection.js';

/** Takes extracts in as `takeIn` does, under a key that is forgotten and in a folder that is removed. */
export async function checkExtracts(
  contracts: readonly Contract[],
  files: readonly ExtractFile[],
  context: Pick<TakeInContext, 'codes' | 'today' | 'tolerance' | 'progress'> &
    Pick<TakeInContext, 'large' | 'sent'>,
): Promise<readonly Receipt[]> {
  const key = randomBytes(32).toString('hex');
  const room = mkdtempSync(join(tmpdir(), 'boardpack-check-'));
  try {
    const database = await openForBuilding(':memory:');
    try {
      const all = { ...context, key, database, room };
      return (await takeIn(contracts, files, all)).receipts;
    } finally {
      database.close();
    }
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}
