// The registers and a quarter → the lines that its pack shows, what is overdue, and what did not move its measure.
import type { Words } from '../domain/language.js';
import type { Quarter } from '../domain/period.js';
import type { Quotable } from '../figures/quote.js';
import type { Action, Registers } from './registers.js';
import { sinceOf } from './since.js';

/** Where a line stands in the quarter of a pack. */
export type Standing = 'open' | 'overdue' | 'done' | 'dropped' | 'closed';

/** A line with where it stands. */
export interface Remembered<Entry> {
  readonly entry: Entry;
  readonly standing: Standing;
}

interface Dated {
  readonly opened_quarter: Quarter;
  readonly closed_quarter?: Quarter | null;
  readonly due_quarter?: Quarter;
  readonly status?: 'open' | 'done' | 'dropped' | 'closed';
}

/**
 * The lines that a pack of `quarter` shows: begun by then, and not closed before it. A line closed later stands open, so
 * that an old pack built again remembers what was known in its quarter. A line is overdue once its quarter is over.
 */
export function remembered<Entry extends Dated>(
  entries: readonly Entry[],
  quarter: Quarter,
): Remembered<Entry>[] {
  return entries
    .filter(
      ({ opened_quarter: opened, closed_quarter: closed }) =>
        opened.ends <= quarter.ends && !(closed && closed.ends < quarter.ends),
    )
    .map((entry) => ({ entry, standing: standingOf(entry, quarter) }));
}

function standingOf({ closed_quarter, due_quarter, status }: Dated, quarter: Quarter): Standing {
  if (closed_quarter?.ends === quarter.ends) return status ?? 'closed';
  return due_quarter && due_quarter.ends <= quarter.ends ? 'overdue' : 'open';
}

/** An open action that had time to work and whose measures did not move as wished. */
export interface UnmovedAction {
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
export function unmovedActions(
  { actions }: Pick<Registers, 'actions'>,
  quarter: Quarter,
  quotables: ReadonlyMap<string, Quotable>,
): UnmovedAction[] {
  return remembered(actions, quarter)
    .filter(({ standing }) => standing === 'open' || standing === 'overdue')
    .flatMap(({ entry, standing }) => {
      const judged = judgedOf(entry, quotables);
      if (judged.length === 0 || judged.some(({ better }) => better)) return [];
      return [
        {
          id: entry.id,
          action: { en: entry.action_en, cy: entry.action_cy },
          owner: { en: entry.owner_en, cy: entry.owner_cy },
          measures: judged.map(({ measure }) => measure),
          overdue: standing === 'overdue',
        },
      ];
    });
}

function judgedOf(
  { measures, opened_quarter }: Action,
  quotables: ReadonlyMap<string, Quotable>,
): { measure: string; better: boolean }[] {
  return measures.flatMap((id) => {
    const quotable = quotables.get(id);
    const { better } = quotable ? sinceOf(quotable, opened_quarter) : { better: null };
    return better === null ? [] : [{ measure: id, better }];
  });
}
