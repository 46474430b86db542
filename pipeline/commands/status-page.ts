// A service's history and plan → the lines of one screen.
import type { Day } from '../domain/period.js';
import type { Schedule } from '../schedule/declaration.js';
import type { HistoryEvent } from '../schedule/events.js';
import { londonDay, londonTime, type Instant } from '../schedule/london.js';
import type { UpcomingRun, Plan } from '../schedule/plan.js';
import type { NoticeStatus } from '../schedule/outbox.js';
import { LATE_AFTER, isRunLate, type Run } from '../schedule/job-runs.js';

/** What the screen is made of. */
interface StatusFacts {
  readonly service: string;
  readonly now: Instant;
  readonly schedule: Schedule;
  readonly runs: readonly Run[];
  readonly plan: Plan;
  readonly events: readonly HistoryEvent[];
  /** Whether a process holds the lock now: then an open run is running, else it was cut off. */
  readonly isRunning: boolean;
  readonly unsent: readonly NoticeStatus[];
  readonly damaged: number;
  /** Up to when a person has seen what was missed; -Infinity for never. */
  readonly seen: Instant;
  /** What a problem's code means. */
  readonly meaning: (code: string) => string;
  /** How the case systems of the service lie beside each other; none where it has one. */
  readonly systems: readonly string[];
  /** The extracts that nobody has sent. */
  readonly neverSent: readonly string[];
  /** The extracts that are late, and the day each was due. */
  readonly overdue: readonly {
    readonly extract: string;
    readonly due: Day;
    readonly came: Day | null;
  }[];
}

/** How many names of extracts one line has room for. */
const NAMES = 6;
/** How many packs, and how many lines of what was missed, one screen has room for. */
const PACKS = 4;
const MISSED = 5;

