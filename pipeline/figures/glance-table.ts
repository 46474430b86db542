// A measure too small for a page of its own → one line of its section's table at a glance.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { findBreakInComparison } from './definition-changes.js';
import type { TableRow, FigureTable } from './figure.js';
import { writeMissingNotes } from './missing-notes.js';
import { drawWindows } from './indicator.js';
import { readShown, type Group } from './results.js';
import { writeInterval, writePart, writeShort, type Subject } from './subject.js';
import type { Theme } from './theme.js';

/** The id of the tables that a section joins into one. */
const GLANCE = 'glance';

/**
 * One line: the newest twelve months, the count behind the value, the interval, the year before, and the verdict on the
 * change. Every measure gives the same columns, so that lines of several measures can be joined in one table.
 */
export function buildGlanceTable(subject: Subject, theme: Theme): FigureTable {
  const { words } = subject;
  const defineColumn = (key: string, numeric: boolean): { label: string; numeric: boolean } => ({
    label: words.say(`head.${key}`),
    numeric,
  });
  const notes = writeMissingNotes({ ...subject.reading, groups: [] }, words);
  return {
    id: GLANCE,
    caption: words.say('caption.glance'),
    columns: [
      defineColumn('measure', false),
      defineColumn('ending', false),
      defineColumn('this_year', true),
      defineColumn('count_behind', true),
      defineColumn('interval', true),
      defineColumn('year_before_value', true),
      defineColumn('change', false),
    ],
    rows: [
      addLine(buildMeasureRow(subject), subject, theme),
      ...selectCaseGroups(subject).map((group) => buildGroupRow(group, subject)),
    ],
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
  };
}

function addLine(row: TableRow, subject: Subject, theme: Theme): TableRow {
  const line = drawWindows(subject, theme);
  return line === null ? row : { ...row, line };
}

function buildMeasureRow(subject: Subject): TableRow {
  const { reading, words, title, unit } = subject;
  const { current, previous } = reading;
  const verdict = readShown(current)?.verdict;
  const redefined = findBreakInComparison(subject) ? words.say('verdict.redefined') : '';
  const cells = [
    current ? subject.windowShort(current.window) : words.say('cell.none'),
    current ? writeShort(current, subject) : words.say('cell.no data'),
    unit === 'count' ? '' : writeCounts(current, subject),
    current ? writeInterval(current, subject) : '',
    previous ? writeShort(previous, subject) : words.say('cell.none'),
    verdict ? words.say(`verdict.${verdict}`) : redefined,
  ];
  return markHiddenCells(title, cells, subject);
}

function markHiddenCells(label: string, cells: readonly string[], { words }: Subject): TableRow {
  const hidden = cells.map((text) => text === words.say('cell.hidden'));
  return hidden.includes(true) ? { label, cells, hidden } : { label, cells };
}

/**
 * The groups of cases that are not empty in both years; none if every number is suppressed. Groups of children are left
 * out because they are too many for lines: their numbers are in figures.csv.
 */
function selectCaseGroups({ declaration, reading }: Subject): Group[] {
  if (declaration.counts === 'children') return [];
  const declared: readonly string[] = declaration.breakdowns;
  const groups = reading.groups.filter(({ breakdown }) => declared.includes(breakdown));
  if (!groups.some(({ now, before }) => readShown(now) ?? readShown(before))) return [];
  return groups.filter(({ now, before }) =>
    [now, before].some((cell) => cell !== null && !isEmpty(cell)),
  );
}

function isEmpty(cell: DisclosedCell): boolean {
  return cell.status === 'shown' && (cell.denominator ?? cell.numerator) === 0;
}

/** One group's row, under its measure's. It makes no claim of change. */
function buildGroupRow({ breakdown, group, now, before }: Group, subject: Subject): TableRow {
  const { words } = subject;
  const cells = [
    now ? subject.windowShort(now.window) : words.say('cell.none'),
    now ? writeShort(now, subject) : words.say('cell.none'),
    subject.unit === 'count' ? '' : writeCounts(now, subject),
    now ? writeInterval(now, subject) : '',
    before ? writeShort(before, subject) : words.say('cell.none'),
    '',
  ];
  return { ...markHiddenCells(words.group(breakdown, group), cells, subject), part: true };
}

/** Posts are counted in hundredths, so the count behind the value means nothing to a reader. */
const COUNTED_IN_HUNDREDTHS = new Set(['posts']);

/** `128 of 155`, `4,052 ÷ 130` for a mean, or the count alone where what it is out of is a population. */
function writeCounts(cell: DisclosedCell | null, subject: Subject): string {
  const { declaration, words, unit } = subject;
  const current = readShown(cell);
  if (!current || (unit === 'mean' && COUNTED_IN_HUNDREDTHS.has(declaration.counts))) return '';
  const numerator = writePart(current, 'numerator', subject);
  if (unit !== 'proportion' && unit !== 'mean') return numerator;
  const denominator = writePart(current, 'denominator', subject);
  return words.say(unit === 'mean' ? 'mean_of' : 'share_few', { numerator, denominator });
}
