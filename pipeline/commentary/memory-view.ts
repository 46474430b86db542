// What a board remembers and one edition's figures → the page of actions, decisions and risks.
import type { Quarter } from '../domain/period.js';
import type { Quotable } from '../figures/quote.js';
import { saysSmallNumber } from './claims.js';
import { remembered, unmovedActions, type Remembered, type UnmovedAction } from './memory.js';
import type { Action, Decision, Registers, Risk } from './registers.js';
import { sinceOf } from './since.js';
import { vocabularyOf } from './vocabulary.js';
import type { CommentaryWords } from './words.js';

/** One line of a register as printed. */
export interface MemoryRow {
  readonly id: string;
  readonly text: string;
  /** What stands under the text in small: who, how likely, what is done. */
  readonly under: readonly string[];
  readonly when: readonly string[];
  /** Said of a line whose quarter is over; null of any other. */
  readonly overdue: string | null;
  /** What each of its measures did. */
  readonly figures: readonly string[];
}

/** One register as printed. */
export interface MemoryTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly MemoryRow[];
}

/** The page; null where a service keeps no register. */
export interface MemoryView {
  readonly title: string;
  readonly intro: string;
  readonly tables: readonly MemoryTable[];
}

/** Lays out the lines of a quarter in one language. In an edition that hides, a text with a small number is left out. */
export function viewMemory(
  registers: Registers,
  quarter: Quarter,
  quotables: ReadonlyMap<string, Quotable>,
  words: CommentaryWords,
  hideBelow: number,
): MemoryView | null {
  const { say } = words;
  const writing: Writing = {
    words,
    safe: (text) => safeText(text, words, hideBelow),
    figures: ({ measures, opened_quarter }) =>
      measures.map((id) => figureLine(id, opened_quarter, quotables, words)),
  };
  const tables = [
    tableOf('action', remembered(registers.actions, quarter), actionRow, writing),
    tableOf('decision', remembered(registers.decisions, quarter), decisionRow, writing),
    tableOf('risk', remembered(registers.risks, quarter), riskRow, writing),
  ].filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) return null;
  return { title: say('memory.title'), intro: say('memory.intro'), tables };
}

/** An open action whose measures did not move, in one language and for one edition. */
export type UnmovedLine = Omit<UnmovedAction, 'action'> & { readonly action: string };

/** The actions for the chair to ask about. In an edition that hides, a text with a small number is left out. */
export function viewUnmoved(
  registers: Registers,
  quarter: Quarter,
  quotables: ReadonlyMap<string, Quotable>,
  words: CommentaryWords,
  hideBelow: number,
): UnmovedLine[] {
  return unmovedActions(registers, quarter, quotables).map((unmoved) => ({
    ...unmoved,
    action: safeText(unmoved.action[words.language], words, hideBelow),
  }));
}

/** The text, or what stands in its place where it holds a number as small as those the edition hides. */
function safeText(text: string, words: CommentaryWords, hideBelow: number): string {
  const tells = saysSmallNumber(text, vocabularyOf(words), hideBelow);
  return tells ? words.say('commentary.withheld') : text;
}

/** How one language and edition writes lines. */
interface Writing {
  readonly words: CommentaryWords;
  readonly safe: (text: string) => string;
  readonly figures: (entry: { measures: readonly string[]; opened_quarter: Quarter }) => string[];
}

type Said = Pick<MemoryRow, 'text' | 'under'>;

function tableOf<Entry extends Action | Decision | Risk>(
  kind: 'action' | 'decision' | 'risk',
  lines: readonly Remembered<Entry>[],
  saidOf: (entry: Entry, writing: Writing) => Said,
  writing: Writing,
): MemoryTable {
  const { say } = writing.words;
  return {
    title: say(`memory.${kind}s`),
    heads: ['id', kind, 'when', 'measures'].map((head) => say(`memory.${head}`)),
    rows: lines.map((line) => ({
      id: line.entry.id,
      ...saidOf(line.entry, writing),
      when: whenOf(kind, line, writing.words),
      overdue: overdueOf(line, writing.words),
      figures: writing.figures(line.entry),
    })),
  };
}

function actionRow(entry: Action, { words: { language }, safe }: Writing): Said {
  return { text: safe(entry[`action_${language}`]), under: [entry[`owner_${language}`]] };
}

function decisionRow(entry: Decision, { words: { language, say }, safe }: Writing): Said {
  const actions = entry.actions.join(', ');
  return {
    text: safe(entry[`decision_${language}`]),
    under: actions === '' ? [] : [say('memory.leads_to', { actions })],
  };
}

function riskRow(entry: Risk, { words: { language, say }, safe }: Writing): Said {
  return {
    text: safe(entry[`risk_${language}`]),
    under: [
      say('memory.rating', {
        likelihood: say(`memory.level.${entry.likelihood}`),
        impact: say(`memory.level.${entry.impact}`),
      }),
      say('memory.response', { response: safe(entry[`response_${language}`]) }),
      entry[`owner_${language}`],
    ],
  };
}

type Begun = Remembered<{ opened_quarter: Quarter; due_quarter?: Quarter }>;

function whenOf(kind: string, { entry, standing }: Begun, { say }: CommentaryWords): string[] {
  const { opened_quarter: opened, due_quarter: due } = entry;
  const begun = kind === 'decision' ? 'decided' : 'opened';
  return [
    say(`memory.${begun}`, { quarter: opened.label }),
    ...(due && standing === 'open' ? [say('memory.due', { quarter: due.label })] : []),
    ...(standing !== 'open' && standing !== 'overdue' ? [say(`memory.${standing}`)] : []),
  ];
}

function overdueOf({ entry, standing }: Begun, { say }: CommentaryWords): string | null {
  const { due_quarter: due } = entry;
  return due && standing === 'overdue' ? say('memory.overdue', { quarter: due.label }) : null;
}

function figureLine(
  id: string,
  opened: Quarter,
  quotables: ReadonlyMap<string, Quotable>,
  { say }: CommentaryWords,
): string {
  const quotable = quotables.get(id);
  if (!quotable) return id;
  const { title, write } = quotable;
  const { then, now, judged } = sinceOf(quotable, opened);
  if (judged === 'none') return say('memory.no_figure', { title });
  if (now?.status === 'hidden') return say('memory.no_number', { title });
  const facts = { title, now: write(now), judged: say(`memory.judged.${judged}`) };
  if (then === now) return say('memory.since_start', facts);
  return then
    ? say('memory.since', { ...facts, then: write(then) })
    : say('memory.since_unknown', facts);
}
