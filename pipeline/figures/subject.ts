// A measure, its results and a language → the one thing every part of its figure speaks about.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { readLinkNote } from '../domain/figure-note.js';
import type { Window } from '../domain/period.js';
import type { Unit } from '../domain/value.js';
import { chooseUnit, type Declaration } from '../measures/declaration.js';
import { choosePrecision, writeCount, writeNumber, type Precision } from './numbers.js';
import { nameWindow, nameWindowShort } from './periods.js';
import {
  hasSmallBase,
  readShown,
  readResults,
  type MeasureReading,
  type ShownResult,
} from './results.js';
import type { FigureWords } from './words.js';

/** One measure's results in one language, with the functions that write its numbers and dates. */
export interface Subject {
  readonly declaration: Declaration;
  readonly unit: Unit;
  readonly reading: MeasureReading;
  readonly words: FigureWords;
  readonly precision: Precision;
  readonly title: string;
  readonly window: (window: Window) => string;
  readonly windowShort: (window: Window) => string;
  /** Writes a value in the measure's unit. */
  readonly write: (value: number) => string;
}

/** Prepares what the parts of a figure share. */
export function buildSubject(
  declaration: Declaration,
  disclosed: readonly DisclosedCell[],
  words: FigureWords,
): Subject {
  const reading = readResults(disclosed);
  const unit = chooseUnit(declaration);
  const rated = unit === 'relative rate' || unit === 'proportion';
  const precision = choosePrecision(unit, rated ? disclosed.filter(isOwn) : reading.windows);
  const calendar = declaration.window.length === 'calendar year';
  return {
    declaration,
    unit,
    reading,
    words,
    precision,
    title: declaration.title[words.language],
    window: (window) => nameWindow(window, calendar, words),
    windowShort: (window) => nameWindowShort(window, calendar, words),
    write: (value) => writeNumber(value, precision),
  };
}

/** The value as a cell of a table prints it: the number, or the word for what stands in its place. */
export function writeValue(cell: DisclosedCell | null, subject: Subject): string {
  return writeShownOr(cell, subject, (shown) =>
    shown.value === null ? null : markLeast(subject.write(shown.value), shown, subject),
  );
}

/** `at least 39%`, where those of a partner's people who are not linked could only add to the figure. */
function markLeast(text: string, { note }: ShownResult, { words }: Subject): string {
  const isLeast = note !== undefined && readLinkNote(note)?.says === 'least';
  return isLeast ? words.say('cell.at_least', { text }) : text;
}

/** A value for a small place: a share of few children as `7 of 18`, everything else as `writeValue` has it. */
export function writeShort(cell: DisclosedCell | null, subject: Subject): string {
  const shown = readShown(cell);
  if (!shown || !hasSmallBase(shown)) return writeValue(cell, subject);
  const share = subject.words.say('share_few', {
    numerator: writeCount(shown.numerator ?? 0),
    denominator: writeCount(shown.denominator ?? 0),
  });
  return markLeast(share, shown, subject);
}

/** The 95% interval as `124.1–269.9`, or the word for what stands in its place. */
export function writeInterval(cell: DisclosedCell | null, subject: Subject): string {
  return writeShownOr(cell, subject, (shown) =>
    shown.lower === null || shown.upper === null
      ? null
      : `${subject.write(shown.lower)}–${subject.write(shown.upper)}`,
  );
}

/** The numerator or denominator of a value, or the word for why there is none. */
export function writePart(
  cell: DisclosedCell | null,
  part: 'numerator' | 'denominator',
  subject: Subject,
): string {
  return writeShownOr(cell, subject, (shown) =>
    shown[part] === null ? null : writeCount(shown[part]),
  );
}

function isOwn({ origin }: DisclosedCell): boolean {
  return origin === 'own';
}

function writeShownOr(
  cell: DisclosedCell | null,
  { words }: Subject,
  write: (shown: NonNullable<ReturnType<typeof readShown>>) => string | null,
): string {
  if (!cell) return words.say('cell.none');
  const shown = readShown(cell);
  return shown ? (write(shown) ?? words.say('cell.none')) : words.say(`cell.${cell.status}`);
}
