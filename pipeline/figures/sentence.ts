// What is known of a measure → the sentences under its title: value, interval, the year before, and what may be claimed.
import { groupSentences } from './group-sentences.js';
import { changeAgainst } from './definition-changes.js';
import { writeCount } from './numbers.js';
import { nameDay } from './periods.js';
import { isFew, known, type Known } from './results.js';
import { writeInterval, writeValue, type Subject } from './subject.js';
import type { Facts } from './words.js';

/** One paragraph in plain words. A hidden number is said to be hidden, and nothing is said that would give it away. */
export function sentenceOf(subject: Subject): string {
  const { declaration, reading, words } = subject;
  const { current } = reading;
  if (!current) return words.say('sentence.none');
  if (declaration.kind === 'relative_rate' || declaration.chart === 'profile')
    return groupSentences(subject);
  const now = known(current);
  const first = now
    ? words.say(`sentence.now.${formOf(now)}`, factsOf(now, subject))
    : words.say('sentence.hidden', { window: subject.window(current.window) });
  return [
    first,
    beforeSentence(subject),
    ...redefinedSentences(subject),
    ...verdictSentences(subject, now),
  ].join(' ');
}

/** Which form of words fits: by unit, and by what the value rests on. */
function formOf(cell: Known): string {
  if (cell.unit === 'count' || cell.unit === 'mean') return cell.unit;
  if (cell.unit === 'proportion') return isFew(cell) ? 'few' : 'proportion';
  return cell.value === null ? 'rate_unknown' : 'rate';
}

function factsOf(cell: Known, subject: Subject): Facts {
  const { words, declaration } = subject;
  const numerator = cell.numerator ?? 0;
  const denominator = cell.denominator ?? 0;
  return {
    amount: words.amount(declaration.counts, numerator),
    children: words.amount(cell.unit === 'mean' ? 'children' : declaration.counts, denominator),
    numerator: writeCount(numerator),
    value: writeValue(cell, subject),
    unit: words.say(`unit.${cell.unit}`),
    window: subject.window(cell.window),
    interval: intervalOf(cell, subject),
  };
}

function intervalOf(cell: Known, subject: Subject): string {
  if (cell.lower === null || cell.upper === null) return '';
  return subject.words.say('sentence.interval', { interval: writeInterval(cell, subject) });
}

function beforeSentence(subject: Subject): string {
  const { words, reading } = subject;
  const before = known(reading.previous);
  if (before) return words.say(`sentence.before.${formOf(before)}`, factsOf(before, subject));
  const hidden = reading.previous?.status === 'hidden';
  return words.say(hidden ? 'sentence.before.hidden' : 'sentence.before.none');
}

function redefinedSentences(subject: Subject): string[] {
  const change = changeAgainst(subject);
  if (!change || !known(subject.reading.previous)) return [];
  return [subject.words.say('sentence.redefined', { day: nameDay(change.from, subject.words) })];
}

/** A claim of change needs both years in sight; a claim against a published figure needs ours, of the same window. */
function verdictSentences({ reading, words, write }: Subject, now: Known | null): string[] {
  if (!now) return [];
  const change = known(reading.previous) && now.verdict;
  const published = reading.published.map(known).filter((cell) => cell !== null);
  return [
    ...(change ? [words.say(`sentence.change.${change}`)] : []),
    ...published
      .filter(({ breakdown, window }) => breakdown === 'total' && window.ends === now.window.ends)
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
