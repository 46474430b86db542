// A service's files → deliveries in its store, or nothing at all when something must be mended first.
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
import { newsOf, type News } from './delivery-diff.js';
import type { AsOf } from '../config/pack-request.js';
import type { Intake } from '../config/project.js';
import type { Receipt } from './receipt.js';
import { sentTo } from './source-systems.js';
import type { Settings } from '../config/settings.js';
import { takeIn, type TakenIn } from './ingest.js';
import { openForBuilding } from '../warehouse/connection.js';

/** What was received, what it changed, and what a pack as at that day stands on. */
export interface Received {
  /** None where nothing was read: what is received today is not known on an earlier day. */
  readonly receipts: readonly Receipt[];
  readonly news: readonly News[];
  readonly known: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly problems: readonly Problem[];
}

/** What extracts are taken in for. */
interface IngestRequest {
  readonly asOf: AsOf;
  /** Extracts that a person has confirmed to be right, though they lose rows or look older. */
  readonly confirmed?: readonly string[];
}

type Found = { readonly files: readonly ExtractFile[]; readonly problems: readonly Problem[] };

/**
 * Takes in every extract and commits them together: if one may not be used, none is kept, and `Stopped` carries every
 * problem of all of them. What is received is known from today, or from the day that the settings declare; where that
 * is after the as-at day nothing is read at all, and the store answers for what was known. A store that never held
 * anything cannot: it takes the files in, and a note says from when they are known. For the holder of the store's lock.
 */
export async function receiveExtracts(
  project: Intake,
  settings: Settings,
  found: Found,
  { asOf, confirmed = [] }: IngestRequest,
  progress: (what: string) => void,
): Promise<Received> {
  const lines = readLedgerEvents(settings.deliveries);
  const from = resolveKnownDay(lines, asOf.today, settings.received_on);
  const begun = findFirstKnownDay(listDeliveries(lines));
  const isPast = from.day > asOf.asAt && asOf.asAt < asOf.today;
  if (isPast && begun !== null) return asKnown(lines, begun, asOf.asAt);
  const key = readKey(settings.key_file, process.env['BOARDPACK_KEY']);
  requireSameKey(listDeliveries(lines), computeKeyMark(key));
  const database = await openForBuilding(':memory:');
  const incoming = openDeliveryTransaction(settings.deliveries);
  try {
    const { stagingFolder: room } = incoming;
    const { receipts, parquets, who } = await takeIn(project.contracts, found.files, {
      ...{ codes: project.codes, today: asOf.today, tolerance: settings.tolerance },
      ...{ key, database, room, progress },
      sent: sentTo(project, settings, from.day),
    });
    const problems = [...from.notes, ...found.problems, ...receipts.flatMap(problemsIn)];
    if (mustStop(found, receipts)) throw new ProblemError(problems);
    const before = { database, settings, lines, project, day: from.day };
    const told = await newsOf(before, receipts, parquets, confirmed);
    if (told.problems.length > 0) throw new ProblemError([...problems, ...told.problems]);
    if (told.news.some(({ again }) => again === null)) requireNoPack(lines, settings.received_on);
    for (const news of told.news) await put(incoming, news, from.day, computeKeyMark(key));
    keepIdentities(settings, key, who, from.day);
    incoming.commit(asOf.today);
    const known = knownNow(settings, from.day, asOf);
    const notes = isPast ? noteFirstDelivery(from.day, asOf.asAt) : [];
    return { receipts, problems: [...problems, ...told.notes, ...notes], news: told.news, known };
  } finally {
    incoming.discard();
    database.close();
  }
}

/** Before the deliveries: without those they harm nothing, while a delivery without them could not be counted. */
function keepIdentities(
  { deliveries }: Settings,
  key: string,
  who: TakenIn['who'],
  from: Day,
): void {
  const identities = who.map((each) => ({ ...each, known_from: from }));
  addIdentities(identityFile(deliveries), key, identities);
}

function mustStop({ problems }: Found, receipts: readonly Receipt[]): boolean {
  return problems.some(isBlocking) || receipts.some(({ stopped }) => stopped);
}

function problemsIn({ problems }: Receipt): readonly Problem[] {
  return problems;
}

/** A clock that is behind must not hide what was received a moment ago. */
function knownNow({ deliveries }: Settings, from: Day, { asAt }: AsOf): Received['known'] {
  return selectPackDeliveries(readLedger(deliveries), from > asAt ? from : asAt);
}

/** What the store knew on a day, or first held, with nothing read. */
function asKnown(lines: readonly LedgerEvent[], begun: Day, asAt: Day): Received {
  const known = selectPackDeliveries(listDeliveries(lines), asAt);
  return { receipts: [], news: [], known, problems: noteFirstDelivery(begun, asAt) };
}

async function put(
  incoming: DeliveryTransaction,
  { receipt, parquet, again, added, corrected, withdrawn, confirmed, joins }: News,
  known_from: Day,
  key_mark: string,
): Promise<void> {
  const { contract, headings, received, accepted, setAside, mark } = receipt;
  const { extract, version, arrives } = contract;
  const files = filesOf(receipt);
  if (again !== null) {
    incoming.addRepeat({ extract, delivery: again, files });
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
  await incoming.add(parquet, { ...entry, confirmed: [...confirmed] });
}

function filesOf({ files }: Receipt): LedgerEntry['files'] {
  return files.map(({ name, reading: { sha256, bytes, encoding, received } }) => ({
    name,
    sha256,
    bytes,
    encoding,
    received,
  }));
}

/** Pseudonyms of two keys never meet: the same child would be counted as two. */
function requireSameKey(ledger: readonly LedgerEntry[], mark: string): void {
  if (ledger.every((entry) => entry.key_mark === mark)) return;
  throw new ProblemError([
    {
      kind: 'data',
      code: 'other-key',
      what: 'the deliveries in the store were made with another key than the one given now',
      fix: 'Give the same key again, or name an empty folder of deliveries in the settings and send every extract.',
    },
  ]);
}
