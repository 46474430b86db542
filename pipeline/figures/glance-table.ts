// A measure too small for a page of its own → one line of its section's table at a glance.
import type { Disclosed } from '../disclosure/disclosed.js';
import { changeAgainst } from './definition-changes.js';
import type { Row, Table } from './figure.js';
import { known, type Group } from './results.js';
import { writeInterval, writePart, writeShort, type Subject } from './subject.js';

/** The id of the tables that a section joins into one. */
export const GLANCE = 'glance';

/**
 * One line: the newest twelve months, the count behind them, the interval, the year before, and what can be said of the
 * change. Every measure gives the same columns, so that lines of several can stand in one table.
 */
export function glanceTable(subject: Subject): Table {
  const { words } = subject;
  const head = (key: string, numeric: boolean): { label: string; numeric: boolean } => ({
    label: words.say(`head.${key}`),
    numeric,
  });
  return {
    id: GLANCE,
    caption: words.say('caption.glance'),
    columns: [
      head('measure', false),
      head('ending', false),
      head('this_year', true),
      head('count_behind', true),
      head('interval', true),
      head('year_before_value', true),
      head('change', false),
    ],
    rows: [rowOf(subject), ...groupsOf(subject).map((group) => groupRow(group, subject))],
  };
}

function rowOf(subject: Subject): Row {
  const { reading, words, title, unit } = subject;
  const { current, previous } = reading;
  const verdict = known(current)?.verdict;
  const redefined = changeAgainst(subject) ? words.say('verdict.redefined') : '';
  const cells = [
    current ? subject.windowShort(current.window) : words.say('cell.none'),
    current ? writeShort(current, subject) : words.say('cell.no data'),
    unit === 'count' ? '' : countBehind(current, subject),
    current ? writeInterval(current, subject) : '',
    previous ? writeShort(previous, subject) : words.say('cell.none'),
    verdict ? words.say(`verdict.${verdict}`) : redefined,
  ];
  return marked(title, cells, subject);
}

function marked(label: string, cells: readonly string[], { words }: Subject): Row {
  const hidden = cells.map((text) => text === words.say('cell.hidden'));
  return hidden.includes(true) ? { label, cells, hidden } : { label, cells };
}

/**
 * The groups of cases in which there was anything, either year; none where every number is withheld. Groups of children
 * are too many for lines: their numbers are in figures.csv.
 */
function groupsOf({ declaration, reading }: Subject): Group[] {
  if (declaration.counts === 'children') return [];
  const declared: readonly string[] = declaration.breakdowns;
  const groups = reading.groups.filter(({ breakdown }) => declared.includes(breakdown));
  if (!groups.some(({ now, before }) => known(now) ?? known(before))) return [];
  return groups.filter(({ now, before }) =>
    [now, before].some((cell) => cell !== null && !isEmpty(cell)),
  );
}

function isEmpty(cell: Disclosed): boolean {
  return cell.status === 'shown' && (cell.denominator ?? cell.numerator) === 0;
}

/** A line of its own under the measure's, and nothing said of its change. */
function groupRow({ breakdown, group, now, before }: Group, subject: Subject): Row {
  const { words } = subject;
  const cells = [
    now ? subject.windowShort(now.window) : words.say('cell.none'),
    now ? writeShort(now, subject) : words.say('cell.none'),
    subject.unit === 'count' ? '' : countBehind(now, subject),
    now ? writeInterval(now, subject) : '',
    before ? writeShort(before, subject) : words.say('cell.none'),
    '',
  ];
  return { ...marked(words.group(breakdown, group), cells, subject), part: true };
}

/** Counted in hundredths, so that the count behind the value says nothing to a reader. */
const IN_PARTS = new Set(['posts', 'pounds']);

/** `128 of 155`, `4,052 ÷ 130` for a mean, or the count alone where what it is out of is a population. */
function countBehind(cell: Disclosed | null, subject: Subject): string {
  const { declaration, words, unit } = subject;
  const current = known(cell);
  if (!current || (unit === 'mean' && IN_PARTS.has(declaration.counts))) return '';
  const numerator = writePart(current, 'numerator', subject);
  if (unit !== 'proportion' && unit !== 'mean') return numerator;
  const denominator = writePart(current, 'denominator', subject);
  return words.say(unit === 'mean' ? 'mean_of' : 'share_few', { numerator, denominator });
}