/** Writes the screen. */
export function statusPage(facts: StatusFacts): string[] {
  const { service, now, schedule } = facts;
  return [
    `${service}, ${moment(now)} in London`,
    '',
    jobRow(facts, 'Jobs', 'last run', 'next run'),
    ...schedule.jobs.map(({ name }) => jobLine(name, facts)),
    '',
    ...section('Late', [...lateLines(facts), ...overdueLines(facts)]),
    ...section('Needs a person', personLines(facts)),
    ...section('Waiting', waitingLines(facts)),
    ...section('Missed', missedLines(facts)),
    ...section('Packs built', packLines(facts)),
    ...section('Out of date', outOfDateLines(facts)),
    ...(facts.neverSent.length > 0 ? section('Never sent', listNames(facts.neverSent)) : []),
    ...(facts.systems.length > 0 ? section('Case systems', facts.systems) : []),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return [`${title}${lines.length === 0 ? ': none' : ''}`, ...lines.map((line) => `  ${line}`)];
}

function listNames(names: readonly string[]): string[] {
  return names.flatMap((_, at) =>
    at % NAMES === 0 ? [names.slice(at, at + NAMES).join(', ')] : [],
  );
}

function jobLine(name: string, facts: StatusFacts): string {
  const last = facts.runs.filter(({ job }) => job === name).at(-1);
  const next = facts.plan.upcoming.find(({ job }) => job.name === name);
  return jobRow(facts, name, lastRun(last, facts), nextRun(next, facts.now));
}

function jobRow({ schedule }: StatusFacts, name: string, last: string, next: string): string {
  const width = Math.max(16, ...schedule.jobs.map((job) => job.name.length)) + 2;
  return `${name.padEnd(width)}${last.padEnd(40)}${next}`;
}

function lastRun(run: Run | undefined, { isRunning }: StatusFacts): string {
  if (!run) return 'never';
  return `${moment(run.begun)}  ${describeState(run, isRunning)}`;
}

const STATES = {
  done: 'done',
  waiting: 'waits for extracts',
  fault: 'fault of Boardpack',
  person: 'needs a person',
  computer: 'this computer',
  crashed: 'cut off',
} as const;

function describeState({ state }: Run, isRunning: boolean): string {
  if (state === 'open') return isRunning ? 'running' : 'cut off';
  return STATES[state];
}

function nextRun(coming: UpcomingRun | undefined, now: Instant): string {
  if (!coming || coming.at === null) return 'cannot be known';
  const why = { due: '', retry: ' (again)', owed: ' (until done)' }[coming.why];
  return `${coming.at <= now ? 'now' : moment(coming.at)}${why}`;
}

function lateLines({ plan, now }: StatusFacts): string[] {
  return plan.dueRuns
    .filter(({ due }) => now - due > LATE_AFTER)
    .map(({ job, due, period, missed }) => {
      const others = missed.length > 0 ? `, and ${missed.length} before it` : '';
      return `${job.name} (${period}) was due ${moment(due)}${others}; is boardpack schedule running?`;
    });
}

function overdueLines({ overdue }: StatusFacts): string[] {
  return overdue.map(({ extract, due, came }) => {
    const last = came === null ? 'never came' : `last came on ${came}`;
    return `${extract} was due on ${due} and ${last}`;
  });
}

function personLines(facts: StatusFacts): string[] {
  const { schedule, runs, unsent, damaged, isRunning, meaning } = facts;
  const last = schedule.jobs.flatMap(({ name }) =>
    runs.filter(({ job }) => job === name).slice(-1),
  );
  const unfinished = last.filter(
    (run) =>
      run.state !== 'waiting' && !['done', 'running'].includes(describeState(run, isRunning)),
  );
  const found = unfinished.flatMap((run) => [
    `${run.job} (${run.period}): ${describeState(run, isRunning)}`,
    ...run.found
      .filter(({ kind }) => kind !== 'note')
      .map(({ code, extract, count }) => {
        const where = extract === null ? '' : `${extract}: `;
        return `  ${where}${meaning(code)} [${code}] × ${count}`;
      }),
  ]);
  const waiting = unsent.map(
    ({ notice, channel, tries, code, next }) =>
      `notice of ${notice.at.slice(0, 10)} not sent by ${channel} (${code ?? ''}, ${tries} tries${next === null ? ', given up' : ''})`,
  );
  const damagedLines = damaged > 0 ? [`${damaged} lines of the history cannot be read`] : [];
  return [...found, ...waiting, ...damagedLines];
}

function waitingLines({ schedule, runs }: StatusFacts): string[] {
  const last = schedule.jobs.flatMap(({ name }) => runs.findLast(({ job }) => job === name) ?? []);
  return last
    .filter(({ state }) => state === 'waiting')
    .map(({ job, period, awaited }) => `${job} (${period}): ${awaited.join(', ')}`);
}

/** A pack is out of date from the run that found so until it is built again. */
function outOfDateLines({ runs }: StatusFacts): string[] {
  const found = new Map<string, Run>();
  for (const run of runs) {
    if (run.does === 'build pack') for (const quarter of run.packs) found.delete(quarter);
    for (const quarter of run.outOfDate) if (!found.has(quarter)) found.set(quarter, run);
  }
  return [...found].map(
    ([quarter, { begun }]) =>
      `${quarter}: what came on ${londonDay(begun)} changes figures of it; build it again`,
  );
}

function missedLines({ runs, seen }: StatusFacts): string[] {
  const lines = runs
    .filter(({ begun }) => begun > seen)
    .flatMap((run) => [
      ...run.missed.map(({ due, period }) => `${run.job} (${period}), due ${moment(due)}`),
      ...(isRunLate(run) ? [madeUpLine(run)] : []),
    ]);
  const older = lines.length > MISSED ? [`and ${lines.length - MISSED} earlier`] : [];
  return [...lines.slice(-MISSED).reverse(), ...older];
}

function madeUpLine({ job, period, due, begun }: Run): string {
  return `${job} (${period}), due ${moment(due ?? begun)}: made up ${moment(begun)}`;
}

function packLines({ runs }: StatusFacts): string[] {
  return runs
    .filter(({ does, packs }) => does === 'build pack' && packs.length > 0)
    .slice(-PACKS)
    .reverse()
    .map(({ packs, ended }) => `${packs.join(', ')}, ${ended === null ? '' : moment(ended)}`);
}

function moment(instant: Instant): string {
  return `${londonDay(instant)} ${londonTime(instant)}`;
}
