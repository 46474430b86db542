// A measure and the quarter in which something was begun about it → what the figure has done since.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Day, Quarter } from '../domain/period.js';
import type { Verdict } from '../domain/value.js';
import type { Quotable } from '../figures/quote.js';

/** What can be said of a figure since something was begun. */
export type Judged = Verdict | 'early' | 'untested' | 'hidden' | 'none';

/** The figure when something was begun, the newest, and what may be said. */
export interface Since {
  readonly measure: string;
  readonly then: Disclosed | null;
  readonly now: Disclosed | null;
  readonly judged: Judged;
  /** Whether the newest verdict is the one wished for; null where there is none to go by. */
  readonly better: boolean | null;
}

/**
 * The verdict is the newest figure's against the twelve months before it, and it is given only when those months all
 * fall after the quarter in which the thing was begun: until then nothing it did could be seen apart from what was.
 */
export function sinceOf({ id, better, reading }: Quotable, opened: Quarter): Since {
  const { current, previous, windows } = reading;
  const then = windows.findLast(({ window }) => window.ends <= opened.ends) ?? null;
  const judged = judgedOf(current, previous, opened.ends);
  const moved = judged === 'higher' || judged === 'lower';
  const known = moved || judged === 'no clear change';
  const wished = better === 'neither' ? moved : judged === better;
  return { measure: id, then, now: current, judged, better: known ? wished : null };
}

function judgedOf(now: Disclosed | null, before: Disclosed | null, opened: Day): Judged {
  if (!now) return 'none';
  if (now.status !== 'shown') return 'hidden';
  if (now.window.starts <= opened) return 'early';
  if (before?.status === 'hidden') return 'hidden';
  return (before?.status === 'shown' ? now.verdict : null) ?? 'untested';
}
