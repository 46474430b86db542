// Published figures → a table that sets each beside ours of the same months, and says what the difference amounts to.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Column, Row, Table } from './figure.js';
import { precisionOf, writeNumber } from './numbers.js';
import { known, valueOf } from './results.js';
import { writePart, writeShort, type Subject } from './subject.js';

/** One column: its head, and how it writes a published figure and ours of the same months. */
interface Reader {
  readonly column: Column;
  readonly write: (theirs: Disclosed, ours: Disclosed | null) => string;
}

/** One row a published figure, newest first; null when nobody has published any. Columns with nothing in them go. */
export function comparisonTable(subject: Subject): Table | null {
  const { words, reading } = subject;
  const published = reading.published.toReversed();
  if (published.length === 0) return null;
  const pairs = published.map((theirs) => ({ theirs, ours: oursLike(theirs, subject) }));
  const blank = [words.say('cell.none'), ''];
  const readers = readersOf(subject).filter(({ write }) =>
    pairs.some(({ theirs, ours }) => !blank.includes(write(theirs, ours))),
  );
  return {
    id: 'comparison',
    caption: words.say('caption.comparison'),
    columns: [
      { label: words.say('head.published'), numeric: false },
      ...readers.map(({ column }) => column),
    ],
    rows: pairs.map(({ theirs, ours }) => rowOf(theirs, ours, readers, subject)),
    note: sourceNote(published, subject),
  };
}

function rowOf(
  theirs: Disclosed,
  ours: Disclosed | null,
  readers: readonly Reader[],
  subject: Subject,
): Row {
  const cells = readers.map(({ write }) => write(theirs, ours));
  const hidden = cells.map((text) => text === subject.words.say('cell.hidden'));
  const row = { label: labelOf(theirs, subject), cells };
  return hidden.includes(true) ? { ...row, hidden } : row;
}

function labelOf({ areaName, breakdown, group }: Disclosed, { words }: Subject): string {
  const area = words.area(areaName);
  return breakdown === 'total' ? area : `${area}, ${words.group(breakdown, group)}`;
}

/** Our own figure of the same months and group. */
function oursLike(theirs: Disclosed, { reading }: Subject): Disclosed | null {
  const group = reading.groups.find(
    ({ breakdown, group }) => breakdown === theirs.breakdown && group === theirs.group,
  );
  const candidates = [...reading.windows, group?.now, group?.before];
  const found = candidates.find(
    (cell) =>
      cell?.window.starts === theirs.window.starts &&
      cell.window.ends === theirs.window.ends &&
      cell.breakdown === theirs.breakdown,
  );
  return found ?? null;
}

function readersOf(subject: Subject): Reader[] {
  const { words, unit, declaration } = subject;
  const number = words.say(`head.counted.${declaration.counts}`);
  const value = words.say(`head.${unit}`);
  const numeric = (what: string, whose: string): Column => ({
    label: words.say(`head.${whose}`, { what }),
    numeric: true,
  });
  const rated = unit !== 'count';
  return [
    {
      column: { label: words.say('head.ending'), numeric: false },
      write: ({ window }) => subject.windowShort(window),
    },
    {
      column: numeric(number, 'theirs'),
      write: (theirs) => writePart(theirs, 'numerator', subject),
    },
    { column: numeric(number, 'ours'), write: (_, ours) => writePart(ours, 'numerator', subject) },
    ...(rated
      ? [
          {
            column: numeric(value, 'theirs'),
            write: (theirs: Disclosed) => writeTheirs(theirs, subject),
          },
          {
            column: numeric(value, 'ours'),
            write: (_: Disclosed, ours: Disclosed | null) => writeShort(ours, subject),
          },
        ]
      : []),
    {
      column: { label: words.say('head.verdict_ours'), numeric: false },
      write: (theirs) => {
        const verdict = known(theirs)?.verdict;
        return verdict ? words.say(`against.${verdict}`) : '';
      },
    },
  ];
}

/** A figure published in another unit than ours has its number, and no value that would look like a rate. */
function writeTheirs(theirs: Disclosed, subject: Subject): string {
  const value = valueOf(theirs);
  if (theirs.unit !== subject.unit) return subject.words.say('cell.none');
  if (value === null) return writeShort(theirs, subject);
  return writeNumber(value, precisionOf(theirs.unit, [theirs]));
}

function sourceNote(published: readonly Disclosed[], { words }: Subject): string {
  const sources = published.flatMap(({ source }) => (source === null ? [] : [source]));
  return words.say('note.sources', { sources: [...new Set(sources)].join('; ') });
}
