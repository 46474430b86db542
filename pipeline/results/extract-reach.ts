// Each extract's day of receipt and the days of its records → the last day of which it can know everything.
import type { LedgerEvent } from '../deliveries/events.js';
import { traceNames, type KnownDeliveries } from '../deliveries/ledger.js';
import { addMonths, dayNumber, type Day, type Quarter } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';
import { isInUse, systemKey, type System } from '../domain/system.js';

/** How far one extract reaches, and what ends it there: the day it was received, or a stop in its records. */
export interface ExtractReach {
  readonly extract: string;
  readonly to: Day;
  readonly ended: 'received' | 'stopped';
}

/** What is known of an extract's arrival. */
interface Arrival {
  readonly received: Day;
  /** Every day up to its receipt on which one of its records happened, oldest first, each once. */
  readonly recorded: readonly Day[];
}

/** An extract's habit is that of the three years before its last record. */
const HABIT_MONTHS = 36;

/** Recorded days without which there is no habit to judge by. */
const LEAST_RECORDED_DAYS = 30;

/** How much longer than the longest of those gaps a silence must be: the next gap is often a little longer than any. */
const LONGER_THAN_LONGEST = 1.5;

/** Recorded days that the usual pace would have brought since: under a Poisson pace, none come once in 150. */
const LEAST_MISSED_DAYS = 5;

/**
 * How far an extract reaches, as a quarter sees it. Never past its receipt. It has stopped at its last record when, at
 * the quarter's end or its receipt if that is earlier, it had been silent for over half as long again as ever in the
 * three years before, and for long enough that five recorded days would have come at its usual pace. With fewer than thirty recorded days there
 * is no telling, and silence is taken for a true zero.
 */
export function findReach(
  { received, recorded }: Arrival,
  { ends }: Pick<Quarter, 'ends'>,
): Omit<ExtractReach, 'extract'> {
  const last = recorded.at(-1);
  const seen = received < ends ? received : ends;
  if (last === undefined || last >= seen || !hasStopped(recorded, last, seen))
    return { to: received, ended: 'received' };
  return { to: last, ended: 'stopped' };
}

function hasStopped(recorded: readonly Day[], last: Day, seen: Day): boolean {
  const begins = addMonths(last, -HABIT_MONTHS);
  const days = recorded.filter((day) => day >= begins).map(dayNumber);
  if (days.length < LEAST_RECORDED_DAYS) return false;
  const gaps = days.slice(1).map((day, index) => day - Number(days[index]));
  const usual = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const silence = dayNumber(seen) - dayNumber(last);
  return silence > LONGER_THAN_LONGEST * Math.max(...gaps) && silence >= LEAST_MISSED_DAYS * usual;
}

/**
 * The day on which each extract was last received, by a day. Where two case systems in use both send it, the earlier of
 * the two. A file that came again without anything new was received again, unless the settings say when the files came.
 */
export function findReceiptDays(
  known: KnownDeliveries,
  lines: readonly LedgerEvent[],
  {
    systems,
    received_on,
  }: { readonly systems: readonly System[]; readonly received_on?: Day | undefined },
  asAt: Day,
): Map<string, Day> {
  const repeats = listRepeats(lines, received_on, asAt);
  const inUse = new Set(
    systems.filter((each) => isInUse(each, asAt)).map(({ id }) => systemKey(systems, id)),
  );
  return new Map(
    [...known].flatMap(([extract, entries]) => {
      const bySystem = new Map<string | undefined, Day>();
      for (const { system, delivery, known_from: from } of entries)
        bySystem.set(system, latest([bySystem.get(system), from, repeats.get(delivery)]));
      const current = [...bySystem].flatMap(([system, day]) => (inUse.has(system) ? [day] : []));
      const [first] = (current.length > 0 ? current : [latest([...bySystem.values()])]).sort();
      return first === undefined || first === '' ? [] : [[extract, first] as const];
    }),
  );
}

/** The last day by `asAt` on which each delivery came again with nothing new. */
function listRepeats(
  lines: readonly LedgerEvent[],
  receivedOn: Day | undefined,
  asAt: Day,
): Map<string, Day> {
  const repeats = new Map<string, Day>();
  const findCurrentName = traceNames(lines);
  for (const line of lines) {
    const day = receivedOn ?? line.on;
    if (line.what === 'received' && day <= asAt)
      for (const { delivery } of line.again) repeats.set(findCurrentName(delivery), day);
  }
  return repeats;
}

/** How far the receipt of an extract says that it reaches, and whether that is before the quarter ends. */
export interface ReceiptReach {
  readonly reach: Day | null;
  readonly endsEarly: boolean;
}

/** How far an extract reaches that a measure counts from: never past the last day that all records together reach. */
export function findReceiptReach(
  extract: string,
  reaches: readonly ExtractReach[],
  covered: Day,
  { ends }: Quarter,
): ReceiptReach {
  const found = reaches.find((each) => each.extract === extract);
  if (found === undefined) return { reach: null, endsEarly: false };
  const reach = found.to < covered ? found.to : covered;
  return { reach, endsEarly: reach < ends };
}

/** Says of each extract that a measure counts from and that ends before the quarter does: the day, and why. */
export function describeShortReach(
  reaches: readonly ExtractReach[],
  { label, ends }: Quarter,
): Problem[] {
  return reaches
    .filter(({ to }) => to < ends)
    .map(({ extract, to, ended }) => ({
      kind: 'note',
      code: ended === 'stopped' ? 'extract-stops' : 'extract-ends',
      file: extract,
      facts: { extract, day: to, quarter: label, ends },
    }));
}

function latest(days: readonly (Day | undefined)[]): Day {
  return days.reduce<Day>((last, day) => (day !== undefined && day > last ? day : last), '');
}
