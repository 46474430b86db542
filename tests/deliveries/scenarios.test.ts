// Every scenario that a store of deliveries must survive, with the outcome it names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, it, vi } from 'vitest';
import { projectFolder } from '../../pipeline/project.js';
import * as rows from './scenarios/rows.js';

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
  withdrawn_record: rows.withdrawnRecord,
  empty_extract: rows.emptyExtract,
  half_extract: rows.halfExtract,
  wrong_file: rows.wrongFile,
  older_file_after_newer: rows.olderAfterNewer,
  clock_back: rows.clockBack,
  partial_batch_one_bad_row: rows.oneBadRow,
  caught_error_then_commit: rows.caughtErrorThenCommit,
};

beforeEach(() => {
  vi.stubEnv('BOARDPACK_KEY', undefined);
});

let passed = 0;
afterAll(() => {
  process.stdout.write(`${passed} of ${SCENARIOS.length} scenarios passed\n`);
});

describe('the store of deliveries', () => {
  const own = SCENARIOS.filter(({ id }) => id in PROOFS);

  it.each(own)('$id: $expect', async ({ id }) => {
    await PROOFS[id]?.();
    passed += 1;
  });
});
