// One job asked for by name → its run, tried again while its fault may pass; for timers of the system, and for people.
import { ProblemError, type Problem } from '../domain/problem.js';
import {
  runAttempt,
  recordCrashes,
  readPlanInput,
  currentLondonDay,
  type JobRequest,
  type JobRunner,
} from './attempt.js';
import type { Job } from './declaration.js';
import { MINUTE } from './london.js';
import { findLastOccurrence, listOccurrences } from './occurrences.js';
import { canRetry, calculateRetryWait } from './plan.js';
import { LATE_AFTER } from './job-runs.js';

/** Maximum wait for another run to end. */
const MAX_LOCK_WAIT = 30 * MINUTE;
const LOCK_POLL = MINUTE / 4;

/**
 * Runs one job now and returns the problems of its last attempt. It counts as the run of the job's last due time,
 * unless that has been run already; earlier missed times are listed with it. `period` requests another period.
 */
export async function runJobOnce(
  runner: JobRunner,
  job: Job,
  period: string | null,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const release = await waitUntilLocked(runner, signal);
  try {
    recordCrashes(runner);
    const request =
      period === null ? createCurrentRequest(runner, job) : createExtraRequest(job, period);
    return await runAttempts(runner, request, signal);
  } finally {
    release();
    await runner.sendPending();
  }
}

async function runAttempts(
  runner: JobRunner,
  request: JobRequest,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const { retry } = runner.schedule;
  for (let current = request; ; current = { ...current, attempt: current.attempt + 1 }) {
    const { run, problems } = await runAttempt(runner, { ...current, missed: listMissed(current) });
    if (!canRetry(run, retry) || signal.aborted) return problems;
    await runner.clock.sleep(calculateRetryWait(run.attempt, retry), signal);
  }
}

/** Missed times are listed once, with the first attempt. */
function listMissed({ attempt, missed }: JobRequest): JobRequest['missed'] {
  return attempt === 1 ? missed : [];
}

function createCurrentRequest(runner: JobRunner, job: Job): JobRequest {
  const now = runner.clock.now();
  const latest = findLastOccurrence(job, now, runner.holidays);
  if (!latest) return createExtraRequest(job, currentLondonDay(runner.clock));
  const own = readPlanInput(runner).runs.filter((run) => run.job === job.name && run.due !== null);
  // A job that never ran and is long past its time is not made up: the schedule was not served then.
  if (own.length === 0 && now - latest.due > LATE_AFTER)
    return createExtraRequest(job, latest.period);
  if (own.some(({ period, state }) => period === latest.period && state === 'done'))
    return createExtraRequest(job, latest.period);
  const last = own.at(-1)?.due ?? latest.due;
  const missed = listOccurrences(job, last, latest.due - 1, runner.holidays);
  return { ...latest, job, attempt: 1, missed };
}

function createExtraRequest(job: Job, period: string): JobRequest {
  return { job, due: null, period, attempt: 1, missed: [] };
}

async function waitUntilLocked(runner: JobRunner, signal: AbortSignal): Promise<() => void> {
  const { clock, acquireLock } = runner;
  const until = clock.now() + MAX_LOCK_WAIT;
  for (;;) {
    const release = acquireLock();
    if (release) return release;
    if (clock.now() >= until || signal.aborted) throw createBusyError();
    await clock.sleep(LOCK_POLL, signal);
  }
}

function createBusyError(): ProblemError {
  return new ProblemError([{ kind: 'computer', code: 'busy' }]);
}
