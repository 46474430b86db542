// A generated outcomes extract of a million rows: read, checked and stored, against the database's own reader.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openForBuilding, type Connection } from '../pipeline/warehouse/connection.js';
import { extractIn, generate, takeInAndStore } from './outcomes.js';
import { median, peakMemory, say, seconds } from './print.js';

const ROWS = 1_000_000;
const ROUNDS = 7;

type Part = 'ours' | 'read' | 'stored';
type Spent = Readonly<Record<'time' | 'work', number>>;

const folder = mkdtempSync(join(tmpdir(), 'boardpack-bench-'));
try {
  const path = extractIn(folder);
  generate(path, ROWS);
  const database = await openForBuilding(':memory:');
  const timings: Record<Part, Spent>[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    timings.push({
      read: await timed(() => readAlone(database, path)),
      stored: await timed(() => readAndStore(database, path)),
      ours: await timed(() => takeInAndStore(database, path, join(folder, `${round}`), ROWS)),
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
  await database.execute(`create or replace table baseline as ${casts(path)}`);
  await database.execute('drop table baseline');
}

async function readAndStore(database: Connection, path: string): Promise<void> {
  const parquet = join(folder, 'baseline.parquet');
  await database.execute(
    `copy (${casts(path)}) to '${parquet}' (format parquet, compression zstd)`,
  );
}
