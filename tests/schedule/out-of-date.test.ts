// A pack that was built, and a correction that comes after it: status and the notice say that it is out of date.
import { cpSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { boardpack, PROJECT, removeServices } from '../end-to-end/service.js';
import { ownPack } from '../end-to-end/shared.js';

const SCHEDULE = `jobs:
  take-in: {does: take in, every: day, at: '02:00'}
retry: {times: 0, first_wait: 1}
`;

afterAll(removeServices);

/** A file that was written a moment ago may still be arriving: these are from yesterday. */
function settle(folder: string): void {
  const yesterday = Date.now() / 1000 - 86_400;
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), yesterday, yesterday);
}

test('a corrected outcome makes the last pack out of date, and what came before it does not', async () => {
  const service = await ownPack('demonstration');
  const extracts = join(service.folder, 'extracts');
  cpSync(join(PROJECT, 'data-samples', 'demonstration'), extracts, { recursive: true });
  writeFileSync(join(service.folder, 'schedule.yaml'), SCHEDULE);
  const settings = readFileSync(service.settings, 'utf8').replace(
    /^extracts: .*$/m,
    'extracts: extracts',
  );
  writeFileSync(service.settings, settings.replace(/^received_on: .*\n/m, ''));
  const named = ['--settings', service.settings];

  settle(extracts);
  await boardpack('run', 'take-in', ...named);
  expect((await boardpack('status', ...named)).stdout).toContain('Out of date: none');

  // The day of the last first-time entrant's outcome is moved into the quarter after.
  const file = join(extracts, 'outcomes.csv');
  const text = readFileSync(file, 'utf8');
  const corrected = text.replace(/,(\d\d)\/03\/2023,Youth Caution/g, ',$1/04/2023,Youth Caution');
  expect(corrected).not.toBe(text);
  writeFileSync(file, corrected);
  settle(extracts);
  await boardpack('run', 'take-in', ...named);
  const { stdout } = await boardpack('status', ...named);
  expect(stdout).toMatch(
    /Out of date\n {2}2022-23 Q4: what came on \d{4}-\d\d-\d\d changes figures of it; build it again/,
  );
  const place = join(service.folder, 'history', 'notices');
  const notices = readdirSync(place).map((name) => readFileSync(join(place, name), 'utf8'));
  expect(
    notices.filter((notice) => notice.includes('changes figures of the last pack (2022-23 Q4)')),
  ).toHaveLength(1);
}, 240_000);
