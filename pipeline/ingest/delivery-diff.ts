// Parquet files about to be stored → what each changes compared with the store, and the problems that block it.
import type { Contract } from '../contracts/contract.js';
import type { IdentityRecord } from '../contracts/identity-columns.js';
import type { LedgerEvent } from '../deliveries/events.js';
import { checkVolume } from '../deliveries/volume-checks.js';
import { listDeliveries, selectKnownDeliveries, type LedgerEntry } from '../deliveries/ledger.js';
import { parquetPath, hashFile } from '../deliveries/store.js';
import type { Day } from '../domain/period.js';
import { isBlocking, type Problem } from '../domain/problem.js';
import {
  joinSystems,
  listParquetFiles,
  checkUnlinkedChildren,
  type ParquetFile,
} from '../load/load-plan.js';
import { checkReceivedChildren, findLossTolerance } from '../load/same-children.js';
import { codesFolder, type Project } from '../config/project.js';
import { deliveryName, type Receipt } from './receipt.js';
import type { Settings } from '../config/settings.js';
import { compareRows, type RowChanges } from '../warehouse/changes.js';
import type { Connection } from '../warehouse/connection.js';
import type { JoinCounts } from '../warehouse/join.js';

/** The changes that one extract makes. */
export interface DeliveryDiff {
  readonly receipt: Receipt;
  readonly parquet: string;
  readonly added: number;
  readonly corrected: number;
  readonly withdrawn: number;
  /** The stored delivery that has the same rows, if nothing changes; null for a new delivery. */
  readonly repeated: string | null;
  /** Codes of the problems that a person has confirmed. */
  readonly confirmed: readonly string[];
  /** How this extract's records overlap between case systems, by the later system's mark. */
  readonly joins?: Readonly<Record<string, JoinCounts>>;
}

/** What the diff is made against. */
export interface DiffContext {
  readonly database: Connection;
  readonly settings: Settings;
  readonly lines: readonly LedgerEvent[];
  readonly project: Pick<Project, 'contracts' | 'folder' | 'ownCodes'>;
  /** The identities in the files. */
  readonly identities: readonly IdentityRecord[];
  /** The day from which the files will be known; they are compared with what was known by then. */
  readonly day: Day;
}

/** The diffs, notes on them, and the problems that block them. */
export interface DeliveryDiffs {
  readonly diffs: readonly DeliveryDiff[];
  readonly notes: readonly Problem[];
  readonly problems: readonly Problem[];
}

/** Compares every extract with the store. `problems` are those of extracts that are not in `confirmed`. */
export async function diffDeliveries(
  context: DiffContext,
  receipts: readonly Receipt[],
  parquets: ReadonlyMap<string, string>,
  confirmed: readonly string[],
): Promise<DeliveryDiffs> {
  const { diffs, problems } = await compareExtracts(context, receipts, parquets, confirmed);
  if (context.settings.systems.length < 2) return { diffs, notes: [], problems };
  return addSystemJoins(context, diffs, problems, confirmed.includes('children'));
}

/** Compares each usable extract with the store as `diffDeliveries` does, whatever else came, and joins no case systems. */
export async function compareExtracts(
  context: DiffContext,
  receipts: readonly Receipt[],
  parquets: ReadonlyMap<string, string>,
  confirmed: readonly string[],
): Promise<Omit<DeliveryDiffs, 'notes'>> {
  const diffs: DeliveryDiff[] = [];
  const problems: Problem[] = [];
  for (const receipt of receipts) {
    const { extract } = receipt.contract;
    const parquet = parquets.get(deliveryName(extract, receipt));
    if (parquet === undefined) continue;
    const { blockers, ...diff } = await diffDelivery(context, receipt, parquet);
    const isConfirmed = confirmed.includes(extract);
    if (!isConfirmed) problems.push(...blockers);
    const codes = isConfirmed ? blockers.map(({ code }) => code) : [];
    diffs.push({ receipt, parquet, ...diff, confirmed: codes });
  }
  return { diffs, problems };
}

