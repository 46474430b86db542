// A service's files → deliveries in its store, or nothing at all if something must be corrected first.
import type { LedgerEvent } from '../deliveries/events.js';
import { resolveKnownDay, noteFirstDelivery, requireNoPack } from '../deliveries/known-from.js';
import {
  listDeliveries,
  findFirstKnownDay,
  readLedgerEvents,
  readLedger,
  selectPackDeliveries,
  type LedgerEntry,
} from '../deliveries/ledger.js';
import { openDeliveryTransaction, type DeliveryTransaction } from '../deliveries/store.js';
import type { Day } from '../domain/period.js';
import { ProblemError, isBlocking, type Problem } from '../domain/problem.js';
import type { ExtractFile } from '../extracts/extract-file.js';
import { addIdentities, identityFile } from '../identity/identity-file.js';
import { readKey } from '../identity/key.js';
import { computeKeyMark } from '../identity/pseudonym.js';
import {
  diffDeliveries,
  type DeliveryDiff,
  type DeliveryDiffs,
  type DiffContext,
} from './delivery-diff.js';
import { findDamage } from './damage.js';
import { explainStop } from './explain-stop.js';
import { putCauseFirst } from './lost-records.js';
import type { AsOf } from '../config/pack-request.js';
import type { IngestDeclarations } from '../config/project.js';
import { listReceiptProblems } from './never-sent.js';
import type { Receipt } from './receipt.js';
import { recordOwner, requireOwnStore } from './safeguards.js';
import { readSources } from './source-systems.js';
import type { Settings } from '../config/settings.js';
import { ingestExtracts, type IngestResult } from './ingest.js';
import { openForBuilding } from '../warehouse/connection.js';

/** The receipts, the changes, and the deliveries that a pack as at that day uses. */
export interface ReceiveResult {
  /** Empty if nothing was read: files received today are not known on an earlier day. */
  readonly receipts: readonly Receipt[];
  readonly diffs: readonly DeliveryDiff[];
  readonly known: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly problems: readonly Problem[];
}

/** The pack's day, and what a person confirmed. */
interface IngestRequest {
  readonly asOf: AsOf;
  /** Extracts that a person has confirmed although they lose rows or look older. */
  readonly confirmed?: readonly string[];
  /** Whether files received again may take the place of damaged ones with the same content. */
  readonly mends?: boolean;
}

type FoundFiles = { readonly files: readonly ExtractFile[]; readonly problems: readonly Problem[] };

/**
 * Ingests every extract and commits them together: if one may not be used, none is stored, and `ProblemError` has the
 * problems of all. Deliveries are known from today or from the day declared in the settings. If that is after the as-at
 * day, no file is read and the store's deliveries are used; an empty store still ingests the files, and a note says from
 * when they are known. Only the holder of the store's lock may call this.
 */
export async function receiveExtracts(
  project: IngestDeclarations,
  settings: Settings,
  found: FoundFiles,
  { asOf, confirmed = [], mends = false }: IngestRequest,
  progress: (what: string) => void,
): Promise<ReceiveResult> {
  const lines = readLedgerEvents(settings.deliveries);
  const from = resolveKnownDay(lines, asOf.today, settings.received_on);
  const firstDay = findFirstKnownDay(listDeliveries(lines));
  const isPast = from.day > asOf.asAt && asOf.asAt < asOf.today;
  if (isPast && firstDay !== null) return selectKnown(lines, firstDay, asOf.asAt);
  const key = readKey(settings.key_file, process.env['BOARDPACK_KEY']);
  requireOwnStore(settings, lines, key);
  const damage = await findDamage(settings, lines, { day: from.day, mends });
  const database = await openForBuilding(':memory:');
  const transaction = openDeliveryTransaction(settings.deliveries);
  try {
    const ingested = await ingestExtracts(project.contracts, found.files, {
      ...{ codes: project.codes, today: asOf.today, tolerance: settings.tolerance },
      ...{ key, database, progress, stagingFolder: transaction.stagingFolder },
      sources: readSources(project, settings, from.day),
    });
    const { receipts, identities } = ingested;
    const mended = await damage.mend([...ingested.parquets.values()]);
    const problems = [...mended, ...from.notes, ...gatherProblems(found, receipts, lines)];
    const context = { database, settings, lines, project, day: from.day, identities };
    if (mustStop(found, receipts)) throw await explainStop(context, ingested, confirmed, problems);
    const { diffs, notes } = await checkDiffs(context, ingested, confirmed, problems);
    await addDeliveries(transaction, diffs, from.day, computeKeyMark(key));
    keepIdentities(settings, key, identities, from.day);
    transaction.commit(asOf.today);
    const known = readKnownNow(settings, from.day, asOf);
    const past = isPast ? noteFirstDelivery(from.day, asOf.asAt) : [];
    return { receipts, diffs, known, problems: [...problems, ...notes, ...past] };
  } finally {
    transaction.discard();
    database.close();
  }
}

