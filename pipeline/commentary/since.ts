// A measure and the quarter in which something was begun about it → what the figure has done since.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Day, Quarter } from '../domain/period.js';
import type { Verdict } from '../domain/value.js';
import type { QuotableMeasure } from '../figures/quote.js';

/** What can be said of a figure since something was begun. */
export type StartOutcome = Verdict | 'early' | 'untested' | 'hidden' | 'none';

/** The figure when something was begun, the newest, and what may be said. */
export interface ChangeSinceStart {
  readonly measure: string;
  readonly initial: DisclosedCell | null;
  readonly latest: DisclosedCell | null;
  readonly outcome: StartOutcome;
  /** Whether the newest verdict is the one wished for; null where there is none to go by. */
  readonly better: boolean | null;
}

/**
 * The verdict is the newest figure's against the twelve months before it, and it is given only when those months all
 * fall after the quarter in which the thing was begun: until then nothing it did could be seen apart from what was.
 */
export function measureChangeSinceStart(
  { id, better, reading }: QuotableMeasure,
  opened: Quarter,
): ChangeSinceStart {
  const { current, previous, windows } = reading;
  const initial = windows.findLast(({ window }) => window.ends <= opened.ends) ?? null;
  const outcome = assessOutcome(current, previous, opened.ends);
  const moved = outcome === 'higher' || outcome === 'lower';
  const isTested = moved || outcome === 'no clear change';
  const improved = better === 'neither' ? moved : outcome === better;
  return { measure: id, initial, latest: current, outcome, better: isTested ? improved : null };
}

function assessOutcome(
  latest: DisclosedCell | null,
  previous: DisclosedCell | null,
  opened: Day,
): StartOutcome {
  if (!latest) return 'none';
  if (latest.status !== 'shown') return 'hidden';
  if (latest.window.starts <= opened) return 'early';
  if (previous?.status === 'hidden') return 'hidden';
  return (previous?.status === 'shown' ? latest.verdict : null) ?? 'untested';
}
