// The board's registers and one measure → what was decided about it, as its finding prints it.
import type { Quarter } from '../domain/period.js';
import type { QuotableMeasure } from '../figures/quote.js';
import { selectCurrentEntries, type CurrentEntry } from './memory.js';
import { describeDue, withholdSmallNumber, writeFigureLine } from './memory-rows.js';
import { judgeOutlook } from './outlook.js';
import { selectJudgedFigure } from './register-figures.js';
import type { ActionTarget } from './register-columns.js';
import type { Action, Registers } from './registers.js';
import type { CommentaryWords } from './words.js';

/** One action about a measure, in one language and for one edition. */
export interface DecidedAction {
  readonly id: string;
  readonly action: string;
  readonly owner: string;
  readonly due: string;
  /** The target and whether it will be met; the word for no target where none was set. */
  readonly target: string;
  /** What its figures did since it was opened. */
  readonly since: readonly string[];
}

/** Finds the actions and the decisions about a measure. */
export type FindDecided = (measure: string) => {
  readonly actions: readonly DecidedAction[];
  readonly decisions: readonly string[];
};

/** Lays out what a quarter's registers say of a measure. An edition that suppresses leaves out a text with a small number. */
export function createDecidedLookup(
  { actions, decisions }: Registers,
  quarter: Quarter,
  quotables: ReadonlyMap<string, QuotableMeasure>,
  words: CommentaryWords,
  hideBelow: number,
): FindDecided {
  const { language } = words;
  const names = (measure: string) => (entry: { readonly measures: readonly string[] }) =>
    entry.measures.some((written) => written.split(':')[0] === measure);
  const current = selectCurrentEntries(actions, quarter);
  const made = selectCurrentEntries(decisions, quarter);
  return (measure) => ({
    actions: current
      .filter(({ entry }) => names(measure)(entry))
      .map((line) => viewAction(line, quotables, words, hideBelow)),
    decisions: made
      .filter(({ entry }) => names(measure)(entry))
      .map(({ entry }) => withholdSmallNumber(entry[`decision_${language}`], words, hideBelow)),
  });
}

function viewAction(
  line: CurrentEntry<Action>,
  quotables: ReadonlyMap<string, QuotableMeasure>,
  words: CommentaryWords,
  hideBelow: number,
): DecidedAction {
  const { entry } = line;
  const { language } = words;
  return {
    id: entry.id,
    action: withholdSmallNumber(entry[`action_${language}`], words, hideBelow),
    owner: entry[`owner_${language}`],
    due: describeDue(line, words),
    target: writeTarget(entry, quotables, words),
    since: entry.measures.map((written) =>
      writeFigureLine(written, entry.opened_quarter, quotables, words),
    ),
  };
}

function writeTarget(
  { measures: [first = ''], target, opened_quarter, due_quarter }: Action,
  quotables: ReadonlyMap<string, QuotableMeasure>,
  { say }: CommentaryWords,
): string {
  if (target === null) return say('decided.no_target');
  const figure = selectJudgedFigure(first, quotables);
  const outlook = figure
    ? judgeOutlook(figure, target, opened_quarter, due_quarter)
    : 'cannot tell';
  return say('decided.target', {
    target: formatTarget(target),
    outlook: say(`decided.outlook.${outlook.replaceAll(' ', '_')}`),
  });
}

function formatTarget({ value, isShare }: ActionTarget): string {
  return isShare ? `${Number((value * 100).toPrecision(12))}%` : String(value);
}
