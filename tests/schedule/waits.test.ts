// A pack on its day while extracts are still to come: it waits, and then it is built, and says without what.
import { mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createJobRunner } from '../../pipeline/commands/job-runner.js';
import { statusPage } from '../../pipeline/commands/status-page.js';
import { bankHolidaysFile, projectFolder } from '../../pipeline/config/project.js';
import { readSettings } from '../../pipeline/config/settings.js';
import type { Clock } from '../../pipeline/schedule/clock.js';
import { readSchedule } from '../../pipeline/schedule/declaration.js';
import { openHistory } from '../../pipeline/schedule/history.js';
import { createRunJob } from '../../pipeline/schedule/jobs.js';
import { listRuns, type Run } from '../../pipeline/schedule/job-runs.js';
import { parseTime, londonDay, type Instant } from '../../pipeline/schedule/london.js';
import { planRuns } from '../../pipeline/schedule/plan.js';
import { serveSchedule } from '../../pipeline/schedule/serve.js';
import { readBankHolidays } from '../../pipeline/schedule/working-days.js';
import { emptyFolder } from '../deliveries/folder.js';
import { CHILDREN, projectOf, VISITS } from '../deliveries/service.js';
import { SMALL_SETTINGS } from './small-settings.js';

const PROJECT = { ...projectOf([CHILDREN, VISITS]), folder: projectFolder() };
const HOLIDAYS = readBankHolidays(bankHolidaysFile(projectFolder()));
const SETTINGS = `${SMALL_SETTINGS}receipts: receipts.yaml
`;
// The quarter ends on 31 March 2026: children are due by 20 April, visits by 10 May.
const RECEIPTS = `- {extracts: [children], from: {en: Case system, cy: System achosion}, every: quarter, due: 20}
- {extracts: [visits], from: {en: Partner, cy: Partner}, every: quarter, due: 40}
`;
// The tenth working day after 31 March 2026 is 16 April: Good Friday and Easter Monday are not working days.
const SCHEDULE = `jobs:
  pack: {does: build pack, every: quarter, on: {working_day: 10}, at: '05:00', waits: true}
`;

let folder: string;
beforeEach(() => {
  folder = emptyFolder();
  for (const place of ['in', 'ref']) mkdirSync(join(folder, place));
  writeFileSync(join(folder, 'receipts.yaml'), RECEIPTS);
  writeFileSync(join(folder, 'schedule.yaml'), SCHEDULE);
});

function arrive(name: string, lines: readonly string[], day: string): void {
  const path = join(folder, 'in', name);
  writeFileSync(path, lines.join('\n') + '\n');
  const at = parseTime(day, '12:00') / 1000;
  utimesSync(path, at, at);
}

/** The runs of the schedule from 10 April to a day, with files that arrive at noon on their days. */
async function serve(
  until: string,
  days: Readonly<Record<string, () => void>>,
  settings = SETTINGS,
): Promise<readonly Run[]> {
  const file = join(folder, 'service.yaml');
  writeFileSync(file, settings);
  const stop = new AbortController();
  let now = parseTime('2026-04-10', '12:00');
  const left = Object.entries(days).map(([day, act]) => ({ at: parseTime(day, '12:00'), act }));
  const clock: Clock = {
    now: () => now,
    sleep(milliseconds) {
      now += milliseconds;
      while (left[0] && left[0].at <= now) left.shift()?.act();
      if (now >= parseTime(until, '12:00')) stop.abort();
      return Promise.resolve();
    },
  };
  const schedule = readSchedule(join(folder, 'schedule.yaml'));
  const history = openHistory(schedule.history);
  const service = {
    ...{ project: PROJECT, folder: PROJECT.folder, file, schedule, history, holidays: HOLIDAYS },
    settings: readSettings(file),
  };
  const silent = { say: () => undefined, progress: () => undefined };
  const runJob = createRunJob({
    ...{ project: PROJECT, settings: () => readSettings(file), progress: silent.progress },
    watch: { now: () => now, wait: () => Promise.resolve() },
    build: () =>
      Promise.resolve({ receipts: [], diffs: [], known: new Map(), problems: [], folders: [] }),
  });
  await serveSchedule(
    { ...createJobRunner(service, clock, stop.signal, silent), runJob },
    stop.signal,
  );
  return listRuns(history.read().events);
}

