// Erasing a child, killed just before each durable write and run again: the result is the same.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { eraseChild } from '../../pipeline/erasure/erase-child.js';
import { readLedger } from '../../pipeline/deliveries/ledger.js';
import { decisionsFile, readDecisions } from '../../pipeline/identity/decisions.js';
import { readKey } from '../../pipeline/identity/key.js';
import { createPseudonymiser } from '../../pipeline/identity/pseudonym.js';
import { emptyFolder } from './folder.js';
import { decide, rowsOf, serviceWithChild } from './scenarios/memory.js';
import { CHILDREN, projectOf, VISITS, type Service } from './service.js';

const PROJECT = projectOf([CHILDREN, VISITS]);
const WORKER = join(import.meta.dirname, 'erase-worker.mjs');

/** Erases in a process that is killed before its so-manieth write; gives the names of the writes it came to. */
function erasedUntil({ settings }: Service, at: number): string[] {
  const log = join(emptyFolder(), 'log');
  const argv = [WORKER, JSON.stringify(PROJECT), JSON.stringify(settings), String(at), log];
  const { signal, status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  expect({ signal, status, stderr: status === 0 ? '' : stderr }).toEqual(
    at === 0
      ? { signal: null, status: 0, stderr: '' }
      : { signal: 'SIGKILL', status: null, stderr: '' },
  );
  return readFileSync(log, 'utf8').trim().split('\n');
}

async function askedAgain({ settings }: Service): Promise<void> {
  try {
    await eraseChild(PROJECT, settings, 'C7', '2023-06-21');
  } catch (error) {
    // Nothing was left to do.
    if (!(error instanceof ProblemError) || error.problems[0]?.code !== 'unknown-child')
      throw error;
  }
}

/** What is left of the child and of everybody else; names of files are keyed anew in each service. */
async function left(service: Service): Promise<unknown> {
  const { deliveries, key_file } = service.settings;
  const pseudonym = createPseudonymiser(readKey(key_file, undefined))('C7');
  const decisions = readDecisions(decisionsFile(deliveries));
  return {
    rows: await rowsOf(service, pseudonym),
    deliveries: readLedger(deliveries).map(({ extract }) => extract),
    decisions: decisions.map(({ person, says }) => `${person} ${says}`),
  };
}

it('an erasure killed at any write and run again leaves the same store as one that was not killed', async () => {
  vi.stubEnv('BOARDPACK_KEY', undefined);
  const calm = await serviceWithChild();
  decide(calm);
  const writes = erasedUntil(calm, 0);
  const wanted = await left(calm);
  expect(wanted).toMatchObject({ rows: 0, decisions: ['p3 same'] });
  expect(writes.filter((name) => name === 'append')).toHaveLength(1);
  for (const at of writes.keys()) {
    const service = await serviceWithChild();
    decide(service);
    expect(erasedUntil(service, at + 1)).toEqual(writes.slice(0, at + 1));
    await askedAgain(service);
    expect(await left(service)).toEqual(wanted);
  }
});
