// When jobs are due, which missed runs are made up and which failures are retried: the plan alone, at chosen moments.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../pipeline/config/project.js';
import type { Job, Schedule } from '../../pipeline/schedule/declaration.js';
import { parseTime, MINUTE, type Instant } from '../../pipeline/schedule/london.js';
import {
  findLastOccurrence,
  findNextOccurrence,
  listOccurrences,
} from '../../pipeline/schedule/occurrences.js';
import { planRuns, type Plan } from '../../pipeline/schedule/plan.js';
import type { Run, RunState } from '../../pipeline/schedule/job-runs.js';
import { readBankHolidays } from '../../pipeline/schedule/working-days.js';

const HOLIDAYS = readBankHolidays(join(projectFolder(), 'queries/reference/bank_holidays.csv'));
const NIGHTLY: Job = { name: 'take-in', does: 'take in', every: 'day', at: '01:30' };
const WORKED: Job = { name: 'check', does: 'check', every: 'working day', at: '06:00' };
const PACK: Job = {
  ...{ name: 'pack', does: 'build pack', every: 'quarter', at: '05:00' },
  on: { working_day: 10 },
};

function moment(text: string): Instant {
  const [day = '', time = '00:00'] = text.split(' ');
  return parseTime(day, time);
}

function days(job: Job, from: string, to: string): string[] {
  return listOccurrences(job, moment(from), moment(to), HOLIDAYS).map(({ period }) => period);
}

