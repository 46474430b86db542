// The registers and a quarter → the entries that its pack shows, which are overdue, and which actions are stalled.
import type { Words } from '../domain/language.js';
import type { Quarter } from '../domain/period.js';
import type { QuotableMeasure } from '../figures/quote.js';
import type { Action, Registers } from './registers.js';
import { selectJudgedFigure, type JudgedFigure } from './register-figures.js';
import { measureChangeSinceStart } from './since.js';

/** Status of an entry in the quarter of a pack. */
type QuarterStatus = 'open' | 'overdue' | 'done' | 'dropped' | 'closed';

/** An entry and its status in the quarter of a pack. */
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
 * Selects the entries that a pack of `quarter` shows: opened by then and not closed before it. An entry closed later
 * counts as open, so that an old pack built again shows what was known in its quarter. An entry is overdue once its due
 * quarter is over.
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

/**
 * Selects every entry opened by the end of a quarter, those closed before it too, in the order of the register. An entry
 * closed later counts as open.
 */
export function selectEntriesSoFar<Entry extends DatedEntry>(
  entries: readonly Entry[],
  quarter: Quarter,
): CurrentEntry<Entry>[] {
  return entries
    .filter(({ opened_quarter: opened }) => opened.ends <= quarter.ends)
    .map((entry) => ({ entry, quarterStatus: findStatusSoFar(entry, quarter) }));
}

function findStatusSoFar(entry: DatedEntry, quarter: Quarter): QuarterStatus {
  const { closed_quarter: closed, status } = entry;
  if (closed && closed.ends <= quarter.ends) return status ?? 'closed';
  return findQuarterStatus(entry, quarter);
}

/** Whether some measures of an action had time to move, and none of those moved as intended. */
export function isUnmoved(
  action: Action,
  quotables: ReadonlyMap<string, QuotableMeasure>,
): boolean {
  const assessed = assessMeasures(action, quotables);
  return assessed.length > 0 && !assessed.some(({ better }) => better);
}

/** An open action that had time to work and whose measures did not move as intended. */
export interface StalledAction {
  readonly id: string;
  readonly action: Words;
  readonly owner: Words;
  /** The measures, or groups of one, that had time to move and did not. */
  readonly unmoved: readonly JudgedFigure[];
  readonly overdue: boolean;
}

/**
 * Finds the open actions for the chair to ask about: at least one measure was assessed on months that all follow the
 * action, and none of those assessed moved as intended. If numbers are too small to test, or suppressed, the action is
 * not listed.
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
          unmoved: assessed.map(({ figure }) => figure),
          overdue: quarterStatus === 'overdue',
        },
      ];
    });
}

function assessMeasures(
  { measures, opened_quarter }: Action,
  quotables: ReadonlyMap<string, QuotableMeasure>,
): { figure: JudgedFigure; better: boolean }[] {
  return measures.flatMap((written) => {
    const figure = selectJudgedFigure(written, quotables);
    const { better } = figure ? measureChangeSinceStart(figure, opened_quarter) : { better: null };
    return figure === null || better === null ? [] : [{ figure, better }];
  });
}
