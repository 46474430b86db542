// A measure's windows → the table that says in numbers what a trend draws.
import type { Disclosed } from '../disclosure/disclosed.js';
import { changesSaid } from './definition-changes.js';
import type { Row, Table } from './figure.js';
import { known } from './results.js';
import { writePart, writeShort, writeValue, type Subject } from './subject.js';

/** Windows across, what was measured down: number, denominator, value and limits, as the unit has them. */
export function trendTable(subject: Subject): Table {
  const { words, unit } = subject;
  const windows = windowsOf(subject);
  const head = { label: words.say('head.ending'), numeric: false };
  const columns = windows.map(({ window }) => ({
    label: subject.windowShort(window),
    numeric: true,
  }));
  const changed = changesSaid(subject);
  const measured = windows.map(known).some((cell) => cell !== null && cell.lower !== null);
  const parts: [string, (cell: Disclosed) => string][] = [
    [numberHead(subject), (cell) => writePart(cell, 'numerator', subject)],
    ...(unit === 'proportion' || unit === 'mean' ? [outOf(subject)] : []),
    ...(unit === 'count' ? [] : [valueRow(subject)]),
    ...(measured ? limitRows(subject) : []),
  ];
  return {
    id: 'trend',
    caption: captionOf(subject),
    columns: [head, ...columns],
    rows: parts.map(([label, write]) => rowOf(label, windows, write)),
    ...(changed.length > 0 ? { note: changed.join(' ') } : {}),
  };
}

/** Windows from the first that has data to the current one: what is not there yet needs no column. */
function windowsOf({ reading }: Subject): readonly Disclosed[] {
  const first = reading.windows.findIndex(({ status }) => status !== 'no data');
  return reading.windows.slice(first, reading.windows.length - reading.later.length);
}

/** Says from when on windows have no column because their children are still being followed. */
function captionOf({ reading, words, windowShort, title }: Subject): string {
  const first = reading.later.find(({ status }) => status === 'immature');
  if (!first) return words.say('caption.trend', { title });
  return words.say('caption.trend_immature', { title, window: windowShort(first.window) });
}

function numberHead({ words, declaration }: Subject): string {
  return words.say(`head.counted.${declaration.counts}`);
}

function outOf(subject: Subject): [string, (cell: Disclosed) => string] {
  return [subject.words.say('head.out_of'), (cell) => writePart(cell, 'denominator', subject)];
}

function valueRow(subject: Subject): [string, (cell: Disclosed) => string] {
  return [subject.words.say(`head.${subject.unit}`), (cell) => writeShort(cell, subject)];
}

function limitRows(subject: Subject): [string, (cell: Disclosed) => string][] {
  const { words, write } = subject;
  const limit =
    (end: 'lower' | 'upper') =>
    (cell: Disclosed): string => {
      const at = known(cell)?.[end] ?? null;
      return at === null ? writeValue(known(cell) ? null : cell, subject) : write(at);
    };
  return [
    [words.say('head.lower'), limit('lower')],
    [words.say('head.upper'), limit('upper')],
  ];
}

function rowOf(
  label: string,
  cells: readonly Disclosed[],
  write: (cell: Disclosed) => string,
): Row {
  const row = { label, cells: cells.map(write) };
  const hidden = cells.map(({ status }) => status === 'hidden');
  return hidden.includes(true) ? { ...row, hidden } : row;
}
