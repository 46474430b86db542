// The board's registers and one edition's figures → the page of actions, decisions and risks.
import type { Quarter } from '../domain/period.js';
import type { QuotableMeasure } from '../figures/quote.js';
import { containsSmallNumber } from './claims.js';
import {
  selectCurrentEntries,
  findStalledActions,
  type CurrentEntry,
  type StalledAction,
} from './memory.js';
import type { Action, BoardDecision, Registers, Risk } from './registers.js';
import { selectJudgedFigure } from './register-figures.js';
import { measureChangeSinceStart } from './since.js';
import { compileVocabulary } from './vocabulary.js';
import type { CommentaryWords } from './words.js';

/** One line of a register as printed. */
interface MemoryRow {
  readonly id: string;
  readonly text: string;
  /** Details printed in small type under the text: owner, likelihood, response. */
  readonly under: readonly string[];
  readonly when: readonly string[];
  /** Printed if the due quarter is over; null otherwise. */
  readonly overdue: string | null;
  /** What each measure did since the entry was opened. */
  readonly figures: readonly string[];
}

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

/**
 * Lays out the entries of a quarter in one language. An edition that suppresses leaves out a text that contains a small
 * number.
 */
export function viewMemory(
  registers: Registers,
  quarter: Quarter,
  quotables: ReadonlyMap<string, QuotableMeasure>,
  words: CommentaryWords,
  hideBelow: number,
): MemoryView | null {
  const { say } = words;
  const writer: RowWriter = {
    words,
    withhold: (text) => withholdSmallNumber(text, words, hideBelow),
    writeFigures: ({ measures, opened_quarter }) =>
      measures.map((written) => writeFigureLine(written, opened_quarter, quotables, words)),
  };
  const tables = [
    buildTable('action', selectCurrentEntries(registers.actions, quarter), writeActionRow, writer),
    buildTable(
      'decision',
      selectCurrentEntries(registers.decisions, quarter),
      writeDecisionRow,
      writer,
    ),
    buildTable('risk', selectCurrentEntries(registers.risks, quarter), writeRiskRow, writer),
  ].filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) return null;
  return { title: say('memory.title'), intro: say('memory.intro'), tables };
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

/** Returns the text, or a placeholder if it contains a number below the edition's threshold. */
export function withholdSmallNumber(
  text: string,
  words: CommentaryWords,
  hideBelow: number,
): string {
  const hasSmallNumber = containsSmallNumber(text, compileVocabulary(words), hideBelow);
  return hasSmallNumber ? words.say('commentary.withheld') : text;
}

/** Writes register rows in one language and for one edition. */
interface RowWriter {
  readonly words: CommentaryWords;
  readonly withhold: (text: string) => string;
  readonly writeFigures: (entry: {
    measures: readonly string[];
    opened_quarter: Quarter;
  }) => string[];
}

type RowText = Pick<MemoryRow, 'text' | 'under'>;

function buildTable<Entry extends Action | BoardDecision | Risk>(
  kind: 'action' | 'decision' | 'risk',
  lines: readonly CurrentEntry<Entry>[],
  writeRow: (entry: Entry, writer: RowWriter) => RowText,
  writer: RowWriter,
): MemoryTable {
  const { say } = writer.words;
  return {
    title: say(`memory.${kind}s`),
    heads: ['id', kind, 'when', 'measures'].map((head) => say(`memory.${head}`)),
    rows: lines.map((line) => ({
      id: line.entry.id,
      ...writeRow(line.entry, writer),
      when: describeDates(kind, line, writer.words),
      overdue: describeOverdue(line, writer.words),
      figures: writer.writeFigures(line.entry),
    })),
  };
}

function writeActionRow(entry: Action, { words: { language }, withhold }: RowWriter): RowText {
  return { text: withhold(entry[`action_${language}`]), under: [entry[`owner_${language}`]] };
}

function writeDecisionRow(
  entry: BoardDecision,
  { words: { language, say }, withhold }: RowWriter,
): RowText {
  const actions = entry.actions.join(', ');
  return {
    text: withhold(entry[`decision_${language}`]),
    under: actions === '' ? [] : [say('memory.leads_to', { actions })],
  };
}

function writeRiskRow(entry: Risk, { words: { language, say }, withhold }: RowWriter): RowText {
  return {
    text: withhold(entry[`risk_${language}`]),
    under: [
      say('memory.rating', {
        likelihood: say(`memory.level.${entry.likelihood}`),
        impact: say(`memory.level.${entry.impact}`),
      }),
      say('memory.response', { response: withhold(entry[`response_${language}`]) }),
      entry[`owner_${language}`],
    ],
  };
}

type DatedLine = CurrentEntry<{ opened_quarter: Quarter; due_quarter?: Quarter }>;

function describeDates(
  kind: string,
  { entry, quarterStatus }: DatedLine,
  { say }: CommentaryWords,
): string[] {
  const { opened_quarter: opened, due_quarter: due } = entry;
  const startWord = kind === 'decision' ? 'decided' : 'opened';
  return [
    say(`memory.${startWord}`, { quarter: opened.label }),
    ...(due && quarterStatus === 'open' ? [say('memory.due', { quarter: due.label })] : []),
    ...(quarterStatus !== 'open' && quarterStatus !== 'overdue'
      ? [say(`memory.${quarterStatus}`)]
      : []),
  ];
}

/** `Due 2023-24 Q1`, that it is overdue, or how it ended. */
export function describeDue(line: DatedLine, words: CommentaryWords): string {
  const lines = describeDates('action', line, words).slice(1);
  return describeOverdue(line, words) ?? lines.join(' ');
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
