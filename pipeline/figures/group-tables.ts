// Groups this year and last → the tables beside a breakdown, under relative rates, and under a profile.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { TableColumn, TableRow, FigureTable } from './figure.js';
import { placeAllTogether } from './all-together.js';
import { sortProfileGroups } from './profile-chart.js';
import { REFERENCE_GROUP } from './relative-groups.js';
import { readShown, listGroups, type Group } from './results.js';
import { writeInterval, writePart, writeShort, type Subject } from './subject.js';

/** One column of a group table: its head, the year it reads, and how to write its cell. */
interface GroupColumn {
  readonly column: TableColumn;
  readonly year: 'now' | 'before';
  readonly write: (cell: DisclosedCell | null) => string;
}

/**
 * Groups under a heading for each breakdown, of a rate below all together on the same population; null if there are none.
 * Last year has one column: the chart shows the rest.
 */
export function tabulateBreakdown(subject: Subject): FigureTable | null {
  const groups = listGroups(subject.reading);
  if (groups.length === 0) return null;
  const { unit } = subject;
  const hasDenominator = unit === 'proportion' || unit === 'mean';
  const columns = [
    defineNumberColumn(subject, 'now'),
    ...(hasDenominator ? [defineDenominatorColumn(subject)] : []),
    ...(unit === 'count' ? [] : [defineValueColumn(subject, 'now')]),
    ...(unit === 'mean' ? [] : [defineIntervalColumn(subject)]),
    unit === 'proportion' || unit === 'mean'
      ? defineValueColumn(subject, 'before')
      : defineNumberColumn(subject, 'before'),
  ];
  const all = placeAllTogether(subject.reading);
  const rows = groups.flatMap((group, n) => [
    ...(groups[n - 1]?.breakdown === group.breakdown
      ? []
      : [{ label: subject.words.breakdown(group.breakdown), cells: [], heading: true }]),
    buildRow(group, columns, subject),
  ]);
  if (all === null) return buildTable('breakdown', columns, rows, subject);
  const first = buildRow(all, columns, subject, subject.words.say('head.all_together'));
  return buildTable('breakdown', columns, [first, ...rows], subject);
}

/** Every group with its base, its rate relative to the reference group, and the verdict. */
export function tabulateRelativeRates(subject: Subject): FigureTable | null {
  const { groups } = subject.reading;
  if (groups.length === 0) return null;
  const columns = [
    defineNumberColumn(subject, 'now'),
    defineDenominatorColumn(subject),
    defineValueColumn(subject, 'now'),
    defineIntervalColumn(subject),
    defineVerdictColumn(subject, 'against'),
    defineNumberColumn(subject, 'before'),
    defineValueColumn(subject, 'before'),
  ];
  const rows = groups.map((group) => {
    const row = buildRow(group, columns, subject);
    if (group.group !== REFERENCE_GROUP) return row;
    return { ...row, cells: row.cells.with(4, subject.words.say('cell.reference')) };
  });
  return buildTable('relative_rate', columns, rows, subject);
}

/** Every need, most common first, with how often it was not recorded. */
export function tabulateProfile(subject: Subject): FigureTable | null {
  const groups = sortProfileGroups(subject);
  if (groups.length === 0) return null;
  const unrecorded = new Map(
    subject.reading.groups
      .filter(({ breakdown }) => breakdown.endsWith('_not_recorded'))
      .map((group) => [group.group, group.now]),
  );
  const columns = [
    defineNumberColumn(subject, 'now'),
    defineDenominatorColumn(subject),
    defineValueColumn(subject, 'now'),
    defineIntervalColumn(subject),
    defineValueColumn(subject, 'before'),
    defineVerdictColumn(subject, 'change'),
  ];
  const rows = groups.map((group) => {
    const row = buildRow(group, columns, subject);
    const missing = unrecorded.get(group.group) ?? null;
    const hidden = [...(row.hidden ?? columns.map(() => false)), missing?.status === 'hidden'];
    return { ...row, cells: [...row.cells, writePart(missing, 'numerator', subject)], hidden };
  });
  const table = buildTable('profile', columns, rows, subject);
  const column = { label: subject.words.say('head.not_recorded'), numeric: true };
  return { ...table, columns: [...table.columns, column] };
}

function buildTable(
  id: string,
  columns: readonly GroupColumn[],
  rows: readonly TableRow[],
  subject: Subject,
): FigureTable {
  const { words } = subject;
  const head = { label: words.say(`head.groups.${id}`), numeric: false };
  return {
    id,
    caption: words.say(`caption.${id}`, { title: subject.title }),
    columns: [head, ...columns.map(({ column }) => column)],
    rows,
  };
}

function buildRow(
  group: Group,
  columns: readonly GroupColumn[],
  { words }: Subject,
  label = words.group(group.breakdown, group.group),
): TableRow {
  const row = {
    label,
    cells: columns.map(({ year, write }) => write(group[year])),
  };
  const hidden = columns.map(({ year }) => group[year]?.status === 'hidden');
  return hidden.includes(true) ? { ...row, hidden } : row;
}

function defineYearColumn(subject: Subject, year: 'now' | 'before', what: string): TableColumn {
  const cell = year === 'now' ? subject.reading.current : subject.reading.previous;
  const window = cell ? subject.windowShort(cell.window) : subject.words.say('head.year_before');
  return { label: subject.words.say('head.in_year', { what, window }), numeric: true };
}

function defineNumberColumn(subject: Subject, year: 'now' | 'before'): GroupColumn {
  const what = subject.words.say(`head.counted.${subject.declaration.counts}`);
  return {
    column: defineYearColumn(subject, year, what),
    year,
    write: (cell) => writePart(cell, 'numerator', subject),
  };
}

function defineDenominatorColumn(subject: Subject): GroupColumn {
  const key = subject.unit === 'relative rate' ? 'head.population' : 'head.out_of';
  return {
    column: { label: subject.words.say(key), numeric: true },
    year: 'now',
    write: (cell) => writePart(cell, 'denominator', subject),
  };
}

function defineValueColumn(subject: Subject, year: 'now' | 'before'): GroupColumn {
  const what = subject.words.say(`head.${subject.unit}`);
  return {
    column: year === 'now' ? { label: what, numeric: true } : defineYearColumn(subject, year, what),
    year,
    write: (cell) => writeShort(cell, subject),
  };
}

function defineIntervalColumn(subject: Subject): GroupColumn {
  return {
    column: { label: subject.words.say('head.interval'), numeric: true },
    year: 'now',
    write: (cell) => writeInterval(cell, subject),
  };
}

function defineVerdictColumn({ words }: Subject, against: 'against' | 'change'): GroupColumn {
  return {
    column: { label: words.say(`head.verdict_${against}`), numeric: false },
    year: 'now',
    write: (cell) => {
      const claim = readShown(cell)?.verdict;
      return claim ? words.say(`${against === 'against' ? 'against' : 'verdict'}.${claim}`) : '';
    },
  };
}
