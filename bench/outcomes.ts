// A generated outcomes extract of any number of rows, and taking it into a store as `receive` does, committed.
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerEntry } from '../pipeline/deliveries/ledger.js';
import { openDeliveryTransaction } from '../pipeline/deliveries/store.js';
import { readProject } from '../pipeline/config/project.js';
import type { Receipt } from '../pipeline/ingest/receipt.js';
import { ingestExtracts } from '../pipeline/ingest/ingest.js';
import type { Connection } from '../pipeline/warehouse/connection.js';

const CHILDREN = 200_000;
const TYPES = [
  'Youth Caution',
  'Youth Conditional Caution',
  'Referral Order',
  'Community Resolution',
  'Fine',
];

const project = readProject();
const found = project.contracts.find(({ extract }) => extract === 'outcomes');
if (!found) throw new RangeError('no contract for outcomes');
const contract = found;

/** Writes the extract: the same number of rows gives the same bytes. */
export function generate(path: string, rows: number): void {
  const file = openSync(path, 'w');
  let seed = 1;
  const below = (most: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
  const two = (number: number): string => String(number).padStart(2, '0');
  let waiting = 'outcome_id,child_id,outcome_date,outcome_type,court,report_proposal\r\n';
  for (let row = 0; row < rows; row += 1) {
    const day = `${two(1 + below(28))}/${two(1 + below(12))}/${2010 + below(13)}`;
    const court = below(3) === 0 ? '' : 'Youth Court';
    waiting += `O${row},C${below(CHILDREN)},${day},${TYPES[below(TYPES.length)] ?? ''},${court},\r\n`;
    if (row % 10_000 === 9_999) {
      writeSync(file, waiting);
      waiting = '';
    }
  }
  writeSync(file, waiting);
  closeSync(file);
}

/** Takes the extract into a store of its own. Throws unless every row is accepted. */
export async function takeInAndStore(
  database: Connection,
  path: string,
  store: string,
  rows: number,
): Promise<void> {
  const incoming = openDeliveryTransaction(store);
  const { receipts, parquets } = await ingestExtracts(
    [contract],
    [{ extract: 'outcomes', path, name: 'outcomes.csv' }],
    {
      codes: project.codes,
      today: '2023-05-15',
      tolerance: {},
      key: 'a key for timing, of forty characters..',
      database,
      stagingFolder: incoming.stagingFolder,
      progress: () => undefined,
    },
  );
  const [receipt] = receipts;
  const parquet = parquets.get('outcomes');
  if (parquet === undefined || receipt?.accepted !== rows)
    throw new Error('not every row was accepted');
  await incoming.add(parquet, entryOf(receipt));
  incoming.commit('2023-05-15');
  incoming.discard();
}

/** Where the extract lies in a folder. */
export function extractIn(folder: string): string {
  return join(folder, 'outcomes.csv');
}

function entryOf({ received, accepted, setAside }: Receipt): Omit<LedgerEntry, 'delivery'> {
  return {
    extract: 'outcomes',
    contract_version: contract.version,
    arrives: contract.arrives,
    files: [],
    received,
    accepted,
    set_aside: setAside,
    known_from: '2023-05-15',
    key_mark: 'bench',
    added: accepted,
    corrected: 0,
    withdrawn: 0,
    confirmed: [],
  };
}
