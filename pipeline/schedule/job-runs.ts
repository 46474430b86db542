// Events → the runs they tell of: which are done, which need somebody, which never ended.
import type { Begun, Ended, Event } from './events.js';
import { MINUTE, type Instant } from './london.js';

/** How a run stands. `open` has begun and not ended: it is running, or nobody has yet found that it crashed. */
export type State = 'done' | 'fault' | 'person' | 'computer' | 'crashed' | 'open';

/** One run of a job. */
export interface Run {
  readonly id: string;
  readonly job: string;
  readonly does: Begun['does'];
  readonly due: Instant | null;
  readonly period: string;
  readonly attempt: number;
  readonly missed: readonly { readonly due: Instant; readonly period: string }[];
  readonly begun: Instant;
  /** When it ended, or was found to have crashed. */
  readonly ended: Instant | null;
  readonly state: State;
  readonly found: Ended['found'];
  readonly taken: Ended['taken'];
  readonly packs: Ended['packs'];
}

const STATES = ['done', 'fault', 'person', 'computer'] as const;

/** Every run, in the order begun. */
export function runsOf(events: readonly Event[]): Run[] {
  const runs = new Map<string, Run>();
  for (const event of events) {
    if (event.event === 'begun') runs.set(event.run, begunRun(event));
    if (event.event !== 'ended' && event.event !== 'crashed') continue;
    const run = runs.get(event.run);
    if (run) runs.set(event.run, endedRun(run, event));
  }
  return [...runs.values()];
}

function begunRun({ run, job, does, due, period, attempt, missed, at }: Begun): Run {
  return {
    ...{ id: run, job, does, period, attempt, begun: Date.parse(at), ended: null },
    due: due === null ? null : Date.parse(due),
    missed: missed.map((each) => ({ ...each, due: Date.parse(each.due) })),
    ...{ state: 'open', found: [], taken: [], packs: [] },
  };
}

function endedRun(run: Run, event: Extract<Event, { event: 'ended' | 'crashed' }>): Run {
  const ended = Date.parse(event.at);
  if (event.event === 'crashed') return { ...run, ended, state: 'crashed' };
  const { status, found, taken, packs } = event;
  return { ...run, ended, state: STATES[status], found, taken, packs };
}

/** Due this long ago and not run, a job is late: what is due together runs one after another. */
export const GRACE = 60 * MINUTE;

/** Whether its time was passed over, and it was made up after: nothing begins beside another run, or on a computer that is off. */
export function isMadeUp({ due, begun, attempt }: Run): boolean {
  return due !== null && attempt === 1 && begun - due > GRACE;
}

/** Since when each job has been watched: what fell due before is nobody's to make up. */
export function watchedSince(events: readonly Event[]): Map<string, Instant> {
  const since = new Map<string, Instant>();
  for (const event of events)
    if (event.event === 'watching')
      for (const job of event.jobs) if (!since.has(job)) since.set(job, Date.parse(event.at));
  return since;
}
