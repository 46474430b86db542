// A measure's results → the sentences under its title: value, interval, the year before, and the claims.
import { isSamePeriod } from '../domain/period.js';
import type { Verdict } from '../domain/value.js';
import { writeGroupSentences } from './group-sentences.js';
import { findBreakInComparison } from './definition-changes.js';
import { writeCount } from './numbers.js';
import { nameDay } from './periods.js';
import { hasSmallBase, readShown, selectNamedPublished, type ShownResult } from './results.js';
import { writeInterval, writeValue, type Subject } from './subject.js';
import type { SentenceValues } from './words.js';

/** Writes one paragraph. A suppressed number is reported as hidden, and nothing in the text reveals it. */
export function writeSentence(subject: Subject): string {
  const { declaration, reading, words } = subject;
  const { current } = reading;
  if (!current) return words.say('sentence.none');
  if (declaration.kind === 'relative_rate' || declaration.chart === 'profile')
    return writeGroupSentences(subject);
  const now = readShown(current);
  const first = now
    ? words.say(
        `sentence.now.${chooseForm(now)}${chooseMeanForm(now, subject)}`,
        listValues(now, subject),
      )
    : words.say('sentence.hidden', { window: subject.window(current.window) });
  return [
    first,
    writePreviousSentence(subject),
    ...writeBreakSentences(subject),
    ...writeVerdictSentences(subject, now),
  ].join(' ');
}

/** Chooses the sentence's form by the unit and the size of the base. */
function chooseForm(cell: ShownResult): string {
  if (cell.unit === 'count' || cell.unit === 'mean') return cell.unit;
  if (cell.unit === 'proportion') return hasSmallBase(cell) ? 'few' : 'proportion';
  return cell.value === null ? 'rate_unknown' : 'rate';
}

function listValues(cell: ShownResult, subject: Subject): SentenceValues {
  const { words, declaration } = subject;
  const numerator = cell.numerator ?? 0;
  const denominator = cell.denominator ?? 0;
  return {
    amount: words.amount(declaration.counts, numerator),
    children: words.amount(chooseBaseNoun(cell, subject), denominator),
    numerator: writeCount(numerator),
    value: writeValue(cell, subject),
    unit: words.say(`unit.${cell.unit}`),
    window: subject.window(cell.window),
    interval: writeIntervalClause(cell, subject),
  };
}

/** The form of a mean that is over something other than children. */
function chooseMeanForm({ unit }: ShownResult, { declaration }: Subject): '_over' | '' {
  return unit === 'mean' && declaration.over !== undefined ? '_over' : '';
}

function chooseBaseNoun({ unit }: ShownResult, { declaration }: Subject): string {
  return unit === 'mean' ? (declaration.over ?? 'children') : declaration.counts;
}

function writeIntervalClause(cell: ShownResult, subject: Subject): string {
  if (cell.lower === null || cell.upper === null) return '';
  return subject.words.say('sentence.interval', { interval: writeInterval(cell, subject) });
}

function writePreviousSentence(subject: Subject): string {
  const { words, reading } = subject;
  const before = readShown(reading.previous);
  if (before)
    return words.say(`sentence.before.${chooseForm(before)}`, listValues(before, subject));
  const hidden = reading.previous?.status === 'hidden';
  return words.say(hidden ? 'sentence.before.hidden' : 'sentence.before.none');
}

function writeBreakSentences(subject: Subject): string[] {
  const change = findBreakInComparison(subject);
  if (!change || !readShown(subject.reading.previous)) return [];
  return [subject.words.say('sentence.redefined', { day: nameDay(change.from, subject.words) })];
}

/** The verdict on the change since the year before; null unless both years are shown, and the sentence gives it. */
export function readChangeVerdict({ reading, declaration }: Subject): Verdict | null {
  if (declaration.kind === 'relative_rate' || declaration.chart === 'profile') return null;
  const now = readShown(reading.current);
  return readShown(reading.previous) ? (now?.verdict ?? null) : null;
}

/** A claim of change needs both years shown; a claim against a published figure needs ours for the same window. */
function writeVerdictSentences(subject: Subject, now: ShownResult | null): string[] {
  const { reading, words, write } = subject;
  if (!now) return [];
  const change = readChangeVerdict(subject);
  const published = selectNamedPublished(reading)
    .map(readShown)
    .filter((cell) => cell !== null);
  return [
    ...(change ? [words.say(`sentence.change.${change}`)] : []),
    ...published
      .filter(({ breakdown, window }) => breakdown === 'total' && isSamePeriod(window, now.window))
      .flatMap(({ verdict, value, areaName }) =>
        verdict === null || value === null
          ? []
          : [
              words.say(`sentence.against.${verdict}`, {
                area: words.area(areaName),
                value: write(value),
              }),
            ],
      ),
  ];
}
