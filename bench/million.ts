// A generated outcomes extract of a million rows: read, checked and stored, against the database's own reader.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerEntry } from '../pipeline/deliveries/ledger.js';
import { receive } from '../pipeline/deliveries/store.js';
import { readProject } from '../pipeline/project.js';
import type { Receipt } from '../pipeline/receipt.js';
import { takeIn } from '../pipeline/take-in.js';
import { openForBuilding, type Connection } from '../pipeline/warehouse/connection.js';
import { median, peakMemory, say, seconds } from './print.js';

const ROWS = 1_000_000;
const CHILDREN = 200_000;
const ROUNDS = 3;
const TYPES = [
  'Youth Caution',
  'Youth Conditional Caution',
  'Referral Order',
  'Community Resolution',
  'Fine',
];

type Part = 'ours' | 'read' | 'stored';
type Spent = Readonly<Record<'time' | 'work', number>>;

const folder = mkdtempSync(join(tmpdir(), 'boardpack-bench-'));
try {
  const path = join(folder, 'outcomes.csv');
  generate(path);
  const database = await openForBuilding(':memory:');
  await database.tell('set threads = 2');
  const timings: Record<Part, Spent>[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    timings.push({
      read: await timed(() => readAlone(database, path)),
      stored: await timed(() => readAndStore(database, path)),
      ours: await timed(() => takeInAndStore(database, path, round)),
    });
  database.close();
  report(timings);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(timings: readonly Record<Part, Spent>[]): void {
  const spent = (part: Part): string => {
    const of = (kind: keyof Spent): string =>
      seconds(median(timings.map((each) => each[part][kind])));
    return `${of('time')}, processors ${of('work')}`;
  };
  const ratio = (part: Part): string => {
    const of = (kind: keyof Spent): string =>
      median(timings.map((each) => each.ours[kind] / each[part][kind])).toFixed(1);
    return `${of('time')} times, processors ${of('work')} times`;
  };
  say(`An outcomes extract of ${ROWS.toLocaleString('en-GB')} rows, median of ${ROUNDS}`, '');
  say('  read, checked and stored by Boardpack', spent('ours'));
  say("  DuckDB's read_csv with casts, into a table", spent('read'));
  say("  DuckDB's read_csv with casts, stored as Parquet", spent('stored'));
  say('  ratio to read_csv with casts', ratio('read'));
  say('  ratio to read_csv with casts, stored as we store', ratio('stored'));
  say('  peak memory of all three', peakMemory());
}

/** Both in milliseconds; the work is that of all processors together, which says more on a busy machine. */
async function timed(run: () => Promise<void>): Promise<Spent> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(before);
  return { time: performance.now() - begun, work: (user + system) / 1000 };
}

function casts(path: string): string {
  return `select outcome_id, child_id, strptime(outcome_date, '%d/%m/%Y')::date as outcome_date, outcome_type, court, report_proposal
    from read_csv('${path}', all_varchar = true)`;
}

async function readAlone(database: Connection, path: string): Promise<void> {
  await database.tell(`create or replace table baseline as ${casts(path)}`);
  await database.tell('drop table baseline');
}

async function readAndStore(database: Connection, path: string): Promise<void> {
  const parquet = join(folder, 'baseline.parquet');
  await database.tell(`copy (${casts(path)}) to '${parquet}' (format parquet, compression zstd)`);
}

async function takeInAndStore(database: Connection, path: string, round: number): Promise<void> {
  const project = readProject();
  const contract = project.contracts.find(({ extract }) => extract === 'outcomes');
  if (!contract) throw new RangeError('no contract for outcomes');
  const incoming = receive(join(folder, `store-${round}`));
  const { receipts, parquets } = await takeIn(
    [contract],
    [{ extract: 'outcomes', path, name: 'outcomes.csv' }],
    {
      codes: project.codes,
      today: '2023-05-15',
      tolerance: {},
      key: 'a key for timing, of forty characters..',
      database,
      room: incoming.room,
      progress: () => undefined,
    },
  );
  const [receipt] = receipts;
  const parquet = parquets.get('outcomes');
  if (parquet === undefined || receipt?.accepted !== ROWS)
    throw new Error('not every row was accepted');
  await incoming.add(parquet, entryOf(receipt));
  incoming.commit('2023-05-15');
  incoming.discard();
}

function entryOf({
  contract,
  received,
  accepted,
  setAside,
}: Receipt): Omit<LedgerEntry, 'delivery'> {
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

function generate(path: string): void {
  const file = openSync(path, 'w');
  let seed = 1;
  const below = (most: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
  const two = (number: number): string => String(number).padStart(2, '0');
  let waiting = 'outcome_id,child_id,outcome_date,outcome_type,court,report_proposal\r\n';
  for (let row = 0; row < ROWS; row += 1) {
    const day = `${two(1 + below(28))}/${two(1 + below(12))}/${2010 + below(13)}`;
    const court = below(3) === 0 ? '' : 'Youth Court';
    waiting += `O${row},C${below(CHILDREN)},${day},${TYPES[below(TYPES.length)] ?? ''},${court},\r\n`;
    if (row % 10_000 === 9_999) {
      writeSync(file, waiting);
      waiting = '';
    }
  }
  closeSync(file);
}