describe('when a job falls due', () => {
  it('a nightly job runs once on each day of a spring and an autumn clock change', () => {
    const spring = listOccurrences(NIGHTLY, moment('2026-03-28'), moment('2026-03-31'), HOLIDAYS);
    expect(spring.map(({ due }) => new Date(due).toISOString())).toEqual([
      '2026-03-28T01:30:00.000Z',
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
    expect(days(NIGHTLY, '2026-10-24', '2026-10-27')).toEqual([
      '2026-10-24',
      '2026-10-25',
      '2026-10-26',
    ]);
  });

  it('a job on working days skips weekends and Easter', () => {
    expect(days(WORKED, '2026-04-01', '2026-04-09')).toEqual([
      ...['2026-04-01', '2026-04-02', '2026-04-07', '2026-04-08'],
    ]);
  });

  it('a job on a weekday, a day of the month or of the quarter is about the period before', () => {
    const fridays: Job = { ...NIGHTLY, every: 'friday' };
    expect(days(fridays, '2026-03-01', '2026-03-21')).toEqual([
      ...['2026-03-06', '2026-03-13', '2026-03-20'],
    ]);
    const monthly: Job = { ...NIGHTLY, every: 'month', on: { day: 5 } };
    expect(listOccurrences(monthly, moment('2026-01-01'), moment('2026-03-06'), HOLIDAYS)).toEqual([
      { due: moment('2026-01-05 01:30'), period: '2025-12' },
      { due: moment('2026-02-05 01:30'), period: '2026-01' },
      { due: moment('2026-03-05 01:30'), period: '2026-02' },
    ]);
    expect(findNextOccurrence(PACK, moment('2025-12-31'), HOLIDAYS)).toEqual({
      due: moment('2026-01-15 05:00'),
      period: '2025-26 Q3',
    });
    const late: Job = { ...PACK, on: { day: 90 } };
    expect(findLastOccurrence(late, moment('2026-03-30'), HOLIDAYS)?.period).toBe('2025-26 Q2');
    expect(findLastOccurrence(late, moment('2026-04-01'), HOLIDAYS)?.period).toBe('2025-26 Q3');
  });
});

const SCHEDULE: Schedule = {
  file: 'schedule.yaml',
  history: 'history',
  jobs: [NIGHTLY, PACK],
  retry: { times: 2, first_wait: 5 },
  notices: { folder: 'notices', email: null },
};

function ran(job: Job, due: string, period: string, state: RunState, attempt = 1): Run {
  const at = moment(due);
  return {
    ...{ id: `${due} ${job.name} ${attempt}`, job: job.name, does: job.does, due: at, period },
    ...{ attempt, missed: [], begun: at, ended: at + MINUTE, state, found: [], taken: [] },
    packs: [],
    ...{ awaited: [], without: [], outOfDate: [] },
  };
}

function plan(now: string, runs: readonly Run[], watched = '2026-03-01'): Plan {
  const since = new Map(SCHEDULE.jobs.map(({ name }) => [name, moment(watched)]));
  return planRuns({ schedule: SCHEDULE, holidays: HOLIDAYS, runs, watched: since }, moment(now));
}

function told({ dueRuns: steps }: Plan): string[] {
  return steps.map(
    ({ job, period, attempt, missed }) =>
      `${job.name} ${period} #${attempt}${missed.map((each) => ` -${each.period}`).join('')}`,
  );
}

describe('a plan', () => {
  const last = ran(NIGHTLY, '2026-03-10 01:30', '2026-03-10', 'done');

  it('is empty before a job is due and after it has run', () => {
    expect(told(plan('2026-03-11 01:29', [last]))).toEqual([]);
    expect(told(plan('2026-03-11 01:30', [last]))).toEqual(['take-in 2026-03-11 #1']);
    const next = plan('2026-03-10 12:00', [last]).upcoming.find(({ job }) => job === NIGHTLY);
    expect(next?.at).toBe(moment('2026-03-11 01:30'));
  });

  it('makes up missed runs once, for the latest, and lists the others', () => {
    expect(told(plan('2026-03-14 09:00', [last]))).toEqual([
      'take-in 2026-03-14 #1 -2026-03-11 -2026-03-12 -2026-03-13',
    ]);
  });

  it('makes up nothing from before the schedule was first served', () => {
    expect(told(plan('2026-03-14 09:00', [], '2026-03-14 08:00'))).toEqual([]);
  });

  it('runs nothing twice after the clock was set back', () => {
    expect(told(plan('2026-03-08 09:00', [last]))).toEqual([]);
  });

  it('retries a transient failure after growing waits, and then gives up', () => {
    const first = ran(NIGHTLY, '2026-03-11 01:30', '2026-03-11', 'computer');
    expect(told(plan('2026-03-11 01:35', [last, first]))).toEqual([]);
    expect(told(plan('2026-03-11 01:36', [last, first]))).toEqual(['take-in 2026-03-11 #2']);
    const second = ran(NIGHTLY, '2026-03-11 01:30', '2026-03-11', 'crashed', 2);
    expect(told(plan('2026-03-11 01:40', [last, first, second]))).toEqual([]);
    expect(told(plan('2026-03-11 01:41', [last, first, second]))).toEqual([
      'take-in 2026-03-11 #3',
    ]);
    const third = ran(NIGHTLY, '2026-03-11 01:30', '2026-03-11', 'computer', 3);
    expect(told(plan('2026-03-11 23:00', [last, first, second, third]))).toEqual([]);
  });

  it.each(['person', 'fault'] as const)(
    'does not retry a failure that needs a person: %s',
    (state) => {
      const first = ran(NIGHTLY, '2026-03-11 01:30', '2026-03-11', state);
      expect(told(plan('2026-03-11 23:00', [last, first]))).toEqual([]);
    },
  );

  describe('of a quarter’s pack', () => {
    const night = ran(NIGHTLY, '2026-04-18 01:30', '2026-04-18', 'done');
    const failed = ran(PACK, '2026-04-16 05:00', '2025-26 Q4', 'person');

    it('tries each day until the pack is built', () => {
      expect(told(plan('2026-04-16 22:00', [night, failed]))).toEqual([]);
      expect(told(plan('2026-04-17 05:00', [night, failed]))).toEqual(['pack 2025-26 Q4 #1']);
      expect(told(plan('2026-04-18 12:00', [night, failed]))).toEqual(['pack 2025-26 Q4 #1']);
      const built = ran(PACK, '2026-04-18 05:00', '2025-26 Q4', 'done');
      expect(told(plan('2026-04-18 23:00', [night, failed, built]))).toEqual([]);
    });

    it('ends when a person has built the pack', () => {
      const byHand = { ...ran(PACK, '2026-04-17 03:00', '2025-26 Q4', 'done'), due: null };
      expect(told(plan('2026-04-18 23:00', [night, failed, byHand]))).toEqual([]);
    });

    it('is replaced by the next quarter’s pack, and listed as missed', () => {
      const july = ran(NIGHTLY, '2026-07-14 01:30', '2026-07-14', 'done');
      expect(told(plan('2026-07-14 06:00', [july, failed]))).toEqual([
        'pack 2026-27 Q1 #1 -2025-26 Q4',
      ]);
    });
  });

  it('reports a job whose day cannot be determined, and plans the others', () => {
    const night = ran(NIGHTLY, '2028-12-30 01:30', '2028-12-30', 'done');
    const pack = ran(PACK, '2028-10-13 05:00', '2028-29 Q2', 'done');
    const { upcoming: coming, problems } = plan('2028-12-30 12:00', [night, pack]);
    expect(coming.map(({ at }) => at)).toEqual([moment('2028-12-31 01:30'), null]);
    expect(problems).toMatchObject([{ kind: 'declaration', code: 'no-bank-holidays' }]);
  });
});
