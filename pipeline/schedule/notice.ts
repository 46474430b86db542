// A run that has ended → whether people are told of it, and of which runs beside it.
import type { Schedule } from './declaration.js';
import type { Event, Notice } from './events.js';
import { mayRetry } from './plan.js';
import type { Run } from './job-runs.js';

/** A notice before it is dated. */
export type Told = Omit<Notice, 'event' | 'at'>;

/**
 * People are told when a pack is built; when a run needs them and the one before it did not need them for the same
 * thing; and, where the schedule says so, of everything since they were last told. Null for all else.
 */
export function noticeOf(
  run: Run,
  runs: readonly Run[],
  events: readonly Event[],
  schedule: Schedule,
): Told | null {
  const { email } = schedule.notices;
  const channels: Told['channels'] = email ? ['folder', 'email'] : ['folder'];
  const notice = `${run.id} ${run.state}`;
  if (run.does === 'tell people' && run.state === 'done')
    return { notice, about: 'digest', runs: sinceTold(run, runs, events), channels };
  const worth =
    run.state === 'done'
      ? run.does === 'build pack'
      : !mayRetry(run, schedule.retry) && !isSame(run, before(run, runs));
  return worth ? { notice, about: 'run', runs: [run.id], channels } : null;
}

/** Every run since the last digest. */
function sinceTold(run: Run, runs: readonly Run[], events: readonly Event[]): string[] {
  const told = new Set(
    events.flatMap((event) =>
      event.event === 'notice' && event.about === 'digest' ? event.runs : [],
    ),
  );
  return runs
    .filter(({ id, state, does }) => !told.has(id) && state !== 'open' && does !== 'tell people')
    .map(({ id }) => id)
    .concat(run.missed.length > 0 ? [run.id] : []);
}

/** The last run of the job for another time it fell due: its own tries are one story. */
function before(run: Run, runs: readonly Run[]): Run | null {
  const others = runs.filter(({ job, due }) => job === run.job && due !== run.due);
  return others.filter(({ begun }) => begun < run.begun).at(-1) ?? null;
}

function isSame(run: Run, other: Run | null): boolean {
  return other !== null && told(run) === told(other);
}

function told({ state, found }: Run): string {
  const codes = found.filter(({ kind }) => kind !== 'note');
  return [state, ...codes.map(({ code, extract }) => `${code} ${extract ?? ''}`).sort()].join('\n');
}
