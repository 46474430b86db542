// One step of a plan → a run: begun and ended in the history, whatever comes of it, and people told.
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

/** A problem, and the extract that it is in; null where it is in none. */
export type LocatedProblem = Problem & { readonly extract: string | null };

/** What came of doing a job. */
export interface JobOutcome {
  readonly problems: readonly LocatedProblem[];
  readonly taken: readonly ExtractCounts[];
  readonly packs: readonly string[];
}

/** Does a job for a period. It never throws: a fault of whatever kind is a problem. */
export type RunJob = (job: Job, period: string) => Promise<JobOutcome>;

/** What runs are made with. */
export interface JobRunner {
  readonly schedule: Schedule;
  readonly holidays: BankHolidays;
  readonly history: RunHistory;
  readonly clock: Clock;
  readonly runJob: RunJob;
  /** Takes the lock and gives what lets go of it; null while another process has it. */
  readonly acquireLock: () => (() => void) | null;
  /** Sends what is waiting to be sent; gives when to try again, Infinity for never. */
  readonly sendPending: () => Promise<Instant>;
  /** Is told a line as things happen. */
  readonly report: (line: string) => void;
}

/** A run to be made. `due` is null for one that a person asked for out of turn. */
export interface JobRequest {
  readonly job: Job;
  readonly due: Instant | null;
  readonly period: string;
  readonly attempt: number;
  readonly missed: readonly Occurrence[];
}

/** Makes one run, under the lock. Gives it as the history has it, and every problem found. */
export async function runAttempt(
  runner: JobRunner,
  request: JobRequest,
): Promise<{ run: Run; problems: readonly Problem[] }> {
  const { history, clock } = runner;
  const id = recordStart(runner, request);
  const { problems, taken, packs } = await runner.runJob(request.job, request.period);
  const at = formatInstant(clock.now());
  const status = exitStatus(problems);
  history.append({
    ...{ event: 'ended', at, run: id, status, found: countProblems(problems) },
    ...{ taken: [...taken], packs: [...packs] },
  });
  const run = readRun(runner, id);
  runner.report(`${at}  ${run.job}  ${run.period}  ${run.state}`);
  recordNotice(runner, run);
  return { run, problems };
}

/** Writes down, as crashed, every run that began and never ended. Only under the lock can that be known. */
export function recordCrashes(runner: JobRunner): void {
  const { history, clock } = runner;
  for (const run of listRuns(history.read().events).filter(({ state }) => state === 'open')) {
    history.append({ event: 'crashed', at: formatInstant(clock.now()), run: run.id });
    runner.report(`${formatInstant(clock.now())}  ${run.job}  ${run.period}  crashed`);
    recordNotice(runner, readRun(runner, run.id));
  }
}

/** What a plan is made of, as the history has it now. */
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

/** The period of a run that a person asks for out of turn: the day. */
export function currentLondonDay(clock: Clock): string {
  return londonDay(clock.now());
}
