// Published figures → a table that sets each beside ours of the same months, and says what the difference amounts to.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { TableColumn, TableRow, FigureTable } from './figure.js';
import { choosePrecision, writeNumber } from './numbers.js';
import { readShown, readValue } from './results.js';
import { writePart, writeShort, type Subject } from './subject.js';

/** One column: its head, and how to write its cell from a published figure and ours of the same months. */
interface ComparisonColumn {
  readonly column: TableColumn;
  readonly write: (theirs: DisclosedCell, ours: DisclosedCell | null) => string;
}

/** One row for each published figure, newest first; null if there are none. Leaves out columns that would be empty. */
export function tabulateComparison(subject: Subject): FigureTable | null {
  const { words, reading } = subject;
  const published = reading.published.toReversed();
  if (published.length === 0) return null;
  const pairs = published.map((theirs) => ({ theirs, ours: findOwnResult(theirs, subject) }));
  const blank = [words.say('cell.none'), ''];
  const columns = chooseColumns(subject).filter(({ write }) =>
    pairs.some(({ theirs, ours }) => !blank.includes(write(theirs, ours))),
  );
  return {
    id: 'comparison',
    caption: words.say('caption.comparison'),
    columns: [
      { label: words.say('head.published'), numeric: false },
      ...columns.map(({ column }) => column),
    ],
    rows: pairs.map(({ theirs, ours }) => buildRow(theirs, ours, columns, subject)),
    note: writeSourceNote(published, subject),
  };
}

function buildRow(
  theirs: DisclosedCell,
  ours: DisclosedCell | null,
  columns: readonly ComparisonColumn[],
  subject: Subject,
): TableRow {
  const cells = columns.map(({ write }) => write(theirs, ours));
  const hidden = cells.map((text) => text === subject.words.say('cell.hidden'));
  const row = { label: labelArea(theirs, subject), cells };
  return hidden.includes(true) ? { ...row, hidden } : row;
}

function labelArea({ areaName, breakdown, group }: DisclosedCell, { words }: Subject): string {
  const area = words.area(areaName);
  return breakdown === 'total' ? area : `${area}, ${words.group(breakdown, group)}`;
}

/** Our own figure of the same months and group. */
function findOwnResult(theirs: DisclosedCell, { reading }: Subject): DisclosedCell | null {
  const group = reading.groups.find(
    ({ breakdown, group }) => breakdown === theirs.breakdown && group === theirs.group,
  );
  const candidates = [...reading.windows, group?.now, group?.before];
  const match = candidates.find(
    (cell) =>
      cell?.window.starts === theirs.window.starts &&
      cell.window.ends === theirs.window.ends &&
      cell.breakdown === theirs.breakdown,
  );
  return match ?? null;
}

function chooseColumns(subject: Subject): ComparisonColumn[] {
  const { words, unit, declaration } = subject;
  const number = words.say(`head.counted.${declaration.counts}`);
  const value = words.say(`head.${unit}`);
  const numeric = (what: string, whose: string): TableColumn => ({
    label: words.say(`head.${whose}`, { what }),
    numeric: true,
  });
  const hasRate = unit !== 'count';
  return [
    {
      column: { label: words.say('head.ending'), numeric: false },
      write: ({ window }) => subject.windowShort(window),
    },
    {
      column: numeric(number, 'theirs'),
      write: (theirs) => writePublishedCount(theirs, subject),
    },
    { column: numeric(number, 'ours'), write: (_, ours) => writePart(ours, 'numerator', subject) },
    ...(hasRate
      ? [
          {
            column: numeric(value, 'theirs'),
            write: (theirs: DisclosedCell) => writePublishedValue(theirs, subject),
          },
          {
            column: numeric(value, 'ours'),
            write: (_: DisclosedCell, ours: DisclosedCell | null) => writeShort(ours, subject),
          },
        ]
      : []),
    {
      column: { label: words.say('head.verdict_ours'), numeric: false },
      write: (theirs) => {
        const verdict = readShown(theirs)?.verdict;
        return verdict ? words.say(`against.${verdict}`) : '';
      },
    },
  ];
}

/** A number published of our own service. Another area's children are never set beside ours: only its rate is. */
function writePublishedCount(theirs: DisclosedCell, subject: Subject): string {
  if (theirs.areaKind !== 'service') return subject.words.say('cell.none');
  const mark = theirs.marks?.numerator ?? (theirs.unit === 'count' ? theirs.marks?.value : null);
  return mark ? writeMark(mark, subject) : writePart(theirs, 'numerator', subject);
}

/** What the publisher put in place of a number: suppressed there, which is neither missing nor hidden by us. */
function writeMark(mark: string, { words }: Subject): string {
  return words.say(/z/.test(mark) ? 'cell.not_applicable' : 'cell.suppressed', { mark });
}

/** A figure published in another unit than ours has its number, and no value that would look like a rate. */
function writePublishedValue(theirs: DisclosedCell, subject: Subject): string {
  const value = readValue(theirs);
  if (theirs.unit !== subject.unit) return subject.words.say('cell.none');
  if (theirs.marks?.value) return writeMark(theirs.marks.value, subject);
  if (value === null) return writeShort(theirs, subject);
  return writeNumber(value, choosePrecision(theirs.unit, [theirs]));
}

function writeSourceNote(published: readonly DisclosedCell[], { words }: Subject): string {
  const sources = published.flatMap(({ source }) => (source === null ? [] : [source]));
  return words.say('note.sources', { sources: [...new Set(sources)].join('; ') });
}
