// The schedule, its history and the time → which runs are due now, which were missed, and when to check again.
import { addDays } from '../domain/period.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { Job, Schedule } from './declaration.js';
import { parseTime, londonDay, MINUTE, type Instant } from './london.js';
import { findNextOccurrence, listOccurrences, type Occurrence } from './occurrences.js';
import type { Run } from './job-runs.js';
import type { BankHolidays } from './working-days.js';

/** One due run: for the latest period, replacing those missed before it. */
interface PlannedRun extends Occurrence {
  readonly job: Job;
  readonly attempt: number;
  readonly missed: readonly Occurrence[];
}

/** When a job runs next, and why; null if that cannot be known. */
export interface UpcomingRun {
  readonly job: Job;
  readonly at: Instant | null;
  readonly why: 'due' | 'retry' | 'owed';
}

/** The due and upcoming runs. */
export interface Plan {
  /** In the order in which jobs are declared. */
  readonly dueRuns: readonly PlannedRun[];
  readonly upcoming: readonly UpcomingRun[];
  /** Why a job's day cannot be determined. */
  readonly problems: readonly Problem[];
}

/** The input of a plan. */
export interface PlanInput {
  readonly schedule: Schedule;
  readonly holidays: BankHolidays;
  readonly runs: readonly Run[];
  readonly watched: ReadonlyMap<string, Instant>;
}

/** Plans every job at a moment. Changes nothing, and the same history gives the same plan. */
export function planRuns(input: PlanInput, now: Instant): Plan {
  const dueRuns: PlannedRun[] = [];
  const upcoming: UpcomingRun[] = [];
  const problems: Problem[] = [];
  for (const job of input.schedule.jobs)
    try {
      const planned = planJob(job, input, now);
      if ('missed' in planned) dueRuns.push(planned);
      upcoming.push('missed' in planned ? { job, at: planned.due, why: 'due' } : planned);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
      upcoming.push({ job, at: null, why: 'due' });
    }
  return { dueRuns, upcoming, problems };
}

/** Calculates the wait after an attempt: each wait is twice the one before. */
export function calculateRetryWait(attempt: number, { first_wait }: Schedule['retry']): number {
  return first_wait * 2 ** (attempt - 1) * MINUTE;
}

/** Whether the failure is transient and attempts remain. */
export function canRetry({ state, attempt }: Run, { times }: Schedule['retry']): boolean {
  return (state === 'computer' || state === 'crashed') && attempt <= times;
}

function planJob(job: Job, input: PlanInput, now: Instant): PlannedRun | UpcomingRun {
  const { holidays, schedule, runs } = input;
  const own = runs.filter((run) => run.job === job.name && run.due !== null);
  const last = own.at(-1);
  const since = last?.due ?? input.watched.get(job.name) ?? now;
  const due = listOccurrences(job, since, now, holidays);
  const latest = due.at(-1);
  const owed = last && isOverdue(job, last, runs) ? last : null;
  if (latest) {
    const before = owed ? [{ due: owed.due ?? since, period: owed.period }] : [];
    return { ...latest, job, attempt: 1, missed: [...before, ...due.slice(0, -1)] };
  }
  if (last && canRetry(last, schedule.retry)) return planRetry(job, last, schedule, now);
  if (owed) return planOverdueRun(job, owed, now);
  return { job, at: findNextOccurrence(job, now, holidays).due, why: 'due' };
}

function planRetry(
  job: Job,
  last: Run,
  { retry }: Schedule,
  now: Instant,
): PlannedRun | UpcomingRun {
  const at = (last.ended ?? last.begun) + calculateRetryWait(last.attempt, retry);
  if (at > now) return { job, at, why: 'retry' };
  const { due, period, attempt } = last;
  return { job, due: due ?? at, period, attempt: attempt + 1, missed: [] };
}

/** A monthly or quarterly job that did not succeed is tried again each day, at its time, until it does. */
function planOverdueRun(job: Job, last: Run, now: Instant): PlannedRun | UpcomingRun {
  const next = parseTime(addDays(londonDay(last.due ?? last.begun), 1), job.at);
  if (next > now) return { job, at: next, why: 'owed' };
  const today = parseTime(londonDay(now), job.at);
  const due = today > now ? parseTime(addDays(londonDay(now), -1), job.at) : today;
  return { job, due: Math.max(due, next), period: last.period, attempt: 1, missed: [] };
}

function isOverdue(job: Job, last: Run, runs: readonly Run[]): boolean {
  if (job.every !== 'month' && job.every !== 'quarter') return false;
  return !runs.some(
    (run) => run.job === job.name && run.period === last.period && run.state === 'done',
  );
}
