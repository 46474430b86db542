// A schedule and a clock → its jobs run when they fall due, one at a time, until told to stop.
import { attempt, findCrashed, known, type Workshop } from './attempt.js';
import { MINUTE, type Instant } from './london.js';
import { planAt } from './plan.js';

/** However far off the next run is, the clock is looked at this often: it may be put right, or the computer have slept. */
const LOOK_AGAIN = 5 * MINUTE;

/** Runs a schedule until the signal. A run in progress is ended first. */
export async function keep(shop: Workshop, signal: AbortSignal): Promise<void> {
  const { clock } = shop;
  watch(shop, 'watching');
  while (!signal.aborted) {
    const again = await round(shop);
    const wait = Math.min(again - clock.now(), LOOK_AGAIN);
    if (wait > 0) await clock.sleep(wait, signal);
  }
  watch(shop, 'left');
}

/** Makes the first run that is due, if one is; gives when to look again. */
async function round(shop: Workshop): Promise<Instant> {
  const { clock, lock } = shop;
  const now = clock.now();
  const { steps, coming } = planAt(known(shop), now);
  const open = known(shop).runs.some(({ state }) => state === 'open');
  if (steps.length === 0 && !open)
    return Math.min(await shop.post(), ...coming.map(({ at }) => at ?? Infinity));
  const release = lock();
  if (!release) return now + MINUTE;
  try {
    findCrashed(shop);
    // Made anew: another process may have done it while the lock was being taken.
    const [step] = planAt(known(shop), clock.now()).steps;
    if (step) await attempt(shop, step);
  } finally {
    release();
  }
  await shop.post();
  return clock.now();
}

function watch({ history, clock, schedule }: Workshop, event: 'watching' | 'left'): void {
  const at = new Date(clock.now()).toISOString();
  const jobs = schedule.jobs.map(({ name }) => name);
  history.append({ event, at, jobs, pid: process.pid });
}
