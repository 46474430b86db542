// This computer's clock beside what was written by it before → whether it has been set back.
import type { Day } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';
import type { CheckOutcome } from './finding.js';

/** What the clock shows, and the last that the ledger and the history were written at. */
export interface ClockFacts {
  /** Milliseconds since 1970, and the day that is in London. */
  readonly now: number;
  readonly today: Day;
  readonly ledger: { readonly file: string; readonly days: readonly Day[] };
  readonly history: { readonly file: string; readonly instants: readonly string[] } | null;
}

/** Clocks are put right by a little all the time. */
const TOLERANCE_MS = 120_000;

/** Whether the clock shows a time before one that was already written down. */
export function checkClock({ now, today, ledger, history }: ClockFacts): CheckOutcome {
  const lastDay = [...ledger.days].sort().at(-1);
  const lastRun = [...(history?.instants ?? [])].sort().at(-1);
  const problems = [
    ...(lastDay !== undefined && lastDay > today
      ? [describeSlowClock(ledger.file, lastDay, today)]
      : []),
    ...(history && lastRun !== undefined && Date.parse(lastRun) > now + TOLERANCE_MS
      ? [describeSlowClock(history.file, lastRun, new Date(now).toISOString())]
      : []),
  ];
  return { summary: `${today} in London, not before anything written down`, problems };
}

function describeSlowClock(file: string, last: string, shown: string): Problem {
  return {
    kind: 'computer',
    code: 'clock-behind',
    file,
    what: `it was written to at ${last}, and this computer's clock shows ${shown}`,
    fix: 'Set the clock of this computer. If it was ahead when that was written, jobs are due again once that time has passed.',
  };
}
