// The warehouse and the ledger → what is known of the records: what came, what is owed, which records have a fault.
import type { Contract } from '../contracts/contract.js';
import { findFaults, type FaultRecords } from '../data-quality/find-faults.js';
import {
  agreementsSchema,
  checkFreshness,
  type ExtractFreshness,
} from '../data-quality/overdue.js';
import type { KnownDeliveries } from '../deliveries/ledger.js';
import { readDeclaration } from '../domain/declared.js';
import type { Day, Quarter } from '../domain/period.js';
import type { Project } from '../config/project.js';
import type { Settings } from '../config/settings.js';
import type { Connection } from '../warehouse/connection.js';
import { createLookup, type Lookup } from '../warehouse/lookups.js';
import { readLinkedShares, type LinkedShare } from './linked-shares.js';

/** What is known of the records: what was received, what is owed, and which records have a fault. */
export interface RecordFacts {
  readonly known: KnownDeliveries;
  readonly freshness: readonly ExtractFreshness[];
  readonly faults: readonly FaultRecords[];
  readonly linked: readonly LinkedShare[];
  /** Rows of partners' extracts that are left out, because no area is known of them. */
  readonly noArea: readonly UnplacedRows[];
}

/** How many rows of an extract are left out, and of how many. */
interface UnplacedRows {
  readonly extract: string;
  readonly unplaced: number;
  readonly whole: number;
}

/** Finds every fault in the records, and how fresh each extract is as at a day. */
export async function collectRecordFacts(
  connection: Connection,
  project: Project,
  { receipts: agreed, whole_lists }: Settings,
  known: KnownDeliveries,
  at: { readonly quarter: Quarter; readonly asAt: Day },
): Promise<RecordFacts> {
  const freshness = findFreshness(project.contracts, agreed, known, at);
  const lookup = createLookup(connection, project.folder);
  const linked = await readLinkedShares(lookup, whole_lists);
  const noArea = await readUnplacedRows(lookup);
  const faults = await findFaults(connection, project.faults);
  return { known, freshness, faults, linked, noArea };
}

/** The rows of each partner's extract of which nobody can say whether they are of our area. */
async function readUnplacedRows(lookup: Lookup): Promise<UnplacedRows[]> {
  const rows = await lookup('unplaced_rows');
  return rows.map(([extract, whole, unplaced]) => ({
    extract: String(extract),
    unplaced: Number(unplaced),
    whole: Number(whole),
  }));
}

/** What came and what is owed of each extract of a service, as at a day. `agreed` is the file of its agreements. */
export function findFreshness(
  contracts: readonly Contract[],
  agreed: Settings['receipts'],
  known: KnownDeliveries,
  at: { readonly quarter: Quarter; readonly asAt: Day },
): ExtractFreshness[] {
  const cases = contracts.filter(({ kind }) => kind === 'case');
  const agreements = agreed === undefined ? [] : readDeclaration(agreed, agreementsSchema);
  const came = new Map(
    [...known].flatMap(([extract, entries]) => {
      const newest = entries
        .map((entry) => entry.known_from)
        .sort()
        .at(-1);
      return newest === undefined ? [] : [[extract, newest] as const];
    }),
  );
  return checkFreshness(
    cases.map(({ extract }) => extract),
    agreements,
    came,
    at,
  );
}
