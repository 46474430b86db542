// The ledger and this computer's clock → the day from which new deliveries are known.
import type { Day } from '../domain/period.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { LedgerEvent } from './events.js';
import { listDeliveries, findFirstKnownDay } from './ledger.js';

/** The day, and notes on how it was chosen. */
interface KnownDay {
  readonly day: Day;
  readonly notes: readonly Problem[];
}

/**
 * New deliveries are known from the day they are loaded, or from an earlier day that the service declares, for files
 * that were received before. The day is never earlier than the last ledger line, even if the clock is behind. Refuses a
 * declared day in the future.
 */
export function resolveKnownDay(
  lines: readonly LedgerEvent[],
  today: Day,
  declared: Day | undefined,
): KnownDay {
  if (declared !== undefined && declared > today) throw futureDayError(declared);
  if (declared !== undefined) return { day: declared, notes: [] };
  const day = [today, ...lines.map(({ on }) => on)].sort().at(-1) ?? today;
  return { day, notes: day > today ? [describeSlowClock(today, day)] : [] };
}

/**
 * Refuses new deliveries that would change a pack built as at the declared day or later. A pack as at a day before the
 * first delivery was built from the first deliveries.
 */
export function requireNoPack(lines: readonly LedgerEvent[], declared: Day | undefined): void {
  if (declared === undefined) return;
  const firstDay = findFirstKnownDay(listDeliveries(lines)) ?? declared;
  const packDays = lines.flatMap((line) => (line.what === 'packed' ? [line.as_at] : []));
  const [changed] = packDays.filter((asAt) => asAt >= declared || firstDay >= declared).sort();
  if (changed !== undefined) throw changedPackError(declared, changed);
}

/** Note for a pack that uses deliveries received after its day, because none were received before. */
export function noteFirstDelivery(firstDay: Day | null, asAt: Day): Problem[] {
  if (firstDay === null || firstDay <= asAt) return [];
  return [{ kind: 'note', code: 'before-first-delivery', facts: { day: asAt, first: firstDay } }];
}

function futureDayError(declared: Day): ProblemError {
  const facts = { day: declared };
  return new ProblemError([{ kind: 'declaration', code: 'received-later', facts }]);
}

function changedPackError(declared: Day, asAt: Day): ProblemError {
  const facts = { day: declared, pack: asAt };
  return new ProblemError([{ kind: 'data', code: 'changes-the-past', facts }]);
}

function describeSlowClock(today: Day, last: Day): Problem {
  return {
    kind: 'note',
    code: 'clock-behind',
    variant: 'ledger',
    facts: { today, last },
  };
}
