// This computer's clock and earlier records → whether the clock has been set back.
import type { Day } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';
import type { CheckOutcome } from './finding.js';

/** The clock's time, and the last times recorded in the ledger and the history. */
interface ClockFacts {
  /** Milliseconds since 1970, and the date in London. */
  readonly now: number;
  readonly today: Day;
  readonly ledger: { readonly file: string; readonly days: readonly Day[] };
  readonly history: { readonly file: string; readonly instants: readonly string[] } | null;
}

/** Small clock corrections are normal. */
const TOLERANCE_MS = 120_000;

/** Checks that the clock is not behind a time already recorded. */
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
    variant: 'history',
    facts: { last, shown },
  };
}
