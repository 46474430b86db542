// A schedule and a clock → its jobs run when due, one at a time, until the signal.
import { runAttempt, recordCrashes, readPlanInput, type JobRunner } from './attempt.js';
import { MINUTE, type Instant } from './london.js';
import { planRuns } from './plan.js';

/** Maximum sleep between clock checks: the clock may be corrected, or the computer may have slept. */
const MAX_SLEEP = 5 * MINUTE;

/** Serves a schedule until the signal. A run in progress is finished first. */
export async function serveSchedule(runner: JobRunner, signal: AbortSignal): Promise<void> {
  const { clock } = runner;
  recordWatch(runner, 'watching');
  while (!signal.aborted) {
    const next = await runNextDue(runner);
    const wait = Math.min(next - clock.now(), MAX_SLEEP);
    if (wait > 0) await clock.sleep(wait, signal);
  }
  recordWatch(runner, 'left');
}

/** Makes the first due run, if any; returns when to check again. */
async function runNextDue(runner: JobRunner): Promise<Instant> {
  const { clock, acquireLock } = runner;
  const now = clock.now();
  const { dueRuns, upcoming } = planRuns(readPlanInput(runner), now);
  const open = readPlanInput(runner).runs.some(({ state }) => state === 'open');
  if (dueRuns.length === 0 && !open)
    return Math.min(await runner.sendPending(), ...upcoming.map(({ at }) => at ?? Infinity));
  const release = acquireLock();
  if (!release) return now + MINUTE;
  try {
    recordCrashes(runner);
    // Planned again: another process may have done the run while the lock was being acquired.
    const [dueRun] = planRuns(readPlanInput(runner), clock.now()).dueRuns;
    if (dueRun) await runAttempt(runner, dueRun);
  } finally {
    release();
  }
  await runner.sendPending();
  return clock.now();
}

function recordWatch({ history, clock, schedule }: JobRunner, event: 'watching' | 'left'): void {
  const at = new Date(clock.now()).toISOString();
  const jobs = schedule.jobs.map(({ name }) => name);
  history.append({ event, at, jobs, pid: process.pid });
}
