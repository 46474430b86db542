// A generated outcomes extract of a million rows: read, checked and stored, against the database's own reader.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { receive } from '../pipeline/deliveries/store.js';
import { pseudonymiser } from '../pipeline/identity/pseudonym.js';
import { readProject } from '../pipeline/project.js';
import { takeIn } from '../pipeline/take-in.js';
import { openForBuilding, type Connection } from '../pipeline/warehouse/connection.js';
import { spoolToParquet } from '../pipeline/warehouse/raw.js';
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

const folder = mkdtempSync(join(tmpdir(), 'boardpack-bench-'));
try {
  const path = join(folder, 'outcomes.csv');
  generate(path);
  const database = await openForBuilding(':memory:');
  await database.tell('set threads = 2');
  const timings: { ours: number; read: number; stored: number }[] = [];
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

function report(timings: readonly { ours: number; read: number; stored: number }[]): void {
  const of = (part: 'ours' | 'read' | 'stored'): number =>
    median(timings.map((each) => each[part]));
  const ratio = (part: 'read' | 'stored'): string =>
    `${median(timings.map((each) => each.ours / each[part])).toFixed(1)} times`;
  say(`An outcomes extract of ${ROWS.toLocaleString('en-GB')} rows, median of ${ROUNDS}`, '');
  say('  read, checked and stored by Boardpack', seconds(of('ours')));
  say("  DuckDB's read_csv with casts, into a table", seconds(of('read')));
  say("  DuckDB's read_csv with casts, stored as Parquet", seconds(of('stored')));
  say('  ratio to read_csv with casts', ratio('read'));
  say('  ratio to read_csv with casts, stored as we store', ratio('stored'));
  say('  peak memory of all three', peakMemory());
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
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
  const incoming = receive(join(folder, `store-${round}`), new Map(), (spool, parquet) =>
    spoolToParquet(database, contract, spool, parquet),
  );
  const { receipts, spools } = await takeIn(
    [contract],
    [{ extract: 'outcomes', path, name: 'outcomes.csv' }],
    {
      codes: project.codes,
      today: '2023-05-15',
      tolerance: {},
      store: { incoming, pseudonymise: pseudonymiser('a key for timing, of forty characters..') },
      progress: () => undefined,
    },
  );
  const [receipt] = receipts;
  const spool = spools.get('outcomes');
  if (!spool || receipt?.accepted !== ROWS) throw new Error('not every row was accepted');
  await incoming.finish(spool, {
    extract: 'outcomes',
    contract_version: contract.version,
    arrives: contract.arrives,
    files: [],
    received: receipt.received,
    accepted: receipt.accepted,
    set_aside: receipt.setAside,
    known_from: '2023-05-15',
    key_mark: 'bench',
  });
  incoming.commit();
  incoming.discard();
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
