// Groups this year and last → the tables beside a breakdown, under relative rates, and under a profile.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Column, Row, Table } from './figure.js';
import { profileGroups } from './profile-chart.js';
import { REFERENCE_GROUP } from './relative-groups.js';
import { known, listedGroups, type Group } from './results.js';
import { writeInterval, writePart, writeShort, type Subject } from './subject.js';

/** One column of a group table: its head, whose year it reads, and how it writes what it reads. */
interface Reader {
  readonly column: Column;
  readonly year: 'now' | 'before';
  readonly write: (cell: Disclosed | null) => string;
}

/** Groups under a heading for each breakdown; null when there are none. Last year's number alone: its place is drawn. */
export function breakdownTable(subject: Subject): Table | null {
  const groups = listedGroups(subject.reading);
  if (groups.length === 0) return null;
  const { unit } = subject;
  const parts = unit === 'proportion' || unit === 'mean';
  const readers = [
    number(subject, 'now'),
    ...(parts ? [denominator(subject)] : []),
    ...(unit === 'count' ? [] : [value(subject, 'now')]),
    ...(unit === 'mean' ? [] : [interval(subject)]),
    unit === 'proportion' || unit === 'mean' ? value(subject, 'before') : number(subject, 'before'),
  ];
  const rows = groups.flatMap((group, n) => [
    ...(groups[n - 1]?.breakdown === group.breakdown
      ? []
      : [{ label: subject.words.breakdown(group.breakdown), cells: [], heading: true }]),
    rowOf(group, readers, subject),
  ]);
  return tableOf('breakdown', readers, rows, subject);
}

/** Every group with its base, its rate relative to the reference group, and what can be said of it. */
export function relativeTable(subject: Subject): Table | null {
  const { groups } = subject.reading;
  if (groups.length === 0) return null;
  const readers = [
    number(subject, 'now'),
    denominator(subject),
    value(subject, 'now'),
    interval(subject),
    verdict(subject, 'against'),
    number(subject, 'before'),
    value(subject, 'before'),
  ];
  const rows = groups.map((group) => {
    const row = rowOf(group, readers, subject);
    if (group.group !== REFERENCE_GROUP) return row;
    return { ...row, cells: row.cells.with(4, subject.words.say('cell.reference')) };
  });
  return tableOf('relative_rate', readers, rows, subject);
}

/** Every need, most common first, with how often it was not recorded. */
export function profileTable(subject: Subject): Table | null {
  const groups = profileGroups(subject);
  if (groups.length === 0) return null;
  const unrecorded = new Map(
    subject.reading.groups
      .filter(({ breakdown }) => breakdown.endsWith('_not_recorded'))
      .map((group) => [group.group, group.now]),
  );
  const readers = [
    number(subject, 'now'),
    denominator(subject),
    value(subject, 'now'),
    interval(subject),
    value(subject, 'before'),
    verdict(subject, 'change'),
  ];
  const rows = groups.map((group) => {
    const row = rowOf(group, readers, subject);
    const missing = unrecorded.get(group.group) ?? null;
    const hidden = [...(row.hidden ?? readers.map(() => false)), missing?.status === 'hidden'];
    return { ...row, cells: [...row.cells, writePart(missing, 'numerator', subject)], hidden };
  });
  const table = tableOf('profile', readers, rows, subject);
  const column = { label: subject.words.say('head.not_recorded'), numeric: true };
  return { ...table, columns: [...table.columns, column] };
}

function tableOf(
  id: string,
  readers: readonly Reader[],
  rows: readonly Row[],
  subject: Subject,
): Table {
  const { words } = subject;
  const head = { label: words.say(`head.groups.${id}`), numeric: false };
  return {
    id,
    caption: words.say(`caption.${id}`, { title: subject.title }),
    columns: [head, ...readers.map(({ column }) => column)],
    rows,
  };
}

function rowOf(group: Group, readers: readonly Reader[], { words }: Subject): Row {
  const row = {
    label: words.group(group.breakdown, group.group),
    cells: readers.map(({ year, write }) => write(group[year])),
  };
  const hidden = readers.map(({ year }) => group[year]?.status === 'hidden');
  return hidden.includes(true) ? { ...row, hidden } : row;
}

function yearly(subject: Subject, year: 'now' | 'before', what: string): Column {
  const cell = year === 'now' ? subject.reading.current : subject.reading.previous;
  const window = cell ? subject.windowShort(cell.window) : subject.words.say('head.year_before');
  return { label: subject.words.say('head.in_year', { what, window }), numeric: true };
}

function number(subject: Subject, year: 'now' | 'before'): Reader {
  const what = subject.words.say(`head.counted.${subject.declaration.counts}`);
  return {
    column: yearly(subject, year, what),
    year,
    write: (cell) => writePart(cell, 'numerator', subject),
  };
}

function denominator(subject: Subject): Reader {
  const key = subject.unit === 'relative rate' ? 'head.population' : 'head.out_of';
  return {
    column: { label: subject.words.say(key), numeric: true },
    year: 'now',
    write: (cell) => writePart(cell, 'denominator', subject),
  };
}

function value(subject: Subject, year: 'now' | 'before'): Reader {
  const what = subject.words.say(`head.${subject.unit}`);
  return {
    column: year === 'now' ? { label: what, numeric: true } : yearly(subject, year, what),
    year,
    write: (cell) => writeShort(cell, subject),
  };
}

function interval(subject: Subject): Reader {
  return {
    column: { label: subject.words.say('head.interval'), numeric: true },
    year: 'now',
    write: (cell) => writeInterval(cell, subject),
  };
}

function verdict({ words }: Subject, against: 'against' | 'change'): Reader {
  return {
    column: { label: words.say(`head.verdict_${against}`), numeric: false },
    year: 'now',
    write: (cell) => {
      const said = known(cell)?.verdict;
      return said ? words.say(`${against === 'against' ? 'against' : 'verdict'}.${said}`) : '';
    },
  };
}
