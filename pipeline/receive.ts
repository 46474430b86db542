// A service's files → deliveries in its store, or nothing at all when something must be mended first.
import { readLedger, knownAt, type LedgerEntry } from './deliveries/ledger.js';
import { receive } from './deliveries/store.js';
import type { Day } from './domain/period.js';
import { Stopped, type Problem } from './domain/problem.js';
import type { ExtractFile } from './extracts/received.js';
import { readKey } from './identity/key.js';
import { keyMark } from './identity/pseudonym.js';
import { usualCutting } from './parts.js';
import type { Project } from './project.js';
import type { Settings } from './settings.js';
import type { Receipt } from './receipt.js';
import { takeIn } from './take-in.js';
import { openForBuilding } from './warehouse/connection.js';

/** What was received, and what a pack as at that day stands on. */
export interface Received {
  readonly receipts: readonly Receipt[];
  readonly known: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly problems: readonly Problem[];
}

/**
 * Takes in every extract and commits them together: if one may not be used, none is kept, and `Stopped` carries every
 * problem of all of them. What is received counts as known from the as-at day.
 */
export async function receiveExtracts(
  project: Project,
  settings: Settings,
  found: { readonly files: readonly ExtractFile[]; readonly problems: readonly Problem[] },
  days: { readonly asAt: Day; readonly today: Day },
  progress: (what: string) => void,
): Promise<Received> {
  const key = readKey(settings.key_file, process.env['BOARDPACK_KEY']);
  const before = knownAt(readLedger(settings.deliveries), days.asAt);
  requireSameKey(before, keyMark(key));
  const database = await openForBuilding(':memory:');
  const incoming = receive(settings.deliveries, before);
  try {
    const { receipts, parquets } = await takeIn(project.contracts, found.files, {
      codes: project.codes,
      today: days.today,
      tolerance: settings.tolerance,
      key,
      database,
      room: incoming.room,
      cutting: usualCutting(),
      progress,
    });
    const problems = [...found.problems, ...receipts.flatMap((receipt) => receipt.problems)];
    if (receipts.some(({ stopped }) => stopped)) throw new Stopped(problems);
    for (const receipt of receipts) {
      const parquet = parquets.get(receipt.contract.extract);
      if (parquet) await incoming.add(parquet, entryOf(receipt, days.asAt, keyMark(key)));
    }
    incoming.commit();
    return { receipts, problems, known: knownAt(readLedger(settings.deliveries), days.asAt) };
  } finally {
    incoming.discard();
    database.close();
  }
}

function entryOf(receipt: Receipt, knownFrom: Day, mark: string): Omit<LedgerEntry, 'delivery'> {
  const { contract, files, received, accepted, setAside } = receipt;
  return {
    extract: contract.extract,
    contract_version: contract.version,
    arrives: contract.arrives,
    files: files.map(({ name, reading }) => ({
      name,
      sha256: reading.sha256,
      bytes: reading.bytes,
      encoding: reading.encoding,
      received: reading.received,
    })),
    received,
    accepted,
    set_aside: setAside,
    known_from: knownFrom,
    key_mark: mark,
  };
}

/** Pseudonyms of two keys never meet: the same child would be counted as two. */
function requireSameKey(known: ReadonlyMap<string, readonly LedgerEntry[]>, mark: string): void {
  const others = [...known.values()].flat().filter((entry) => entry.key_mark !== mark);
  if (others.length === 0) return;
  throw new Stopped([
    {
      kind: 'data',
      code: 'other-key',
      what: 'the deliveries in the store were made with another key than the one given now',
      fix: 'Give the same key again, or name an empty folder of deliveries in the settings and send every extract.',
    },
  ]);
}
