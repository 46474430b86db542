// One job asked for by name → its run, tried again while its fault may pass; for timers of the system, and for people.
import { Stopped, type Problem } from '../domain/problem.js';
import { attempt, findCrashed, known, today, type Asked, type Workshop } from './attempt.js';
import type { Job } from './declaration.js';
import { MINUTE } from './london.js';
import { lastOccurrence, occurrences } from './occurrences.js';
import { mayRetry, waitAfter } from './plan.js';
import { GRACE } from './job-runs.js';

/** How long a run waits for another to end before it gives up. */
const LONGEST_WAIT = 30 * MINUTE;
const NEXT_LOOK = MINUTE / 4;

/**
 * Runs one job now and gives the problems of its last try. It counts as the run of the last time the job fell due,
 * unless that has been run already; times missed before are listed with it. `period` asks for another.
 */
export async function once(
  shop: Workshop,
  job: Job,
  period: string | null,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const release = await lockInTime(shop, signal);
  try {
    findCrashed(shop);
    const asked = period === null ? askedNow(shop, job) : outOfTurn(job, period);
    return await tries(shop, asked, signal);
  } finally {
    release();
    await shop.post();
  }
}

async function tries(
  shop: Workshop,
  asked: Asked,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const { retry } = shop.schedule;
  for (let attempted = asked; ; attempted = { ...attempted, attempt: attempted.attempt + 1 }) {
    const { run, problems } = await attempt(shop, { ...attempted, missed: missedIn(attempted) });
    if (!mayRetry(run, retry) || signal.aborted) return problems;
    await shop.clock.sleep(waitAfter(run.attempt, retry), signal);
  }
}

/** Missed times are listed once, with the first try. */
function missedIn({ attempt: number, missed }: Asked): Asked['missed'] {
  return number === 1 ? missed : [];
}

function askedNow(shop: Workshop, job: Job): Asked {
  const now = shop.clock.now();
  const latest = lastOccurrence(job, now, shop.holidays);
  if (!latest) return outOfTurn(job, today(shop.clock));
  const own = known(shop).runs.filter((run) => run.job === job.name && run.due !== null);
  // Never run before and long past its time: nothing was kept then, so nothing is made up.
  if (own.length === 0 && now - latest.due > GRACE) return outOfTurn(job, latest.period);
  if (own.some(({ period, state }) => period === latest.period && state === 'done'))
    return outOfTurn(job, latest.period);
  const last = own.at(-1)?.due ?? latest.due;
  const missed = occurrences(job, last, latest.due - 1, shop.holidays);
  return { ...latest, job, attempt: 1, missed };
}

function outOfTurn(job: Job, period: string): Asked {
  return { job, due: null, period, attempt: 1, missed: [] };
}

async function lockInTime(shop: Workshop, signal: AbortSignal): Promise<() => void> {
  const { clock, lock } = shop;
  const until = clock.now() + LONGEST_WAIT;
  for (;;) {
    const release = lock();
    if (release) return release;
    if (clock.now() >= until || signal.aborted) throw busy();
    await clock.sleep(NEXT_LOOK, signal);
  }
}

function busy(): Stopped {
  const what = 'another run of this service has not ended, and only one may run at a time';
  const fix = 'Wait for it and run again; boardpack doctor says which process it is.';
  return new Stopped([{ kind: 'computer', code: 'busy', what, fix }]);
}
