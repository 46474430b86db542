// The registers and a quarter → the lines that its pack shows, what is overdue, and what did not move its measure.
import type { Words } from '../domain/language.js';
import type { Quarter } from '../domain/period.js';
import type { QuotableMeasure } from '../figures/quote.js';
import type { Action, Registers } from './registers.js';
import { measureChangeSinceStart } from './since.js';

/** Where a line stands in the quarter of a pack. */
export type QuarterStatus = 'open' | 'overdue' | 'done' | 'dropped' | 'closed';

/** A line with where it stands. */
export interface CurrentEntry<Entry> {
  readonly entry: Entry;
  readonly quarterStatus: QuarterStatus;
}

interface DatedEntry {
  readonly opened_quarter: Quarter;
  readonly closed_quarter?: Quarter | null;
  readonly due_quarter?: Quarter;
  readonly status?: 'open' | 'done' | 'dropped' | 'closed';
}

/**
 * The lines that a pack of `quarter` shows: begun by then, and not closed before it. A line closed later stands open, so
 * that an old pack built again remembers what was known in its quarter. A line is overdue once its quarter is over.
 */
export function selectCurrentEntries<Entry extends DatedEntry>(
  entries: readonly Entry[],
  quarter: Quarter,
): CurrentEntry<Entry>[] {
  return entries
    .filter(
      ({ opened_quarter: opened, closed_quarter: closed }) =>
        opened.ends <= quarter.ends && !(closed && closed.ends < quarter.ends),
    )
    .map((entry) => ({ entry, quarterStatus: findQuarterStatus(entry, quarter) }));
}

function findQuarterStatus(
  { closed_quarter, due_quarter, status }: DatedEntry,
  quarter: Quarter,
): QuarterStatus {
  if (closed_quarter?.ends === quarter.ends) return status ?? 'closed';
  return due_quarter && due_quarter.ends <= quarter.ends ? 'overdue' : 'open';
}

/** An open action that had time to work and whose measures did not move as wished. */
export interface StalledAction {
  readonly id: string;
  readonly action: Words;
  readonly owner: Words;
  /** Those that had time and did not move. */
  readonly measures: readonly string[];
  readonly overdue: boolean;
}

/**
 * The open actions for the chair to ask about: at least one measure was judged in months that all follow the action, and
 * none of those judged moved as wished. Where numbers are too few to tell, or hidden, nothing is said against an action.
 */
export function findStalledActions(
  { actions }: Pick<Registers, 'actions'>,
  quarter: Quarter,
  quotables: ReadonlyMap<string, QuotableMeasure>,
): StalledAction[] {
  return selectCurrentEntries(actions, quarter)
    .filter(({ quarterStatus }) => quarterStatus === 'open' || quarterStatus === 'overdue')
    .flatMap(({ entry, quarterStatus }) => {
      const assessed = assessMeasures(entry, quotables);
      if (assessed.length === 0 || assessed.some(({ better }) => better)) return [];
      return [
        {
          id: entry.id,
          action: { en: entry.action_en, cy: entry.action_cy },
          owner: { en: entry.owner_en, cy: entry.owner_cy },
          measures: assessed.map(({ measure }) => measure),
          overdue: quarterStatus === 'overdue',
        },
      ];
    });
}

function assessMeasures(
  { measures, opened_quarter }: Action,
  quotables: ReadonlyMap<string, QuotableMeasure>,
): { measure: string; better: boolean }[] {
  return measures.flatMap((id) => {
    const quotable = quotables.get(id);
    const { better } = quotable
      ? measureChangeSinceStart(quotable, opened_quarter)
      : { better: null };
    return better === null ? [] : [{ measure: id, better }];
  });
}
