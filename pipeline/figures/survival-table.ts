// A curve → the table of its ages; and figures of the same thing by other rules → the table that lists them together.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { CurvePoint } from '../domain/curve.js';
import type { Declaration } from '../measures/declaration.js';
import type { Column, Row, Table } from './figure.js';
import { writeCount } from './numbers.js';
import { nameWindowShort } from './periods.js';
import { known, readResults } from './results.js';
import { subjectOf, writeInterval, writePart, writeShort, type Subject } from './subject.js';
import { writeShare, writeWeeks, type Followed } from './survival-words.js';
import type { FigureWords } from './words.js';

/** The ages of a curve: how many were still at risk, to how many it had happened, and the estimate. */
export function survivalTable({ curve, words }: Followed): Table {
  return {
    id: 'survival',
    caption: words.say('change.following.caption'),
    columns: [
      head(words, 'after', false),
      head(words, 'at_risk', true),
      head(words, 'happened', true),
      head(words, 'not_yet', true),
      { label: words.say('head.interval'), numeric: true },
    ],
    rows: curve.ages.map((age) => ageRow(age, words)),
    note: [words.say('change.following.estimate'), ...halfSaid(curve, words)].join(' '),
  };
}

/** The median, where the edition tells days: reached, or not. */
function halfSaid({ daily, median }: Followed['curve'], words: FigureWords): string[] {
  if (!daily) return [];
  if (median === null) return [words.say('change.following.no_half')];
  return [words.say('change.following.half', { weeks: writeWeeks(median) })];
}

function ageRow(age: CurvePoint, words: FigureWords): Row {
  const { lower, upper } = age;
  const interval =
    lower === null || upper === null
      ? words.say('cell.none')
      : `${writeShare(lower)}–${writeShare(upper)}`;
  return {
    label: words.say('change.following.weeks', { weeks: writeWeeks(age.day) }),
    cells: [writeCount(age.atRisk), writeCount(age.happened), writeShare(age.value), interval],
  };
}

/** Ours, then the other rule's newest of ours, then the newest published of each area; null where there is no other. */
export function besideTable(
  declaration: Declaration,
  others: { own: readonly Disclosed[]; beside: readonly Disclosed[]; name: string | null },
  words: FigureWords,
): Table | null {
  const { name } = others;
  if (name === null) return null;
  const subject = subjectOf(declaration, others.own, words);
  const theirs = readResults(others.beside);
  const published = newestOfEach(theirs.published);
  const rows = [
    ...(subject.reading.current
      ? [rowOf(words.say('change.following.ours'), subject.reading.current, subject)]
      : []),
    ...(theirs.current ? [rowOf(name, theirs.current, subject)] : []),
    ...published.map((cell) => rowOf(publishedName(cell, words), cell, subject)),
  ];
  const missing = published.length === 0 ? [words.say('change.following.unpublished')] : [];
  return {
    id: 'survival_beside',
    caption: words.say('change.following.beside'),
    columns: [
      { label: words.say('head.measure'), numeric: false },
      { label: words.say('head.ending'), numeric: false },
      { label: words.say('head.count_behind'), numeric: true },
      { label: words.say('head.proportion'), numeric: true },
      { label: words.say('head.interval'), numeric: true },
    ],
    rows,
    note: [words.say('change.following.rules'), ...missing].join(' '),
  };
}

function rowOf(label: string, cell: Disclosed, subject: Subject): Row {
  const { words } = subject;
  const cells = [
    nameWindowShort(cell.window, false, words),
    countBehind(cell, subject),
    writeShort(cell, subject),
    writeInterval(cell, subject),
  ];
  const hidden = cells.map((text) => text === words.say('cell.hidden'));
  return hidden.includes(true) ? { label, cells, hidden } : { label, cells };
}

/** `16 of 107`, or the word for what stands in its place. */
function countBehind(cell: Disclosed, subject: Subject): string {
  if (known(cell) === null) return writePart(cell, 'numerator', subject);
  const numerator = writePart(cell, 'numerator', subject);
  const denominator = writePart(cell, 'denominator', subject);
  return subject.words.say('share_few', { numerator, denominator });
}

function publishedName({ areaName }: Disclosed, words: FigureWords): string {
  return words.say('change.following.published', { area: words.area(areaName) });
}

/** Of each area and publication the newest headline; they come oldest first. */
function newestOfEach(published: readonly Disclosed[]): Disclosed[] {
  const headlines = published.filter(({ breakdown }) => breakdown === 'total');
  const newest = new Map(headlines.map((cell) => [`${cell.areaKind} ${cell.areaName}`, cell]));
  return [...newest.values()];
}

function head(words: FigureWords, key: string, numeric: boolean): Column {
  return { label: words.say(`change.following.head.${key}`), numeric };
}
