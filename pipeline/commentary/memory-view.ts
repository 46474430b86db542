// The board's registers and one edition's figures → the page of actions, decisions and risks.
import type { Quarter } from '../domain/period.js';
import type { QuotableMeasure } from '../figures/quote.js';
import {
  findStalledActions,
  selectCurrentEntries,
  selectEntriesSoFar,
  type CurrentEntry,
  type StalledAction,
} from './memory.js';
import {
  withholdSmallNumber,
  writeActionRow,
  writeDecisionRow,
  writeRiskRow,
  type MemoryRow,
  type RowContext,
} from './memory-rows.js';
import type { Action, Registers } from './registers.js';
import type { CommentaryWords } from './words.js';

/** One register as printed. */
interface MemoryTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly MemoryRow[];
}

/** The page of registers; null if the service keeps none. */
export interface MemoryView {
  readonly title: string;
  readonly intro: string;
  readonly tables: readonly MemoryTable[];
}

/** Lays out the entries of a quarter; null where there is none. */
export function viewMemory(
  registers: Registers,
  quarter: Quarter,
  context: RowContext,
): MemoryView | null {
  const { say } = context.words;
  const buildTable = (kind: 'action' | 'decision' | 'risk', rows: MemoryRow[]): MemoryTable => ({
    title: say(`memory.${kind}s`),
    heads: ['id', kind, 'when', 'measures'].map((head) => say(`memory.${head}`)),
    rows,
  });
  const { actions, decisions, risks } = registers;
  const tables = [
    buildTable(
      'action',
      selectCurrentEntries(actions, quarter).map((line) => writeActionRow(line, context)),
    ),
    buildTable(
      'decision',
      selectCurrentEntries(decisions, quarter).map((line) => writeDecisionRow(line, context)),
    ),
    buildTable(
      'risk',
      selectCurrentEntries(risks, quarter).map((line) => writeRiskRow(line, context)),
    ),
  ].filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) return null;
  return { title: say('memory.title'), intro: say('memory.intro'), tables };
}

/**
 * Lays out every action that an inspection, a plan, an audit or the board asked for by name, a table for each, those that
 * ended before the quarter too; null where no action names its source.
 */
export function viewProgress(
  { actions }: Registers,
  quarter: Quarter,
  context: RowContext,
): MemoryView | null {
  const { say, language } = context.words;
  const named = selectEntriesSoFar(actions, quarter).filter(({ entry }) => entry.source !== '');
  if (named.length === 0) return null;
  const titles = new Set(named.map(({ entry }) => entry[`source_${language}`]));
  const tables = [...titles].map((title) => ({
    title,
    heads: ['id', 'action', 'when', 'measures'].map((head) => say(`memory.${head}`)),
    rows: named
      .filter(({ entry }) => entry[`source_${language}`] === title)
      .toSorted(compareRecommendations)
      .map(({ entry, quarterStatus }) => {
        // The table names the source, so that its rows need not.
        const unnamed = { ...entry, source_en: '', source_cy: '' };
        const row = writeActionRow({ entry: unnamed, quarterStatus }, context);
        return { ...row, id: entry.recommendation === '' ? row.id : entry.recommendation };
      }),
  }));
  return { title: say('progress.title'), intro: say('progress.intro'), tables };
}

/** By the number of the recommendation, 9 before 10; those without one last, in the order of the register. */
function compareRecommendations(one: CurrentEntry<Action>, other: CurrentEntry<Action>): number {
  const [first, second] = [one.entry.recommendation, other.entry.recommendation];
  if (first === '' || second === '') return Number(first === '') - Number(second === '');
  return first.localeCompare(second, 'en', { numeric: true });
}

/** An open action whose measures did not move, in one language and for one edition. */
export interface StalledActionLine extends Omit<StalledAction, 'action' | 'unmoved'> {
  readonly action: string;
  readonly unmoved: readonly UnmovedFigure[];
}

/** A measure that did not move; for a group of one, the group (`need.Drug use`) and its finding in words. */
interface UnmovedFigure {
  readonly measure: string;
  readonly group: string | null;
  readonly finding: string;
}

/**
 * Lists the actions for the chair to ask about. An edition that suppresses leaves out a text that contains a small
 * number.
 */
export function viewStalledActions(
  registers: Registers,
  quarter: Quarter,
  quotables: ReadonlyMap<string, QuotableMeasure>,
  words: CommentaryWords,
  hideBelow: number,
): StalledActionLine[] {
  return findStalledActions(registers, quarter, quotables).map(({ unmoved, ...stalled }) => ({
    ...stalled,
    unmoved: unmoved.map(({ measure, group, title, write, reading }) => ({
      ...{ measure, group, finding: `${title}: ${write(reading.current)}` },
    })),
    action: withholdSmallNumber(stalled.action[words.language], words, hideBelow),
  }));
}
