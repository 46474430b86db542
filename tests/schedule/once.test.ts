// boardpack run, by a clock that only sleeping moves: which run it counts as, its retries, and another process's lock.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../pipeline/domain/problem.js';
import { bankHolidaysFile, projectFolder } from '../../pipeline/config/project.js';
import type { JobOutcome, LocatedProblem, JobRunner } from '../../pipeline/schedule/attempt.js';
import type { Job } from '../../pipeline/schedule/declaration.js';
import { openHistory } from '../../pipeline/schedule/history.js';
import { parseTime, londonDay, londonTime } from '../../pipeline/schedule/london.js';
import { runJobOnce } from '../../pipeline/schedule/run-due-jobs.js';
import { isRunLate, listRuns } from '../../pipeline/schedule/job-runs.js';
import { readBankHolidays } from '../../pipeline/schedule/working-days.js';
import { emptyFolder } from '../deliveries/folder.js';

const JOB: Job = { name: 'take-in', does: 'take in', every: 'day', at: '02:00' };
const HOLIDAYS = readBankHolidays(bankHolidaysFile(projectFolder()));

function problem(kind: LocatedProblem['kind']): LocatedProblem {
  return { kind, code: 'computer', extract: null };
}

/** A service whose job comes to what is said of each of its tries in turn, and then to nothing wrong. */
class Night {
  #now = 0;
  readonly #history = openHistory(emptyFolder());
  readonly outcomes: (readonly LocatedProblem[])[] = [];
  isLocked = (): boolean => false;

  async run(day: string, time: string): Promise<unknown> {
    this.#now = parseTime(day, time);
    const perform = (): Promise<JobOutcome> =>
      Promise.resolve({ problems: this.outcomes.shift() ?? [], taken: [], packs: [] });
    const sleep = (milliseconds: number): Promise<void> => {
      this.#now += milliseconds;
      return Promise.resolve();
    };
    const shop: JobRunner = {
      schedule: {
        ...{ file: 'schedule.yaml', history: join(this.#history.file, '..'), jobs: [JOB] },
        ...{ retry: { times: 2, first_wait: 5 }, notices: { folder: '', email: null } },
      },
      ...{ holidays: HOLIDAYS, history: this.#history, runJob: perform },
      clock: { now: () => this.#now, sleep },
      acquireLock: () => (this.isLocked() ? null : () => undefined),
      ...{ sendPending: () => Promise.resolve(Infinity), report: () => undefined },
    };
    return runJobOnce(shop, JOB, null, new AbortController().signal);
  }

  runs(): string[] {
    return listRuns(this.#history.read().events).map((run) => {
      const { begun, due, period, attempt, missed, state } = run;
      const at = `${londonDay(begun)} ${londonTime(begun)}`;
      const counts = due === null ? 'out of turn' : `for ${period}`;
      const passed = missed.map((each) => ` -${each.period}`).join('');
      return `${at} ${counts} #${attempt} ${state}${passed}${isRunLate(run) ? ' made up' : ''}`;
    });
  }
}

describe('a job run by name', () => {
  it('counts once as the run of its last due time', async () => {
    const night = new Night();
    await night.run('2026-03-02', '02:00');
    await night.run('2026-03-02', '12:00');
    await night.run('2026-03-03', '02:01');
    expect(night.runs()).toEqual([
      '2026-03-02 02:00 for 2026-03-02 #1 done',
      '2026-03-02 12:00 out of turn #1 done',
      '2026-03-03 02:01 for 2026-03-03 #1 done',
    ]);
  });

  it('makes up the latest missed run and lists the others, but nothing if it never ran', async () => {
    const night = new Night();
    await night.run('2026-03-02', '12:00');
    await night.run('2026-03-03', '02:00');
    await night.run('2026-03-06', '08:00');
    expect(night.runs()).toEqual([
      '2026-03-02 12:00 out of turn #1 done',
      '2026-03-03 02:00 for 2026-03-03 #1 done',
      '2026-03-06 08:00 for 2026-03-06 #1 done -2026-03-04 -2026-03-05 made up',
    ]);
  });

  it('is retried while the failure is transient, after growing waits, up to the limit', async () => {
    const night = new Night();
    night.outcomes.push([problem('computer')], [problem('note')]);
    await night.run('2026-03-02', '02:00');
    for (let tries = 0; tries < 5; tries += 1) night.outcomes.push([problem('computer')]);
    expect(await night.run('2026-03-03', '02:00')).toMatchObject([{ kind: 'computer' }]);
    expect(night.runs()).toEqual([
      '2026-03-02 02:00 for 2026-03-02 #1 computer',
      '2026-03-02 02:05 for 2026-03-02 #2 done',
      '2026-03-03 02:00 for 2026-03-03 #1 computer',
      '2026-03-03 02:05 for 2026-03-03 #2 computer',
      '2026-03-03 02:15 for 2026-03-03 #3 computer',
    ]);
  });

  it.each(['data', 'declaration', 'bug'] as const)(
    'is not retried after a problem of kind %s',
    async (kind) => {
      const night = new Night();
      night.outcomes.push([problem(kind)], [problem(kind)]);
      await night.run('2026-03-02', '02:00');
      expect(night.runs()).toHaveLength(1);
    },
  );

  it('waits for another run, and gives up after half an hour without starting', async () => {
    const night = new Night();
    let looks = 0;
    night.isLocked = () => (looks += 1) < 5;
    await night.run('2026-03-02', '02:00');
    expect(night.runs()).toEqual(['2026-03-02 02:01 for 2026-03-02 #1 done']);
    night.isLocked = () => true;
    const given = await night.run('2026-03-03', '02:00').catch((error: unknown) => error);
    expect((given as ProblemError).problems).toMatchObject([{ kind: 'computer', code: 'busy' }]);
    expect(night.runs()).toHaveLength(1);
  });
});
