// A week of the schedule in a second: the clocks change, a run is cut off, a night is missed and a partner is late.
import { projectOf } from '../deliveries/service.js';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Service } from '../../pipeline/commands/service.js';
import { createJobRunner } from '../../pipeline/commands/job-runner.js';
import { createRunJob } from '../../pipeline/schedule/jobs.js';
import { projectFolder, type Project } from '../../pipeline/config/project.js';
import type { RunJob, JobRunner } from '../../pipeline/schedule/attempt.js';
import type { Clock } from '../../pipeline/schedule/clock.js';
import { readSchedule } from '../../pipeline/schedule/declaration.js';
import { openHistory } from '../../pipeline/schedule/history.js';
import { serveSchedule } from '../../pipeline/schedule/serve.js';
import { parseTime, londonDay, londonTime, type Instant } from '../../pipeline/schedule/london.js';
import { listRuns, type Run } from '../../pipeline/schedule/job-runs.js';
import { readBankHolidays } from '../../pipeline/schedule/working-days.js';
import { readSettings } from '../../pipeline/config/settings.js';
import { SMALL_SETTINGS } from './small-settings.js';
import { contractFrom } from '../contracts/sample.js';

const CHILDREN = contractFrom('children', {
  key: 'child_id',
  columns: {
    child_id: { type: 'child', required: true },
    surname: { type: 'personal' },
    home: { type: 'code', codes: 'place' },
  },
});
const VISITS = contractFrom('visits', {
  key: 'visit_id',
  columns: {
    visit_id: { type: 'id', required: true },
    child_id: { type: 'child', required: true, references: 'children' },
  },
});
const PROJECT: Project = { ...projectOf([CHILDREN, VISITS]), folder: projectFolder() };
const SCHEDULE = `jobs:
  take-in: {does: take in, every: day, at: '01:30'}
  pack: {does: build pack, every: quarter, on: {day: 2}, at: '05:00'}
  tell: {does: tell people, every: day, at: '07:00'}
retry: {times: 2, first_wait: 5}
`;
const CHILD = ['C90017', 'Enghraifft'];

function moment(text: string): Instant {
  const [day = '', time = ''] = text.split(' ');
  return parseTime(day, time);
}

/** A clock that only sleeping moves; `then` is what the world does at its moments. */
function clockFrom(start: string, then: readonly (readonly [string, () => void])[]): Clock {
  let now = moment(start);
  const left = then.map(([at, act]) => ({ at: moment(at), act }));
  return {
    now: () => now,
    sleep(milliseconds) {
      now += milliseconds;
      while (left[0] && left[0].at <= now) left.shift()?.act();
      return Promise.resolve();
    },
  };
}

class PowerCut extends Error {}

/** The real taking in; a pack is recorded as built of what it took in, and one run is cut off. */
function performing(real: RunJob, clock: Clock, out: string, cutOff: string): RunJob {
  let isCut = false;
  return async (job, period) => {
    if (job.does === 'take in' && londonDay(clock.now()) === cutOff && !isCut) {
      isCut = true;
      throw new PowerCut();
    }
    if (job.does !== 'build pack') return real(job, period);
    const outcome = await real({ ...job, does: 'take in' }, period);
    if (outcome.problems.length > 0) return outcome;
    mkdirSync(join(out, period), { recursive: true });
    return { ...outcome, packs: [period] };
  };
}

let folder: string;
let runs: readonly Run[];

