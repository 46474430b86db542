// A service's files → a receipt for each extract, and nothing kept.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExtractFile } from '../extracts/extract-file.js';
import { joinSystems, type ParquetFile, type SystemJoin } from '../load/load-plan.js';
import { deliveryName, type Receipt } from './receipt.js';
import { ingestExtracts, type IngestContext } from './ingest.js';
import type { Contract } from '../contracts/contract.js';
import { openForBuilding } from '../warehouse/connection.js';

/** What came of extracts that were only looked at. */
interface CheckedExtracts {
  readonly receipts: readonly Receipt[];
  /** How the case systems among the files lie beside each other. */
  readonly joins: readonly SystemJoin[];
}

/** A receipt for each extract, as `checkAll` gives them. */
export async function checkExtracts(
  contracts: readonly Contract[],
  files: readonly ExtractFile[],
  context: CheckContext,
): Promise<readonly Receipt[]> {
  return (await checkAllExtracts(contracts, files, context)).receipts;
}

type CheckContext = Pick<IngestContext, 'codes' | 'today' | 'tolerance' | 'progress' | 'sources'>;

/**
 * Takes extracts in as `takeIn` does, under a key that is forgotten and in a folder that is removed. Where a service has
 * several case systems, the folder of the code lists is needed.
 */
export async function checkAllExtracts(
  contracts: readonly Contract[],
  files: readonly ExtractFile[],
  context: CheckContext,
  codesFolder?: string,
): Promise<CheckedExtracts> {
  const key = randomBytes(32).toString('hex');
  const stagingFolder = mkdtempSync(join(tmpdir(), 'boardpack-check-'));
  try {
    const database = await openForBuilding(':memory:');
    try {
      const all = { ...context, key, database, stagingFolder };
      const { receipts, parquets } = await ingestExtracts(contracts, files, all);
      const parts = receipts.flatMap(({ contract: { extract }, mark }): ParquetFile[] => {
        const parquet = parquets.get(deliveryName(extract, { mark }));
        return parquet === undefined ? [] : [{ extract, mark, parquet }];
      });
      const declared = { systems: context.sources?.systems ?? [], codes: codesFolder ?? '' };
      return { receipts, joins: await joinSystems(database, contracts, parts, declared) };
    } finally {
      database.close();
    }
  } finally {
    rmSync(stagingFolder, { recursive: true, force: true });
  }
}