/** Compares with the store. Throws, before the `problems` already found, what blocks a delivery or would change an earlier pack. */
async function checkDiffs(
  context: DiffContext,
  { receipts, parquets }: IngestResult,
  confirmed: readonly string[],
  problems: readonly Problem[],
): Promise<DeliveryDiffs> {
  const found = await diffDeliveries(context, receipts, parquets, confirmed);
  if (found.problems.length > 0)
    throw new ProblemError(putCauseFirst(problems, found.problems, receipts));
  if (found.diffs.some(({ repeated }) => repeated === null))
    requireNoPack(context.lines, context.settings.received_on);
  return found;
}

/** Called before the commit, as is the record of whose store it is: identities without a delivery do no harm, but a delivery without them cannot be counted. */
function keepIdentities(
  settings: Settings,
  key: string,
  accepted: IngestResult['identities'],
  from: Day,
): void {
  const identities = accepted.map((each) => ({ ...each, known_from: from }));
  recordOwner(settings);
  addIdentities(identityFile(settings.deliveries), key, identities);
}

function mustStop({ problems }: FoundFiles, receipts: readonly Receipt[]): boolean {
  return problems.some(isBlocking) || receipts.some(({ blocked }) => blocked);
}

function gatherProblems(
  found: FoundFiles,
  receipts: readonly Receipt[],
  lines: readonly LedgerEvent[],
): Problem[] {
  const ledger = listDeliveries(lines);
  return [...found.problems, ...receipts.flatMap((each) => listReceiptProblems(each, ledger))];
}

async function addDeliveries(
  transaction: DeliveryTransaction,
  diffs: readonly DeliveryDiff[],
  day: Day,
  keyMark: string,
): Promise<void> {
  for (const diff of diffs) await addDelivery(transaction, diff, day, keyMark);
}

/** Uses the later of the two days, so that a slow clock cannot hide a delivery just stored. */
function readKnownNow({ deliveries }: Settings, from: Day, { asAt }: AsOf): ReceiveResult['known'] {
  return selectPackDeliveries(readLedger(deliveries), from > asAt ? from : asAt);
}

/** Deliveries known on `asAt`, or the first ones if none were known by then. Reads no files. */
function selectKnown(lines: readonly LedgerEvent[], firstDay: Day, asAt: Day): ReceiveResult {
  const known = selectPackDeliveries(listDeliveries(lines), asAt);
  return { receipts: [], diffs: [], known, problems: noteFirstDelivery(firstDay, asAt) };
}

async function addDelivery(
  transaction: DeliveryTransaction,
  { receipt, parquet, repeated, added, corrected, withdrawn, confirmed, joins }: DeliveryDiff,
  known_from: Day,
  key_mark: string,
): Promise<void> {
  const { contract, headings, received, accepted, setAside, mark } = receipt;
  const { extract, version, arrives } = contract;
  const files = listFiles(receipt);
  if (repeated !== null) {
    transaction.addRepeat({ extract, delivery: repeated, files });
    return;
  }
  const counts = { received, accepted, set_aside: setAside, added, corrected, withdrawn };
  const from = { ...(mark === undefined ? {} : { system: mark }), ...(joins ? { joins } : {}) };
  const entry = {
    extract,
    ...from,
    contract_version: version,
    arrives,
    files,
    headings,
    ...counts,
    known_from,
    key_mark,
  };
  await transaction.add(parquet, { ...entry, confirmed: [...confirmed] });
}

function listFiles({ files }: Receipt): LedgerEntry['files'] {
  return files.map(({ name, report: { sha256, bytes, encoding, received } }) => ({
    name,
    sha256,
    bytes,
    encoding,
    received,
  }));
}
