// One step of a plan → a run: begun and ended in the history, whatever comes of it, and people told.
import { exitStatus, type Problem } from '../domain/problem.js';
import type { Clock } from './clock.js';
import type { Job, Schedule } from './declaration.js';
import type { Found, Taken } from './events.js';
import type { History } from './history.js';
import { londonDay, type Instant } from './london.js';
import { noticeOf } from './notice.js';
import type { Occurrence } from './occurrences.js';
import { runsOf, watchedSince, type Run } from './job-runs.js';
import type { Known } from './plan.js';
import type { BankHolidays } from './working-days.js';

/** A problem, and the extract that it is in; null where it is in none. */
export type Placed = Problem & { readonly extract: string | null };

/** What came of doing a job. */
export interface Outcome {
  readonly problems: readonly Placed[];
  readonly taken: readonly Taken[];
  readonly packs: readonly string[];
}

/** Does a job for a period. It never throws: a fault of whatever kind is a problem. */
export type Perform = (job: Job, period: string) => Promise<Outcome>;

/** What runs are made with. */
export interface Workshop {
  readonly schedule: Schedule;
  readonly holidays: BankHolidays;
  readonly history: History;
  readonly clock: Clock;
  readonly perform: Perform;
  /** Takes the lock and gives what lets go of it; null while another process has it. */
  readonly lock: () => (() => void) | null;
  /** Sends what is waiting to be sent; gives when to try again, Infinity for never. */
  readonly post: () => Promise<Instant>;
  /** Is told a line as things happen. */
  readonly say: (line: string) => void;
}

/** A run to be made. `due` is null for one that a person asked for out of turn. */
export interface Asked {
  readonly job: Job;
  readonly due: Instant | null;
  readonly period: string;
  readonly attempt: number;
  readonly missed: readonly Occurrence[];
}

/** Makes one run, under the lock. Gives it as the history has it, and every problem found. */
export async function attempt(
  shop: Workshop,
  asked: Asked,
): Promise<{ run: Run; problems: readonly Problem[] }> {
  const { history, clock } = shop;
  const id = begin(shop, asked);
  const { problems, taken, packs } = await shop.perform(asked.job, asked.period);
  const at = iso(clock.now());
  const status = exitStatus(problems);
  history.append({
    ...{ event: 'ended', at, run: id, status, found: counted(problems) },
    ...{ taken: [...taken], packs: [...packs] },
  });
  const run = recorded(shop, id);
  shop.say(`${at}  ${run.job}  ${run.period}  ${run.state}`);
  tell(shop, run);
  return { run, problems };
}

/** Writes down, as crashed, every run that began and never ended. Only under the lock can that be known. */
export function findCrashed(shop: Workshop): void {
  const { history, clock } = shop;
  for (const run of runsOf(history.read().events).filter(({ state }) => state === 'open')) {
    history.append({ event: 'crashed', at: iso(clock.now()), run: run.id });
    shop.say(`${iso(clock.now())}  ${run.job}  ${run.period}  crashed`);
    tell(shop, recorded(shop, run.id));
  }
}

/** What a plan is made of, as the history has it now. */
export function known({ schedule, holidays, history }: Workshop): Known {
  const { events } = history.read();
  return { schedule, holidays, runs: runsOf(events), watched: watchedSince(events) };
}

function begin({ history, clock }: Workshop, asked: Asked): string {
  const at = iso(clock.now());
  const { job, due, period, missed } = asked;
  const run = `${at} ${job.name}`;
  history.append({
    ...{ event: 'begun', at, run, job: job.name, does: job.does, period },
    ...{ due: due === null ? null : iso(due), attempt: asked.attempt, pid: process.pid },
    missed: missed.map((each) => ({ due: iso(each.due), period: each.period })),
  });
  return run;
}

function recorded({ history }: Workshop, id: string): Run {
  const run = runsOf(history.read().events).find((each) => each.id === id);
  if (!run) throw new Error('a run that was written down is not in the history');
  return run;
}

function tell({ history, schedule, clock }: Workshop, run: Run): void {
  const runs = runsOf(history.read().events);
  const notice = noticeOf(run, runs, history.read().events, schedule);
  if (notice) history.append({ event: 'notice', at: iso(clock.now()), ...notice });
}

function counted(problems: readonly Placed[]): Found[] {
  const found = new Map<string, Found>();
  for (const { code, kind, extract } of problems) {
    const key = [code, kind, extract].join(' ');
    const before = found.get(key);
    found.set(key, { code, kind, extract, count: before ? before.count + 1 : 1 });
  }
  return [...found.values()];
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** The period of a run that a person asks for out of turn: the day. */
export function today(clock: Clock): string {
  return londonDay(clock.now());
}
