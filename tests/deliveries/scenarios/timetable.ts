// Scenarios of the timetable, kept by a clock that only sleeping moves: a computer that was off, a run that takes days.
import { join } from 'node:path';
import { expect } from 'vitest';
import { bankHolidaysFile, projectFolder } from '../../../pipeline/config/project.js';
import type { JobRunner } from '../../../pipeline/schedule/attempt.js';
import type { Schedule } from '../../../pipeline/schedule/declaration.js';
import { openHistory } from '../../../pipeline/schedule/history.js';
import { serveSchedule } from '../../../pipeline/schedule/serve.js';
import { parseTime, londonDay, MINUTE } from '../../../pipeline/schedule/london.js';
import { isRunLate, listRuns } from '../../../pipeline/schedule/job-runs.js';
import { readBankHolidays } from '../../../pipeline/schedule/working-days.js';
import { emptyFolder } from '../folder.js';

const HOUR = 60 * MINUTE;

/** A nightly job, kept from one midnight until another; gives its runs, each with the nights that it stands for. */
class Timetable {
  #now = parseTime('2026-03-02', '12:00');
  #running = 0;
  readonly #folder = emptyFolder();

  async keepUntil(day: string, hours: (day: string) => number): Promise<void> {
    const stop = new AbortController();
    const until = parseTime(day, '12:00');
    const sleep = (milliseconds: number): Promise<void> => {
      this.#now += milliseconds;
      if (this.#now >= until) stop.abort();
      return Promise.resolve();
    };
    const schedule: Schedule = {
      ...{ file: 'schedule.yaml', history: this.#folder, retry: { times: 2, first_wait: 5 } },
      jobs: [{ name: 'take-in', does: 'take in', every: 'day', at: '01:30' }],
      notices: { folder: join(this.#folder, 'notices'), email: null },
    };
    const shop: JobRunner = {
      ...{ schedule, holidays: readBankHolidays(bankHolidaysFile(projectFolder())) },
      ...{ history: openHistory(this.#folder), clock: { now: () => this.#now, sleep } },
      runJob: async (_job, period) => {
        this.#running += 1;
        expect(this.#running).toBe(1);
        await sleep(hours(period) * HOUR);
        this.#running -= 1;
        return { problems: [], taken: [], packs: [] };
      },
      ...{
        acquireLock: () => () => undefined,
        sendPending: () => Promise.resolve(Infinity),
        report: () => undefined,
      },
    };
    await serveSchedule(shop, stop.signal);
  }

  off(until: string): void {
    this.#now = parseTime(until, '12:00');
  }

  runs(): string[] {
    return listRuns(openHistory(this.#folder).read().events).map((run) => {
      const { begun, period, missed } = run;
      const passed = missed.map((each) => ` -${each.period}`).join('');
      return `${londonDay(begun)}: ${period}${passed}${isRunLate(run) ? ' made up' : ''}`;
    });
  }
}

/** Off for three nights: one run for the last of them, which lists the two before. */
export async function missedSchedule(): Promise<void> {
  const timetable = new Timetable();
  const anHour = (): number => 1;
  await timetable.keepUntil('2026-03-03', anHour);
  timetable.off('2026-03-06');
  await timetable.keepUntil('2026-03-07', anHour);
  expect(timetable.runs()).toEqual([
    '2026-03-03: 2026-03-03',
    '2026-03-06: 2026-03-06 -2026-03-04 -2026-03-05 made up',
    '2026-03-07: 2026-03-07',
  ]);
}

/**
 * A run of fifty hours: at the times that fall in it nothing begins. Both are passed over and reported as such; the work
 * of the latest is made up once, after it, so that a quarter's pack is not lost to a long night's run.
 */
export async function overlap(): Promise<void> {
  const timetable = new Timetable();
  await timetable.keepUntil('2026-03-06', (period) => (period === '2026-03-03' ? 50 : 1));
  expect(timetable.runs()).toEqual([
    '2026-03-03: 2026-03-03',
    '2026-03-05: 2026-03-05 -2026-03-04 made up',
    '2026-03-06: 2026-03-06',
  ]);
}
