// The schedule, its history and the time → what is to be run now, what was missed, and when to look again.
import { addDays } from '../domain/period.js';
import { Stopped, type Problem } from '../domain/problem.js';
import type { Job, Schedule } from './declaration.js';
import { instantAt, londonDay, MINUTE, type Instant } from './london.js';
import { nextOccurrence, occurrences, type Occurrence } from './occurrences.js';
import type { Run } from './job-runs.js';
import type { BankHolidays } from './working-days.js';

/** One run that is to be made: of the latest period, standing for those missed before it. */
export interface Step extends Occurrence {
  readonly job: Job;
  readonly attempt: number;
  readonly missed: readonly Occurrence[];
}

/** When a job runs next, whatever for; null where that cannot be known. */
export interface Coming {
  readonly job: Job;
  readonly at: Instant | null;
  readonly why: 'due' | 'retry' | 'owed';
}

/** What is to be done. */
export interface Plan {
  /** In the order in which the jobs are declared. */
  readonly steps: readonly Step[];
  readonly coming: readonly Coming[];
  /** Why the day of a job cannot be known. */
  readonly problems: readonly Problem[];
}

/** What a plan is made of. */
export interface Known {
  readonly schedule: Schedule;
  readonly holidays: BankHolidays;
  readonly runs: readonly Run[];
  readonly watched: ReadonlyMap<string, Instant>;
}

/** Plans every job at a moment. It changes nothing, and the same history gives the same plan. */
export function planAt(known: Known, now: Instant): Plan {
  const steps: Step[] = [];
  const coming: Coming[] = [];
  const problems: Problem[] = [];
  for (const job of known.schedule.jobs)
    try {
      const planned = planJob(job, known, now);
      if ('missed' in planned) steps.push(planned);
      coming.push('missed' in planned ? { job, at: planned.due, why: 'due' } : planned);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      problems.push(...error.problems);
      coming.push({ job, at: null, why: 'due' });
    }
  return { steps, coming, problems };
}

/** How long to wait after an attempt before the next: each wait is twice the one before. */
export function waitAfter(attempt: number, { first_wait }: Schedule['retry']): number {
  return first_wait * 2 ** (attempt - 1) * MINUTE;
}

/** Whether a fault may pass by itself, and has tries left. */
export function mayRetry({ state, attempt }: Run, { times }: Schedule['retry']): boolean {
  return (state === 'computer' || state === 'crashed') && attempt <= times;
}

function planJob(job: Job, known: Known, now: Instant): Step | Coming {
  const { holidays, schedule, runs } = known;
  const own = runs.filter((run) => run.job === job.name && run.due !== null);
  const last = own.at(-1);
  const since = last?.due ?? known.watched.get(job.name) ?? now;
  const due = occurrences(job, since, now, holidays);
  const latest = due.at(-1);
  const owed = last && isOwed(job, last, runs) ? last : null;
  if (latest) {
    const before = owed ? [{ due: owed.due ?? since, period: owed.period }] : [];
    return { ...latest, job, attempt: 1, missed: [...before, ...due.slice(0, -1)] };
  }
  if (last && mayRetry(last, schedule.retry)) return retried(job, last, schedule, now);
  if (owed) return owing(job, owed, now);
  return { job, at: nextOccurrence(job, now, holidays).due, why: 'due' };
}

function retried(job: Job, last: Run, { retry }: Schedule, now: Instant): Step | Coming {
  const at = (last.ended ?? last.begun) + waitAfter(last.attempt, retry);
  if (at > now) return { job, at, why: 'retry' };
  const { due, period, attempt } = last;
  return { job, due: due ?? at, period, attempt: attempt + 1, missed: [] };
}

/** A month's or quarter's job that did not succeed is tried again each day, at its time, until it does. */
function owing(job: Job, last: Run, now: Instant): Step | Coming {
  const next = instantAt(addDays(londonDay(last.due ?? last.begun), 1), job.at);
  if (next > now) return { job, at: next, why: 'owed' };
  const today = instantAt(londonDay(now), job.at);
  const due = today > now ? instantAt(addDays(londonDay(now), -1), job.at) : today;
  return { job, due: Math.max(due, next), period: last.period, attempt: 1, missed: [] };
}

function isOwed(job: Job, last: Run, runs: readonly Run[]): boolean {
  if (job.every !== 'month' && job.every !== 'quarter') return false;
  return !runs.some(
    (run) => run.job === job.name && run.period === last.period && run.state === 'done',
  );
}
