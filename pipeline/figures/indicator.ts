// A measure and its disclosed results → one line of a table of indicators: the newest figure, its line, and what it is set beside.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Declaration } from '../measures/declaration.js';
import { findBreakInComparison } from './definition-changes.js';
import { readShown, readValue } from './results.js';
import { drawSmallLine } from './small-line.js';
import { buildSubject, writeInterval, writeShort, type Subject } from './subject.js';
import type { Theme } from './theme.js';
import type { FigureWords } from './words.js';

/** One indicator in words. What is hidden or not there is a word, never a number. */
export interface Indicator {
  readonly measure: string;
  readonly title: string;
  /** The month in which its twelve months end. */
  readonly ending: string;
  readonly latest: string;
  readonly interval: string;
  readonly before: string;
  readonly verdict: string;
  /** The published figures of the newest window that has any, in the unit of the measure. */
  readonly family: string;
  readonly nation: string;
  /** The drawing of its windows; null where fewer than two have a number. */
  readonly line: string | null;
}

/** `disclosed` holds only this measure's results, own and published. */
export function buildIndicator(
  declaration: Declaration,
  disclosed: readonly DisclosedCell[],
  words: FigureWords,
  theme: Theme,
): Indicator {
  const subject = buildSubject(declaration, disclosed, words);
  const { current, previous } = subject.reading;
  return {
    measure: declaration.id,
    title: subject.title,
    ending: current ? subject.windowShort(current.window) : words.say('cell.none'),
    latest: current ? writeIndicator(current, subject) : words.say('cell.no data'),
    interval: current ? writeInterval(current, subject) : '',
    before: previous ? writeIndicator(previous, subject) : words.say('cell.none'),
    verdict: writeVerdict(subject),
    family: writePublished('family', subject),
    nation: writePublished('nation', subject),
    line: drawWindows(subject, theme),
  };
}

/** A rate with its number of events before it: `28 (186.7)`; everything else as tables have it. */
function writeIndicator(cell: DisclosedCell, subject: Subject): string {
  const value = writeShort(cell, subject);
  const shown = readShown(cell);
  if (!subject.unit.startsWith('per ') || !shown || shown.numerator === null) return value;
  return subject.words.say('indicator.rate', { number: String(shown.numerator), rate: value });
}

function writeVerdict(subject: Subject): string {
  const { words, reading } = subject;
  const verdict = readShown(reading.current)?.verdict;
  if (verdict) return words.say(`verdict.${verdict}`);
  return findBreakInComparison(subject)
    ? words.say('verdict.redefined')
    : words.say('indicator.untested');
}

/** One published figure of the kind; of several areas of a family, the lowest and the highest. */
function writePublished(kind: 'family' | 'nation', subject: Subject): string {
  const { words, reading, unit, write } = subject;
  const found = reading.published.filter(
    (cell) => cell.areaKind === kind && cell.breakdown === 'total' && cell.unit === unit,
  );
  const newest = found.at(-1)?.window.id;
  const values = found
    .filter(({ window }) => window.id === newest)
    .flatMap((cell) => readValue(cell) ?? []);
  if (values.length === 0) return words.say('cell.none');
  const [lowest, highest] = [write(Math.min(...values)), write(Math.max(...values))];
  return lowest === highest ? lowest : words.say('indicator.range', { lowest, highest });
}

/** The small line of a measure's windows. */
export function drawWindows(subject: Subject, theme: Theme): string | null {
  const { windows } = subject.reading;
  const values = windows.map(readValue);
  const given = windows.filter((cell) => readValue(cell) !== null);
  const [first, last] = [given[0], given.at(-1)];
  if (!first || !last) return null;
  const alt = subject.words.say('indicator.alt', {
    ...{ first: subject.windowShort(first.window), last: subject.windowShort(last.window) },
    ...{ from: writeShort(first, subject), to: writeShort(last, subject) },
  });
  return drawSmallLine(values, alt, theme);
}
