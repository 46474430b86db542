// Lines of the registers → the rows of their tables, in one language and for one edition.
import type { Day, Quarter } from '../domain/period.js';
import type { QuotableMeasure } from '../figures/quote.js';
import { containsSmallNumber } from './claims.js';
import { isUnmoved, type CurrentEntry } from './memory.js';
import { selectJudgedFigure } from './register-figures.js';
import type { Action, BoardDecision, Risk } from './registers.js';
import { measureChangeSinceStart } from './since.js';
import { compileVocabulary } from './vocabulary.js';
import type { CommentaryWords } from './words.js';

/** One line of a register as printed. */
export interface MemoryRow {
  readonly id: string;
  readonly text: string;
  /** Details printed in small type under the text: owner, source, progress, likelihood, response. */
  readonly under: readonly string[];
  readonly when: readonly string[];
  /** Printed if the due quarter is over; null otherwise. */
  readonly overdue: string | null;
  /** What each measure did since the entry was opened. */
  readonly figures: readonly string[];
  /** That an action is done and no figure of it moved as intended; null otherwise. */
  readonly unmoved: string | null;
}

/** What rows are written with. An edition that suppresses (`hideBelow`) leaves out a text with a small number. */
export interface RowContext {
  readonly words: CommentaryWords;
  readonly quotables: ReadonlyMap<string, QuotableMeasure>;
  readonly hideBelow: number;
  readonly formatDay: (day: Day) => string;
}

/** Writes the row of an action. */
export function writeActionRow(line: CurrentEntry<Action>, context: RowContext): MemoryRow {
  const { entry, quarterStatus } = line;
  const { words, quotables } = context;
  const { language, say } = words;
  const isStill = quarterStatus === 'done' && isUnmoved(entry, quotables);
  return {
    ...writeCommon(line, context),
    text: withhold(entry[`action_${language}`], context),
    under: [
      entry[`owner_${language}`],
      ...writeSource(entry, words),
      ...(['progress', 'evidence'] as const).flatMap((column) => {
        const text = entry[`${column}_${language}`];
        return text === '' ? [] : [say(`memory.${column}`, { text: withhold(text, context) })];
      }),
    ],
    when: describeActionDates(line, context),
    unmoved: isStill ? say('memory.done_unmoved') : null,
  };
}

/** The recommendation and what gave it, `Inspection 2024, recommendation 3`; nothing where no source is named. */
function writeSource(entry: Action, { language, say }: CommentaryWords): string[] {
  const source = entry[`source_${language}`];
  if (source === '') return [];
  const { recommendation } = entry;
  return [
    recommendation === ''
      ? say('memory.source', { source })
      : say('memory.recommended', { source, recommendation }),
  ];
}

/** Writes the row of a decision. */
export function writeDecisionRow(
  line: CurrentEntry<BoardDecision>,
  context: RowContext,
): MemoryRow {
  const { entry } = line;
  const { language, say } = context.words;
  const actions = entry.actions.join(', ');
  return {
    ...writeCommon(line, context),
    text: withhold(entry[`decision_${language}`], context),
    under: actions === '' ? [] : [say('memory.leads_to', { actions })],
    when: [say('memory.decided', { quarter: entry.opened_quarter.label })],
  };
}

/** Writes the row of a risk. */
export function writeRiskRow(line: CurrentEntry<Risk>, context: RowContext): MemoryRow {
  const { entry } = line;
  const { language, say } = context.words;
  return {
    ...writeCommon(line, context),
    text: withhold(entry[`risk_${language}`], context),
    under: [
      say('memory.rating', {
        likelihood: say(`memory.level.${entry.likelihood}`),
        impact: say(`memory.level.${entry.impact}`),
      }),
      say('memory.response', { response: withhold(entry[`response_${language}`], context) }),
      entry[`owner_${language}`],
    ],
    when: describeDates(line, context.words),
  };
}

type DatedLine = CurrentEntry<{
  id: string;
  measures: readonly string[];
  opened_quarter: Quarter;
  due_quarter?: Quarter;
  closed_quarter?: Quarter | null;
}>;

function writeCommon(
  line: DatedLine,
  { words, quotables }: RowContext,
): Pick<MemoryRow, 'id' | 'overdue' | 'figures' | 'unmoved'> {
  const { id, measures, opened_quarter: opened } = line.entry;
  return {
    id,
    overdue: describeOverdue(line, words),
    figures: measures.map((written) => writeFigureLine(written, opened, quotables, words)),
    unmoved: null,
  };
}

function withhold(text: string, { words, hideBelow }: RowContext): string {
  return withholdSmallNumber(text, words, hideBelow);
}

/** Returns the text, or a placeholder if it contains a number below the edition's threshold. */
export function withholdSmallNumber(
  text: string,
  words: CommentaryWords,
  hideBelow: number,
): string {
  const hasSmallNumber = containsSmallNumber(text, compileVocabulary(words), hideBelow);
  return hasSmallNumber ? words.say('commentary.withheld') : text;
}

function describeActionDates(
  line: CurrentEntry<Action>,
  { words, formatDay }: RowContext,
): string[] {
  const { agreed_on: agreed, first_due_quarter: first } = line.entry;
  const [opened = '', ...others] = describeDates(line, words);
  return [
    agreed === null ? opened : words.say('memory.agreed', { day: formatDay(agreed) }),
    ...others,
    ...(first === null ? [] : [words.say('memory.moved', { quarter: first.label })]),
  ];
}

function describeDates({ entry, quarterStatus }: DatedLine, { say }: CommentaryWords): string[] {
  const { opened_quarter: opened, due_quarter: due } = entry;
  const isOver = quarterStatus !== 'open' && quarterStatus !== 'overdue';
  return [
    say('memory.opened', { quarter: opened.label }),
    ...(due && quarterStatus === 'open' ? [say('memory.due', { quarter: due.label })] : []),
    ...(isOver
      ? [say(`memory.${quarterStatus}`, { quarter: entry.closed_quarter?.label ?? '' })]
      : []),
  ];
}

/** `Due 2023-24 Q1`, that it is overdue, or how it ended. */
export function describeDue(line: DatedLine, words: CommentaryWords): string {
  return describeOverdue(line, words) ?? describeDates(line, words).slice(1).join(' ');
}

function describeOverdue(
  { entry, quarterStatus }: DatedLine,
  { say }: CommentaryWords,
): string | null {
  const { due_quarter: due } = entry;
  return due && quarterStatus === 'overdue' ? say('memory.overdue', { quarter: due.label }) : null;
}

/** What a measure named in a register did since the entry was opened. */
export function writeFigureLine(
  written: string,
  opened: Quarter,
  quotables: ReadonlyMap<string, QuotableMeasure>,
  { say }: CommentaryWords,
): string {
  const figure = selectJudgedFigure(written, quotables);
  if (!figure) return say('memory.no_figure', { title: written });
  const { title, write } = figure;
  const { initial: then, latest: now, outcome: judged } = measureChangeSinceStart(figure, opened);
  if (judged === 'none') return say('memory.no_figure', { title });
  if (now?.status === 'hidden') return say('memory.no_number', { title });
  const facts = { title, now: write(now), judged: say(`memory.judged.${judged}`) };
  if (then === now) return say('memory.since_start', facts);
  return then
    ? say('memory.since', { ...facts, then: write(then) })
    : say('memory.since_unknown', facts);
}
