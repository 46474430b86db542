// A service's files → a receipt for each extract; nothing is stored.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createCheckFolder } from './check-folder.js';
import type { ExtractFile } from '../extracts/extract-file.js';
import { joinSystems, type ParquetFile, type SystemJoin } from '../load/load-plan.js';
import { deliveryName, type Receipt } from './receipt.js';
import { ingestExtracts, type IngestContext, type IngestResult } from './ingest.js';
import type { Contract } from '../contracts/contract.js';
import type { IngestDeclarations } from '../config/project.js';
import type { Problem } from '../domain/problem.js';
import { openForBuilding, type Connection } from '../warehouse/connection.js';

/** The result of checking extracts without storing them. */
interface CheckedExtracts {
  readonly receipts: readonly Receipt[];
  /** How the records of the case systems overlap. */
  readonly joins: readonly SystemJoin[];
  /** What `inspect` found in them. */
  readonly found: readonly Problem[];
}

/** Looks at the records of all extracts together, and at who they are of, on a database that is then discarded. */
type Inspect = (
  database: Connection,
  files: readonly ParquetFile[],
  identities: IngestResult['identities'],
) => Promise<Problem[]>;

type CheckContext = Pick<IngestContext, 'codes' | 'today' | 'tolerance' | 'progress' | 'sources'> &
  Pick<IngestDeclarations, 'ownCodes'>;

/**
 * Ingests extracts as `ingestExtracts` does, with a random key and a temporary folder that are then discarded. A service
 * with several case systems needs the folder of the code lists. `inspect` is asked only if no extract is stopped.
 */
export async function checkAllExtracts(
  contracts: readonly Contract[],
  files: readonly ExtractFile[],
  context: CheckContext,
  codesFolder?: string,
  inspect: Inspect = () => Promise.resolve([]),
): Promise<CheckedExtracts> {
  const key = randomBytes(32).toString('hex');
  const stagingFolder = createCheckFolder();
  try {
    const database = await openForBuilding(':memory:');
    try {
      const all = { ...context, key, database, stagingFolder };
      const { receipts, parquets, identities } = await ingestExtracts(contracts, files, all);
      const parts = receipts.flatMap(({ contract: { extract }, mark }): ParquetFile[] => {
        const parquet = parquets.get(deliveryName(extract, { mark }));
        return parquet === undefined ? [] : [{ extract, mark, parquet }];
      });
      const { sources, ownCodes } = context;
      const declared = { systems: sources?.systems ?? [], codes: codesFolder ?? '', ownCodes };
      const joins = await joinSystems(database, contracts, parts, declared);
      const isWhole = receipts.every(({ blocked }) => !blocked);
      return { receipts, joins, found: isWhole ? await inspect(database, parts, identities) : [] };
    } finally {
      database.close();
    }
  } finally {
    rmSync(stagingFolder, { recursive: true, force: true });
  }
}
