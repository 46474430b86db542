// The outcomes extract with a million rows and with ten: the time and the peak memory of taking in each, in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openForBuilding } from '../pipeline/warehouse/connection.js';
import { extractIn, generate, takeInAndStore } from './outcomes.js';
import { peakMemory, say, seconds } from './print.js';

const SIZES = [1_000_000, 10_000_000];

const [, program = '', folder, rows] = process.argv;
if (folder === undefined) compare();
else await grow(folder, Number(rows));

function compare(): void {
  for (const size of SIZES) {
    const room = mkdtempSync(join(tmpdir(), 'boardpack-bench-'));
    try {
      generate(extractIn(room), size);
      const run = ['--import', 'tsx', program, room, String(size)];
      const { status } = spawnSync(process.execPath, run, { stdio: 'inherit' });
      if (status !== 0) process.exit(status ?? 1);
    } finally {
      rmSync(room, { recursive: true, force: true });
    }
  }
}

async function grow(room: string, size: number): Promise<void> {
  const database = await openForBuilding(':memory:');
  const begun = performance.now();
  await takeInAndStore(database, extractIn(room), join(room, 'store'), size);
  say(`Taking in ${size.toLocaleString('en-GB')} rows`, seconds(performance.now() - begun));
  say('  peak memory', peakMemory());
  database.close();
}
