// A run that has ended → whether people are told of it, and of which runs beside it.
import type { Schedule } from './declaration.js';
import type { HistoryEvent, Notice } from './events.js';
import { canRetry } from './plan.js';
import type { Run } from './job-runs.js';

/** A notice before it is dated. */
export type NewNotice = Omit<Notice, 'event' | 'at'>;

/**
 * People are told when a pack is built; when a run needs them and the one before it did not need them for the same
 * thing; and, where the schedule says so, of everything since they were last told. Null for all else.
 */
export function decideNotice(
  run: Run,
  runs: readonly Run[],
  events: readonly HistoryEvent[],
  schedule: Schedule,
): NewNotice | null {
  const { email } = schedule.notices;
  const channels: NewNotice['channels'] = email ? ['folder', 'email'] : ['folder'];
  const notice = `${run.id} ${run.state}`;
  if (run.does === 'tell people' && run.state === 'done')
    return { notice, about: 'digest', runs: listUnreportedRuns(run, runs, events), channels };
  const isWorthNotice =
    run.state === 'done'
      ? run.does === 'build pack'
      : !canRetry(run, schedule.retry) && !hasSameResult(run, findPreviousRun(run, runs));
  return isWorthNotice ? { notice, about: 'run', runs: [run.id], channels } : null;
}

/** Every run since the last digest. */
function listUnreportedRuns(
  run: Run,
  runs: readonly Run[],
  events: readonly HistoryEvent[],
): string[] {
  const reported = new Set(
    events.flatMap((event) =>
      event.event === 'notice' && event.about === 'digest' ? event.runs : [],
    ),
  );
  return runs
    .filter(
      ({ id, state, does }) => !reported.has(id) && state !== 'open' && does !== 'tell people',
    )
    .map(({ id }) => id)
    .concat(run.missed.length > 0 ? [run.id] : []);
}

/** The last run of the job for another time it fell due: its own tries are one story. */
function findPreviousRun(run: Run, runs: readonly Run[]): Run | null {
  const others = runs.filter(({ job, due }) => job === run.job && due !== run.due);
  return others.filter(({ begun }) => begun < run.begun).at(-1) ?? null;
}

function hasSameResult(run: Run, other: Run | null): boolean {
  return other !== null && summariseResult(run) === summariseResult(other);
}

function summariseResult({ state, found }: Run): string {
  const codes = found.filter(({ kind }) => kind !== 'note');
  return [state, ...codes.map(({ code, extract }) => `${code} ${extract ?? ''}`).sort()].join('\n');
}
