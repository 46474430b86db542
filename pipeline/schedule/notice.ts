// A finished run → whether people are notified, and about which runs.
import type { Schedule } from './declaration.js';
import type { HistoryEvent, Notice } from './events.js';
import { canRetry } from './plan.js';
import type { Run } from './job-runs.js';

/** A notice before it has a date. */
type NewNotice = Omit<Notice, 'event' | 'at'>;

/**
 * People are notified when a pack is built, begins to wait, or is found to be out of date; when a run needs them and the
 * previous run did not need them for the same reason; and, if the schedule has such a job, about everything since the last
 * digest. Null otherwise.
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
  const previous = findPreviousRun(run, runs);
  const isWorthNotice =
    run.state === 'done'
      ? run.does === 'build pack' ||
        run.outOfDate.some((each) => !previous?.outOfDate.includes(each))
      : !canRetry(run, schedule.retry) && !hasSameResult(run, previous);
  return isWorthNotice ? { notice, about: 'run', runs: [run.id], channels } : null;
}

/** Lists every run since the last digest. */
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

/** The last run of the job for another due time: retries of the same run do not count. */
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
