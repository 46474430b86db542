// Missed runs that a person has seen: listed until then, and no more.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { boardpack, removeServices, serviceLike } from '../end-to-end/service.js';

const AT = '2026-03-02T02:00:00.000Z';
const RUN = `${AT} take-in`;
const HISTORY = [
  {
    ...{ event: 'begun', at: AT, run: RUN, job: 'take-in', does: 'take in', period: '2026-03-02' },
    ...{ due: AT, attempt: 1, pid: 1 },
    missed: [{ due: '2026-03-01T02:00:00.000Z', period: '2026-03-01' }],
  },
  { event: 'ended', at: AT, run: RUN, status: 0, found: [], taken: [], packs: [] },
];

let settings: string;
let history: string;
beforeEach(() => {
  const service = serviceLike('reports/service.yaml');
  settings = service.settings;
  history = join(service.folder, 'history', 'runs.jsonl');
  writeFileSync(
    join(service.folder, 'schedule.yaml'),
    "jobs:\n  take-in: {does: take in, every: day, at: '02:00'}\n",
  );
  mkdirSync(join(service.folder, 'history'));
  writeFileSync(history, HISTORY.map((line) => `${JSON.stringify(line)}\n`).join(''));
});
afterAll(removeServices);

test('a missed run is listed until somebody says that it was seen, and who did is kept', async () => {
  const before = await boardpack('status', '--settings', settings);
  expect(before.stdout).toContain('take-in (2026-03-01), due 2026-03-01 02:00');
  const seen = ['--acknowledge', '--by', 'information officer'];
  const after = await boardpack('status', '--settings', settings, ...seen);
  expect(after.stdout).toContain('Missed: none');
  expect((await boardpack('status', '--settings', settings)).stdout).toContain('Missed: none');
  const [last = ''] = readFileSync(history, 'utf8').trim().split('\n').slice(-1);
  expect(JSON.parse(last)).toMatchObject({ event: 'acknowledged', by: 'information officer' });
});

test('nobody acknowledges without saying who', async () => {
  const { status, stderr } = await boardpack('status', '--settings', settings, '--acknowledge');
  expect(status).toBe(2);
  expect(stderr).toContain('--acknowledge needs --by');
  expect(readFileSync(history, 'utf8')).not.toContain('acknowledged');
});
