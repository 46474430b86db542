// Windows and published figures → the tables that say in numbers what a trend draws.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Row, Table } from './figure.js';
import { precisionOf, writeNumber } from './numbers.js';
import { known, valueOf } from './results.js';
import { writeInterval, writePart, writeShort, writeValue, type Subject } from './subject.js';

/** Windows across, what was measured down: number, denominator, value and limits, as the unit has them. */
export function trendTable(subject: Subject): Table {
  const { words, reading, unit } = subject;
  const head = { label: words.say('head.ending'), numeric: false };
  const columns = reading.windows.map(({ window }) => ({
    label: subject.windowShort(window),
    numeric: true,
  }));
  const measured = reading.windows.some((cell) => known(cell)?.lower !== null && known(cell));
  const parts: [string, (cell: Disclosed) => string][] = [
    [numberHead(subject), (cell) => writePart(cell, 'numerator', subject)],
    ...(unit === 'proportion' || unit === 'mean' ? [outOf(subject)] : []),
    ...(unit === 'count' ? [] : [valueRow(subject)]),
    ...(measured ? limitRows(subject) : []),
  ];
  return {
    id: 'trend',
    caption: words.say('caption.trend', { title: subject.title }),
    columns: [head, ...columns],
    rows: parts.map(([label, write]) => rowOf(label, reading.windows, write)),
  };
}

/** Ours beside what others have published of the same kind; null when nobody has. */
export function comparisonTable(subject: Subject): Table | null {
  const { words, reading, unit } = subject;
  const published = reading.published.filter(({ breakdown }) => breakdown === 'total');
  if (published.length === 0) return null;
  const ours = [reading.current, reading.previous].filter((cell) => cell !== null);
  const rated = unit !== 'count';
  const numeric = (key: string): { label: string; numeric: boolean } => ({
    label: key,
    numeric: true,
  });
  return {
    id: 'comparison',
    caption: words.say('caption.comparison'),
    columns: [
      { label: words.say('head.whose'), numeric: false },
      { label: words.say('head.window'), numeric: false },
      numeric(numberHead(subject)),
      ...(rated ? [numeric(words.say(`head.${unit}`))] : []),
      numeric(words.say('head.interval')),
      { label: words.say('head.ours'), numeric: false },
    ],
    rows: [...ours, ...published].map((cell) => comparisonRow(cell, rated, subject)),
  };
}

function comparisonRow(cell: Disclosed, rated: boolean, subject: Subject): Row {
  const { words } = subject;
  const theirs = cell.origin === 'published';
  const facts = { area: words.area(cell.areaName), source: cell.source ?? '' };
  const verdict = theirs ? known(cell)?.verdict : null;
  const cells = [
    subject.window(cell.window),
    writePart(cell, 'numerator', subject),
    ...(rated ? [writeInUnit(cell, subject)] : []),
    cell.unit === subject.unit ? writeInterval(cell, subject) : words.say('cell.none'),
    verdict ? words.say(`against.${verdict}`) : '',
  ];
  const hidden = cells.map((_, n) => cell.status === 'hidden' && n > 0 && n < cells.length - 1);
  const label = theirs ? words.say('head.published', facts) : words.service;
  return cell.status === 'hidden' ? { label, cells, hidden } : { label, cells };
}

/** A figure published in another unit than ours has its number, and no value that would look like a rate. */
function writeInUnit(cell: Disclosed, subject: Subject): string {
  if (cell.unit !== subject.unit) return subject.words.say('cell.none');
  const value = valueOf(cell);
  if (value === null || cell.origin === 'own') return writeShort(cell, subject);
  return writeNumber(value, precisionOf(cell.unit, [cell]));
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
