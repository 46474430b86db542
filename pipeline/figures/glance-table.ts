// A measure too small for a page of its own → one line of its section's table at a glance.
import { changeAgainst } from './changed.js';
import type { Row, Table } from './figure.js';
import { known } from './results.js';
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
    rows: [rowOf(subject)],
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
    unit === 'count' ? '' : countBehind(subject),
    current ? writeInterval(current, subject) : '',
    previous ? writeShort(previous, subject) : words.say('cell.none'),
    verdict ? words.say(`verdict.${verdict}`) : redefined,
  ];
  const hidden = cells.map((text) => text === words.say('cell.hidden'));
  return hidden.includes(true) ? { label: title, cells, hidden } : { label: title, cells };
}

/** Counted in hundredths, so that the count behind the value says nothing to a reader. */
const IN_PARTS = new Set(['posts', 'pounds']);

/** `128 of 155`, `4,052 ÷ 130` for a mean, or the count alone where what it is out of is a population. */
function countBehind(subject: Subject): string {
  const { declaration, reading, words, unit } = subject;
  const current = known(reading.current);
  if (!current || (unit === 'mean' && IN_PARTS.has(declaration.counts))) return '';
  const numerator = writePart(current, 'numerator', subject);
  if (unit !== 'proportion' && unit !== 'mean') return numerator;
  const denominator = writePart(current, 'denominator', subject);
  return words.say(unit === 'mean' ? 'mean_of' : 'share_few', { numerator, denominator });
}