beforeAll(async () => {
  vi.stubEnv('BOARDPACK_KEY', undefined);
  folder = mkdtempSync(join(tmpdir(), 'boardpack-week-'));
  for (const place of ['in', 'ref']) mkdirSync(join(folder, place));
  writeFileSync(join(folder, 'service.yaml'), SMALL_SETTINGS);
  writeFileSync(join(folder, 'schedule.yaml'), SCHEDULE);
  let stop = new AbortController();
  const clock = clockFrom('2026-03-26 12:00', [
    [
      '2026-03-30 20:00',
      () => {
        stop.abort();
      },
    ],
    [
      '2026-04-02 14:00',
      () => {
        arrive('visits.csv', ['visit_id,child_id', `V1,${CHILD[0]}`]);
      },
    ],
    [
      '2026-04-04 00:00',
      () => {
        stop.abort();
      },
    ],
  ]);
  function arrive(name: string, lines: readonly string[]): void {
    writeFileSync(join(folder, 'in', name), lines.join('\n') + '\n');
    utimesSync(join(folder, 'in', name), clock.now() / 1000, clock.now() / 1000);
  }
  arrive('children.csv', ['child_id,surname,home', `${CHILD.join()},Home`]);
  const shop = workshop(clock, stop.signal);
  await expect(serveSchedule(shop, stop.signal)).rejects.toThrow(PowerCut);
  await serveSchedule(shop, stop.signal);
  await clock.sleep(moment('2026-04-01 09:00') - clock.now(), stop.signal);
  stop = new AbortController();
  await serveSchedule(shop, stop.signal);
  runs = listRuns(shop.history.read().events);
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function workshop(clock: Clock, signal: AbortSignal): JobRunner {
  const file = join(folder, 'service.yaml');
  const schedule = readSchedule(join(folder, 'schedule.yaml'));
  const service: Service & { project: Project } = {
    ...{ project: PROJECT, folder: PROJECT.folder, file, schedule, settings: readSettings(file) },
    holidays: readBankHolidays(join(projectFolder(), 'queries/reference/bank_holidays.csv')),
    history: openHistory(schedule.history),
  };
  const silent = { say: () => undefined, progress: () => undefined };
  const watch = { now: () => clock.now(), wait: () => Promise.resolve() };
  const progress = silent.progress;
  const real = createRunJob({
    project: PROJECT,
    settings: () => readSettings(file),
    watch,
    progress,
  });
  const perform = performing(real, clock, join(folder, 'packs'), '2026-03-28');
  return { ...createJobRunner(service, clock, signal, silent), runJob: perform };
}

function told(job: string): string[] {
  return runs
    .filter((run) => run.job === job)
    .map(({ begun, attempt, state, missed, period }) => {
      const listed = missed.map((each) => ` -${each.period}`).join('');
      return `${londonDay(begun)} ${londonTime(begun)} ${period} #${attempt} ${state}${listed}`;
    });
}

function notices(): Map<string, string> {
  const place = join(folder, 'history', 'notices');
  return new Map(
    readdirSync(place)
      .sort()
      .map((name) => [name, readFileSync(join(place, name), 'utf8')]),
  );
}

describe('a week of the schedule', () => {
  it('ingests once each night, retries a run that was cut off, and makes up the latest missed night', () => {
    expect(told('take-in')).toEqual([
      '2026-03-27 01:30 2026-03-27 #1 person',
      '2026-03-28 01:30 2026-03-28 #1 crashed',
      '2026-03-28 01:35 2026-03-28 #2 person',
      // The night the clocks go forward: there is no 01:30.
      '2026-03-29 02:30 2026-03-29 #1 person',
      '2026-03-30 01:30 2026-03-30 #1 person',
      '2026-04-01 09:00 2026-04-01 #1 person -2026-03-31',
      '2026-04-02 01:30 2026-04-02 #1 person',
      '2026-04-03 01:30 2026-04-03 #1 done',
    ]);
  });

  it('builds only the quarter’s pack, the day after the partner’s file arrived', () => {
    expect(told('pack')).toEqual([
      '2026-04-02 05:00 2025-26 Q4 #1 person',
      '2026-04-03 05:00 2025-26 Q4 #1 done',
    ]);
    expect(readdirSync(join(folder, 'packs'))).toEqual(['2025-26 Q4']);
  });

  it('records what was wrong, and when it was corrected', () => {
    const [first] = runs.filter(({ job }) => job === 'take-in');
    expect(first?.found).toEqual([
      { code: 'missing-extract', kind: 'data', extract: 'visits', count: 1 },
    ]);
    expect(runs.at(-2)?.taken.map(({ extract }) => extract)).toEqual(['children', 'visits']);
  });

  it('notifies people once of each fault, of the waiting pack and the built pack, and daily of everything', () => {
    const names = [...notices().keys()];
    expect(names.filter((name) => name.includes('take-in'))).toHaveLength(1);
    expect(names.filter((name) => name.includes('-pack-'))).toEqual([
      expect.stringContaining('2026-04-02') as string,
      expect.stringContaining('2026-04-03') as string,
    ]);
    expect(names.filter((name) => name.includes('-tell-'))).toHaveLength(7);
    expect([...notices().values()].join('')).toContain('visits: ni ddaeth ffeil');
  });

  it('never overlaps runs, and leaves no run open', () => {
    runs.forEach((run, at) => {
      expect(run.state).not.toBe('open');
      expect(run.begun).toBeGreaterThanOrEqual(runs[at - 1]?.ended ?? run.begun);
    });
  });

  it('writes nothing about a child into its history or its notices', () => {
    const history = readFileSync(join(folder, 'history', 'runs.jsonl'), 'utf8');
    for (const text of [history, ...notices().values()])
      for (const secret of CHILD) expect(text).not.toContain(secret);
  });
});