/** Adds to the diffs how each system overlaps with the earlier ones, and the problems of that. */
async function addSystemJoins(
  context: DiffContext,
  diffs: readonly DeliveryDiff[],
  problems: readonly Problem[],
  isConfirmed: boolean,
): Promise<DeliveryDiffs> {
  const { settings, project } = context;
  const { contracts } = project;
  const files = listKnownFiles(context, diffs);
  const { ownCodes } = project;
  const declared = { systems: settings.systems, codes: codesFolder(project), ownCodes };
  const joins = await joinSystems(context.database, contracts, files, declared);
  const found = checkUnlinkedChildren(joins, contracts, settings);
  const blockers = found.filter(isBlocking);
  const codes = isConfirmed ? blockers.map(({ code }) => code) : [];
  const joined = diffs.map((each) => {
    const { extract } = each.receipt.contract;
    const own = joins.flatMap(({ mark, extracts }) => {
      const joined = extracts.get(extract);
      return joined ? [[mark, joined] as const] : [];
    });
    const isAbout = extract === 'children' && each.receipt.mark !== undefined;
    return {
      ...each,
      ...(own.length > 0 ? { joins: Object.fromEntries(own) } : {}),
      confirmed: isAbout ? [...each.confirmed, ...codes] : each.confirmed,
    };
  });
  const notes = (isConfirmed ? found : found.filter((each) => !isBlocking(each))).map(makeNote);
  return { diffs: joined, notes, problems: isConfirmed ? problems : [...problems, ...blockers] };
}

function makeNote(problem: Problem): Problem {
  return { ...problem, kind: 'note' };
}

/** The Parquet files that will be known once these diffs are stored. */
function listKnownFiles(
  { lines, day, settings }: DiffContext,
  diffs: readonly DeliveryDiff[],
): ParquetFile[] {
  const newDiffs = diffs.filter(({ repeated }) => repeated === null);
  const isReplaced = ({ extract, system }: LedgerEntry): boolean =>
    newDiffs.some(
      ({ receipt: { contract, mark } }) =>
        contract.extract === extract && mark === system && contract.arrives === 'full',
    );
  const known = [...selectKnownDeliveries(listDeliveries(lines), day).values()].flat();
  return [
    ...listParquetFiles(
      known.filter((entry) => !isReplaced(entry)),
      settings.deliveries,
    ),
    ...newDiffs.map(({ receipt: { contract, mark }, parquet }) => ({
      extract: contract.extract,
      mark,
      parquet,
    })),
  ];
}

type CheckedDiff = Pick<DeliveryDiff, 'added' | 'corrected' | 'withdrawn' | 'repeated'> & {
  readonly blockers: readonly Problem[];
};

async function diffDelivery(
  context: DiffContext,
  { contract, files, mark }: Receipt,
  parquet: string,
): Promise<CheckedDiff> {
  const { database, settings, lines, day } = context;
  const { extract, arrives } = contract;
  const ledger = listDeliveries(lines).filter(
    (entry) => entry.extract === extract && entry.system === mark,
  );
  const current = selectKnownDeliveries(ledger, day).get(extract) ?? [];
  const stored = current.map(({ delivery }) => parquetPath(settings.deliveries, delivery));
  const name = await hashFile(parquet);
  const isSame = current.length === 1 && current[0]?.delivery === name;
  const changes = isSame ? NO_CHANGES : await compareRows(database, contract, parquet, stored);
  // Rows that are missing from a partial extract stay in the store.
  const withdrawn = arrives === 'full' ? changes.withdrawn : 0;
  const { added, corrected } = changes;
  const repeated = added + corrected + withdrawn === 0 ? (current.at(-1)?.delivery ?? null) : null;
  const cameBefore = repeated === null && ledger.some(({ delivery }) => delivery === name);
  const names = files.map(({ name }) => name);
  const volume = { ...changes, extract, arrives, files: names, cameBefore };
  return {
    ...{ added, corrected, withdrawn, repeated },
    blockers: [
      ...checkVolume(volume, findLossTolerance(contract, settings)),
      ...(repeated === null ? await findRepeatedChildren(context, contract, parquet) : []),
    ],
  };
}

/** A note on a few of them is the pack's to make, which knows every delivery. */
async function findRepeatedChildren(
  { database, settings, project, identities }: DiffContext,
  contract: Contract,
  parquet: string,
): Promise<Problem[]> {
  if (contract.extract !== 'children') return [];
  const rules = { folder: project.folder, tolerance: findLossTolerance(contract, settings) };
  const found = await checkReceivedChildren(database, { contract, parquet }, identities, rules);
  return found.filter(isBlocking);
}

/** A file with exactly the stored bytes needs no comparison. */
const NO_CHANGES: RowChanges = {
  before: 0,
  added: 0,
  corrected: 0,
  withdrawn: 0,
  newestBefore: null,
  newest: null,
};
