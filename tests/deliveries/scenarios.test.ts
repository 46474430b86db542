// Every scenario that a store of deliveries must survive, with the outcome it names.
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeServices } from '../end-to-end/service.js';
import { projectFolder } from '../../pipeline/config/project.js';
import * as processes from './scenarios/processes.js';
import * as memory from './scenarios/memory.js';
import * as rows from './scenarios/rows.js';
import * as timetable from './scenarios/timetable.js';

interface Scenario {
  readonly id: string;
  readonly steps: readonly string[];
  readonly expect: string;
}

const SCENARIOS = JSON.parse(
  readFileSync(join(projectFolder(), 'tests/deliveries/scenarios.json'), 'utf8'),
) as Scenario[];

const PROOFS: Readonly<Record<string, () => Promise<void>>> = {
  same_file_twice: rows.sameFileTwice,
  same_rows_other_bytes: rows.sameRowsOtherBytes,
  corrected_record: rows.correctedRecord,
  late_record: memory.lateRecord,
  withdrawn_record: rows.withdrawnRecord,
  empty_extract: rows.emptyExtract,
  half_extract: rows.halfExtract,
  wrong_file: rows.wrongFile,
  older_file_after_newer: rows.olderAfterNewer,
  kill9: processes.killNine,
  disk_full: processes.diskFull,
  two_writers: processes.twoWriters,
  reader_during_ingest: processes.readerDuringIngest,
  clock_back: rows.clockBack,
  erasure: memory.erasure,
  partial_batch_one_bad_row: rows.oneBadRow,
  caught_error_then_commit: rows.caughtErrorThenCommit,
  missed_schedule: timetable.missedSchedule,
  overlap: timetable.overlap,
};

beforeEach(() => {
  vi.stubEnv('BOARDPACK_KEY', undefined);
});

let passed = 0;
afterAll(() => {
  removeServices();
  process.stdout.write(`${passed} of ${SCENARIOS.length} scenarios passed\n`);
});

describe('the store of deliveries', () => {
  // Twenty kills, each with the run after it, take minutes on a computer that has other work.
  it.each(SCENARIOS)(
    '$id: $expect',
    async ({ id }) => {
      const prove = PROOFS[id];
      if (!prove) throw new RangeError(`nothing proves ${id}`);
      await prove();
      passed += 1;
    },
    400_000,
  );

  it('opens for the next process if the holder of its lock is dead, but not if another computer holds it', async () => {
    expect(await processes.staleLock(hostname(), 4_194_303)).toBe(0);
    expect(await processes.staleLock('another-computer', 1)).toBe(3);
  });
});
