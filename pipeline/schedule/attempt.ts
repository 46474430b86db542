// A job request → a run: its start and end recorded in the history, whatever happens, and people notified.
import { exitStatus, type Problem } from '../domain/problem.js';
import type { Clock } from './clock.js';
import type { Job, Schedule } from './declaration.js';
import type { ProblemCount, ExtractCounts } from './events.js';
import type { RunHistory } from './history.js';
import { londonDay, type Instant } from './london.js';
import { decideNotice } from './notice.js';
import type { Occurrence } from './occurrences.js';
import { listRuns, findWatchStarts, type Run } from './job-runs.js';
import type { PlanInput } from './plan.js';
import type { BankHolidays } from './working-days.js';

/** A problem, and the extract it is in; null if it is in none. */
export type LocatedProblem = Problem & { readonly extract: string | null };

/** The outcome of a job. */
export interface JobOutcome {
  readonly problems: readonly LocatedProblem[];
  readonly taken: readonly ExtractCounts[];
  readonly packs: readonly string[];
  /** Extracts that the pack waits for, those it was built without, and quarters whose last pack is out of date. */
  readonly awaited?: readonly string[];
  readonly without?: readonly string[];
  readonly outOfDate?: readonly string[];
}

/** Runs a job for a period. Never throws: any error becomes a problem. */
export type RunJob = (job: Job, period: string) => Promise<JobOutcome>;

/** The dependencies of a run. */
export interface JobRunner {
  readonly schedule: Schedule;
  readonly holidays: BankHolidays;
  readonly history: RunHistory;
  readonly clock: Clock;
  readonly runJob: RunJob;
  /** Acquires the lock and returns its release function; null while another process has it. */
  readonly acquireLock: () => (() => void) | null;
  /** Sends pending notices; returns when to try again, Infinity for never. */
  readonly sendPending: () => Promise<Instant>;
  /** Called with one line for each event. */
  readonly report: (line: string) => void;
}

/** A request for a run. `due` is null if a person requested it outside the schedule. */
export interface JobRequest {
  readonly job: Job;
  readonly due: Instant | null;
  readonly period: string;
  readonly attempt: number;
  readonly missed: readonly Occurrence[];
}

/** Makes one run, while holding the lock. Returns the run as recorded in the history, and every problem found. */
export async function runAttempt(
  runner: JobRunner,
  request: JobRequest,
): Promise<{ run: Run; problems: readonly Problem[] }> {
  const { history, clock } = runner;
  const id = recordStart(runner, request);
  const outcome = await runner.runJob(request.job, request.period);
  const { problems, taken, packs, awaited = [], without = [], outOfDate = [] } = outcome;
  const at = formatInstant(clock.now());
  const status = exitStatus(problems);
  history.append({
    ...{ event: 'ended', at, run: id, status, found: countProblems(problems) },
    ...{ taken: [...taken], packs: [...packs] },
    ...{ awaited: [...awaited], without: [...without], out_of_date: [...outOfDate] },
  });
  const run = readRun(runner, id);
  runner.report(`${at}  ${run.job}  ${run.period}  ${run.state}`);
  recordNotice(runner, run);
  return { run, problems };
}

/** Records every run that started and never ended as crashed. This is certain only while holding the lock. */
export function recordCrashes(runner: JobRunner): void {
  const { history, clock } = runner;
  for (const run of listRuns(history.read().events).filter(({ state }) => state === 'open')) {
    history.append({ event: 'crashed', at: formatInstant(clock.now()), run: run.id });
    runner.report(`${formatInstant(clock.now())}  ${run.job}  ${run.period}  crashed`);
    recordNotice(runner, readRun(runner, run.id));
  }
}

/** Reads the input of a plan from the current history. */
export function readPlanInput({ schedule, holidays, history }: JobRunner): PlanInput {
  const { events } = history.read();
  return { schedule, holidays, runs: listRuns(events), watched: findWatchStarts(events) };
}

function recordStart({ history, clock }: JobRunner, request: JobRequest): string {
  const at = formatInstant(clock.now());
  const { job, due, period, missed } = request;
  const run = `${at} ${job.name}`;
  history.append({
    ...{ event: 'begun', at, run, job: job.name, does: job.does, period },
    ...{
      due: due === null ? null : formatInstant(due),
      attempt: request.attempt,
      pid: process.pid,
    },
    missed: missed.map((each) => ({ due: formatInstant(each.due), period: each.period })),
  });
  return run;
}

function readRun({ history }: JobRunner, id: string): Run {
  const run = listRuns(history.read().events).find((each) => each.id === id);
  if (!run) throw new Error('a run that was written down is not in the history');
  return run;
}

function recordNotice({ history, schedule, clock }: JobRunner, run: Run): void {
  const runs = listRuns(history.read().events);
  const notice = decideNotice(run, runs, history.read().events, schedule);
  if (notice) history.append({ event: 'notice', at: formatInstant(clock.now()), ...notice });
}

function countProblems(problems: readonly LocatedProblem[]): ProblemCount[] {
  const found = new Map<string, ProblemCount>();
  for (const { code, kind, extract } of problems) {
    const key = [code, kind, extract].join(' ');
    const before = found.get(key);
    found.set(key, { code, kind, extract, count: before ? before.count + 1 : 1 });
  }
  return [...found.values()];
}

function formatInstant(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** The period of a run that a person requests outside the schedule: the day. */
export function currentLondonDay(clock: Clock): string {
  return londonDay(clock.now());
}