function describeRuns(runs: readonly Run[]): string[] {
  return runs.map(({ begun, state, awaited, without }) =>
    [
      londonDay(begun),
      state,
      ...awaited.map((each) => `+${each}`),
      ...without.map((each) => `-${each}`),
    ].join(' '),
  );
}

const sendChildren = (day: string) => (): void => {
  arrive(
    'children.csv',
    ['child_id,surname,home,known_since', 'C1,Enghraifft,Home,2026-01-05'],
    day,
  );
};
const sendVisits = (day: string) => (): void => {
  arrive('visits.csv', ['visit_id,child_id', 'V1,C1'], day);
};

describe('a pack that waits', () => {
  it('is built on the first day on which every extract has come', async () => {
    const runs = await serve('2026-05-01', {
      '2026-04-12': sendChildren('2026-04-12'),
      '2026-04-18': sendVisits('2026-04-18'),
    });
    expect(describeRuns(runs)).toEqual([
      '2026-04-16 waiting +visits',
      '2026-04-17 waiting +visits',
      '2026-04-18 waiting +visits',
      '2026-04-19 done',
    ]);
  });

  it('is built the day after an extract that does not come was due, and says that it is without it', async () => {
    const runs = await serve('2026-05-20', { '2026-04-12': sendChildren('2026-04-12') });
    expect(describeRuns(runs).slice(-3)).toEqual([
      '2026-05-09 waiting +visits',
      '2026-05-10 waiting +visits',
      '2026-05-11 done -visits',
    ]);
  });

  it('is built when the papers go out, without what is still to come', async () => {
    const settings = `${SETTINGS}board_day: 2026-04-28\npapers_out: 2026-04-21\n`;
    const runs = await serve('2026-04-30', { '2026-04-12': sendChildren('2026-04-12') }, settings);
    expect(describeRuns(runs).slice(-2)).toEqual([
      '2026-04-20 waiting +visits',
      '2026-04-21 done -visits',
    ]);
  });

  it('takes no day of papers of an earlier board for its own', async () => {
    const settings = `${SETTINGS}board_day: 2026-02-10\npapers_out: 2026-02-03\n`;
    const runs = await serve('2026-04-18', { '2026-04-12': sendChildren('2026-04-12') }, settings);
    expect(describeRuns(runs)).toEqual([
      '2026-04-16 waiting +visits',
      '2026-04-17 waiting +visits',
      '2026-04-18 waiting +visits',
    ]);
  });

  it('says once that it waits, and when it is built, without what', async () => {
    await serve('2026-05-20', { '2026-04-12': sendChildren('2026-04-12') });
    const place = join(folder, 'history', 'notices');
    const notices = readdirSync(place)
      .sort()
      .map((name) => readFileSync(join(place, name), 'utf8'));
    expect(notices).toHaveLength(2);
    expect(notices[0]).toContain('still to come: visits');
    expect(notices[0]).toContain('eto i ddod: visits');
    expect(notices[1]).toContain('built without: visits');
  });

  it('stands in status as waiting, and not as needing a person', async () => {
    const runs = await serve('2026-04-18', { '2026-04-12': sendChildren('2026-04-12') });
    const schedule = readSchedule(join(folder, 'schedule.yaml'));
    const now: Instant = parseTime('2026-04-18', '12:00');
    const watched = new Map([['pack', parseTime('2026-04-10', '12:00')]]);
    const page = statusPage({
      ...{
        service: 'Test',
        now,
        schedule,
        runs,
        events: [],
        isRunning: false,
        unsent: [],
        damaged: 0,
      },
      plan: planRuns({ schedule, holidays: HOLIDAYS, runs, watched }, now),
      ...{ seen: -Infinity, meaning: (code) => code, systems: [], neverSent: [], overdue: [] },
    });
    expect(page).toContain('Needs a person: none');
    expect(page.slice(page.indexOf('Waiting'), page.indexOf('Waiting') + 2)).toEqual([
      'Waiting',
      '  pack (2025-26 Q4): visits',
    ]);
  });
});
