// A measure's windows → the table that says in numbers what a trend draws.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { describeChanges } from './definition-changes.js';
import type { TableRow, FigureTable } from './figure.js';
import { readShown } from './results.js';
import { writePart, writeShort, writeValue, type Subject } from './subject.js';

/** One column for each window; rows for the count, denominator, value and limits, as the unit needs. */
export function tabulateTrend(subject: Subject): FigureTable {
  const { words, unit } = subject;
  const windows = selectWindows(subject);
  const head = { label: words.say('head.ending'), numeric: false };
  const columns = windows.map(({ window }) => ({
    label: subject.windowShort(window),
    numeric: true,
  }));
  const changed = describeChanges(subject);
  const hasIntervals = windows.map(readShown).some((cell) => cell !== null && cell.lower !== null);
  const parts: [string, (cell: DisclosedCell) => string][] = [
    [labelNumberRow(subject), (cell) => writePart(cell, 'numerator', subject)],
    ...(unit === 'proportion' || unit === 'mean' ? [buildDenominatorRow(subject)] : []),
    ...(unit === 'count' ? [] : [buildValueRow(subject)]),
    ...(hasIntervals ? buildLimitRows(subject) : []),
  ];
  return {
    id: 'trend',
    caption: writeCaption(subject),
    columns: [head, ...columns],
    rows: parts.map(([label, write]) => buildRow(label, windows, write)),
    ...(changed.length > 0 ? { note: changed.join(' ') } : {}),
  };
}

/** Windows from the first that has data to the current one: what is not there yet needs no column. */
function selectWindows({ reading }: Subject): readonly DisclosedCell[] {
  const first = reading.windows.findIndex(({ status }) => status !== 'no data');
  return reading.windows.slice(first, reading.windows.length - reading.later.length);
}

/** The caption says from which window on there is no column because the children are still being followed up. */
function writeCaption({ reading, words, windowShort, title }: Subject): string {
  const first = reading.later.find(({ status }) => status === 'immature');
  if (!first) return words.say('caption.trend', { title });
  return words.say('caption.trend_immature', { title, window: windowShort(first.window) });
}

function labelNumberRow({ words, declaration }: Subject): string {
  return words.say(`head.counted.${declaration.counts}`);
}

function buildDenominatorRow(subject: Subject): [string, (cell: DisclosedCell) => string] {
  return [subject.words.say('head.out_of'), (cell) => writePart(cell, 'denominator', subject)];
}

function buildValueRow(subject: Subject): [string, (cell: DisclosedCell) => string] {
  return [subject.words.say(`head.${subject.unit}`), (cell) => writeShort(cell, subject)];
}

function buildLimitRows(subject: Subject): [string, (cell: DisclosedCell) => string][] {
  const { words, write } = subject;
  const readLimit =
    (end: 'lower' | 'upper') =>
    (cell: DisclosedCell): string => {
      const value = readShown(cell)?.[end] ?? null;
      return value === null ? writeValue(readShown(cell) ? null : cell, subject) : write(value);
    };
  return [
    [words.say('head.lower'), readLimit('lower')],
    [words.say('head.upper'), readLimit('upper')],
  ];
}

function buildRow(
  label: string,
  cells: readonly DisclosedCell[],
  write: (cell: DisclosedCell) => string,
): TableRow {
  const row = { label, cells: cells.map(write) };
  const hidden = cells.map(({ status }) => status === 'hidden');
  return hidden.includes(true) ? { ...row, hidden } : row;
}
