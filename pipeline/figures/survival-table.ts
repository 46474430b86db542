// A curve → the table of its ages; and figures of the same thing by other rules → the table that lists them together.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { CurvePoint } from '../domain/curve.js';
import type { Declaration } from '../measures/declaration.js';
import type { TableColumn, TableRow, FigureTable } from './figure.js';
import { writeCount } from './numbers.js';
import { nameWindowShort } from './periods.js';
import { readShown, readResults } from './results.js';
import { buildSubject, writeInterval, writePart, writeShort, type Subject } from './subject.js';
import { writeWholePercent, writeWeeks, type SurvivalSubject } from './survival-words.js';
import type { FigureWords } from './words.js';

/** The ages of a curve: the number at risk, the number of events, and the estimate. */
export function tabulateAges({ curve, words }: SurvivalSubject): FigureTable {
  return {
    id: 'survival',
    caption: words.say('change.following.caption'),
    columns: [
      defineColumn(words, 'after', false),
      defineColumn(words, 'at_risk', true),
      defineColumn(words, 'happened', true),
      defineColumn(words, 'not_yet', true),
      { label: words.say('head.interval'), numeric: true },
    ],
    rows: curve.ages.map((age) => buildAgeRow(age, words)),
    note: [words.say('change.following.estimate'), ...describeMedian(curve, words)].join(' '),
  };
}

/** Whether the median was reached, and when; nothing if the edition shows no days. */
function describeMedian({ daily, median }: SurvivalSubject['curve'], words: FigureWords): string[] {
  if (!daily) return [];
  if (median === null) return [words.say('change.following.no_half')];
  return [words.say('change.following.half', { weeks: writeWeeks(median) })];
}

function buildAgeRow(age: CurvePoint, words: FigureWords): TableRow {
  const { lower, upper } = age;
  const interval =
    lower === null || upper === null
      ? words.say('cell.none')
      : `${writeWholePercent(lower)}–${writeWholePercent(upper)}`;
  return {
    label: words.say('change.following.weeks', { weeks: writeWeeks(age.day) }),
    cells: [
      writeCount(age.atRisk),
      writeCount(age.happened),
      writeWholePercent(age.value),
      interval,
    ],
  };
}

/** Our own figure, our newest by the other rule, then the newest published one of each area; null without another rule. */
export function tabulateCompanions(
  declaration: Declaration,
  others: { own: readonly DisclosedCell[]; beside: readonly DisclosedCell[]; name: string | null },
  words: FigureWords,
): FigureTable | null {
  const { name } = others;
  if (name === null) return null;
  const subject = buildSubject(declaration, others.own, words);
  const companion = readResults(others.beside);
  const published = selectNewest(companion.published);
  const rows = [
    ...(subject.reading.current
      ? [buildRow(words.say('change.following.ours'), subject.reading.current, subject)]
      : []),
    ...(companion.current ? [buildRow(name, companion.current, subject)] : []),
    ...published.map((cell) => buildRow(namePublished(cell, words), cell, subject)),
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

function buildRow(label: string, cell: DisclosedCell, subject: Subject): TableRow {
  const { words } = subject;
  const cells = [
    nameWindowShort(cell.window, false, words),
    writeCounts(cell, subject),
    writeShort(cell, subject),
    writeInterval(cell, subject),
  ];
  const hidden = cells.map((text) => text === words.say('cell.hidden'));
  return hidden.includes(true) ? { label, cells, hidden } : { label, cells };
}

/** `16 of 107`, or the word for what stands in its place. */
function writeCounts(cell: DisclosedCell, subject: Subject): string {
  if (readShown(cell) === null) return writePart(cell, 'numerator', subject);
  const numerator = writePart(cell, 'numerator', subject);
  const denominator = writePart(cell, 'denominator', subject);
  return subject.words.say('share_few', { numerator, denominator });
}

function namePublished({ areaName }: DisclosedCell, words: FigureWords): string {
  return words.say('change.following.published', { area: words.area(areaName) });
}

/** Of each area and publication the newest headline; they come oldest first. */
function selectNewest(published: readonly DisclosedCell[]): DisclosedCell[] {
  const headlines = published.filter(({ breakdown }) => breakdown === 'total');
  const newest = new Map(headlines.map((cell) => [`${cell.areaKind} ${cell.areaName}`, cell]));
  return [...newest.values()];
}

function defineColumn(words: FigureWords, key: string, numeric: boolean): TableColumn {
  return { label: words.say(`change.following.head.${key}`), numeric };
}
