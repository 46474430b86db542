// Events → the runs: which are done, which need a person, which never ended.
import type { JobStarted, JobFinished, HistoryEvent } from './events.js';
import { MINUTE, type Instant } from './london.js';

/** State of a run. `waiting` is a pack that waits for extracts. `open` has started and not ended: it is running, or has crashed and that is not yet recorded. */
export type RunState = 'done' | 'waiting' | 'fault' | 'person' | 'computer' | 'crashed' | 'open';

/** One run of a job. */
export interface Run {
  readonly id: string;
  readonly job: string;
  readonly does: JobStarted['does'];
  readonly due: Instant | null;
  readonly period: string;
  readonly attempt: number;
  readonly missed: readonly { readonly due: Instant; readonly period: string }[];
  readonly begun: Instant;
  /** When it ended, or was recorded as crashed. */
  readonly ended: Instant | null;
  readonly state: RunState;
  readonly found: JobFinished['found'];
  readonly taken: JobFinished['taken'];
  readonly packs: JobFinished['packs'];
  /** Extracts that a pack waits for: it was not built. */
  readonly awaited: readonly string[];
  /** Extracts that a pack was built without. */
  readonly without: readonly string[];
  /** Quarters whose last pack would change by what has come since. */
  readonly outOfDate: readonly string[];
}

const STATES_BY_STATUS = ['done', 'fault', 'person', 'computer'] as const;

/** Lists every run, in the order started. */
export function listRuns(events: readonly HistoryEvent[]): Run[] {
  const runs = new Map<string, Run>();
  for (const event of events) {
    if (event.event === 'begun') runs.set(event.run, startRun(event));
    if (event.event !== 'ended' && event.event !== 'crashed') continue;
    const run = runs.get(event.run);
    if (run) runs.set(event.run, finishRun(run, event));
  }
  return [...runs.values()];
}

function startRun({ run, job, does, due, period, attempt, missed, at }: JobStarted): Run {
  return {
    ...{ id: run, job, does, period, attempt, begun: Date.parse(at), ended: null },
    due: due === null ? null : Date.parse(due),
    missed: missed.map((each) => ({ ...each, due: Date.parse(each.due) })),
    ...{ state: 'open', found: [], taken: [], packs: [], awaited: [], without: [], outOfDate: [] },
  };
}

function finishRun(run: Run, event: Extract<HistoryEvent, { event: 'ended' | 'crashed' }>): Run {
  const ended = Date.parse(event.at);
  if (event.event === 'crashed') return { ...run, ended, state: 'crashed' };
  const { status, found, taken, packs } = event;
  const { awaited = [], without = [], out_of_date: outOfDate = [] } = event;
  const state = status === 0 && awaited.length > 0 ? 'waiting' : STATES_BY_STATUS[status];
  return { ...run, ended, state, found, taken, packs, awaited, without, outOfDate };
}

/** A job is late this long after its due time: jobs due together run one after another. */
export const LATE_AFTER = 60 * MINUTE;

/** Whether it ran well after its due time, because another run was in progress or the computer was off. */
export function isRunLate({ due, begun, attempt }: Run): boolean {
  return due !== null && attempt === 1 && begun - due > LATE_AFTER;
}

/** Finds when each job was first served: due times before that are not made up. */
export function findWatchStarts(events: readonly HistoryEvent[]): Map<string, Instant> {
  const starts = new Map<string, Instant>();
  for (const event of events)
    if (event.event === 'watching')
      for (const job of event.jobs) if (!starts.has(job)) starts.set(job, Date.parse(event.at));
  return starts;
}
