// A measure, or one of its groups, and the quarter in which something was begun about it → what the figure has done since.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Day, Quarter } from '../domain/period.js';
import type { Verdict } from '../domain/value.js';
import type { JudgedFigure } from './register-figures.js';

/** What can be concluded about a figure since an entry was opened. */
type StartOutcome = Verdict | 'early' | 'untested' | 'hidden' | 'none';

/** The figure when the entry was opened, the newest figure, and the conclusion. */
interface ChangeSinceStart {
  readonly initial: DisclosedCell | null;
  readonly latest: DisclosedCell | null;
  readonly outcome: StartOutcome;
  /** Whether the figure moved as intended; null if it was not tested. */
  readonly better: boolean | null;
}

/**
 * The verdict compares the newest figure with the twelve months before it. It is used only if all of the newest months
 * follow the quarter in which the entry was opened: in earlier months its effect cannot be separated.
 */
export function measureChangeSinceStart(
  { better, reading }: Pick<JudgedFigure, 'better' | 'reading'>,
  opened: Quarter,
): ChangeSinceStart {
  const { current, previous, windows } = reading;
  const initial = windows.findLast(({ window }) => window.ends <= opened.ends) ?? null;
  const outcome = assessOutcome(current, previous, opened.ends);
  const moved = outcome === 'higher' || outcome === 'lower';
  const isTested = moved || outcome === 'no clear change';
  const improved = better === 'neither' ? moved : outcome === better;
  return { initial, latest: current, outcome, better: isTested ? improved : null };
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
