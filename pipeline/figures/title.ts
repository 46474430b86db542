// A measure's results → a title that states the finding.
import { findBreakInComparison } from './definition-changes.js';
import { writeCount } from './numbers.js';
import { sortProfileGroups } from './profile-chart.js';
import {
  selectClearGroups,
  selectGroupsWithVerdict,
  selectTooSmallGroups,
} from './relative-groups.js';
import { readShown, readValue, type ShownResult } from './results.js';
import { writeShort, type Subject } from './subject.js';

/** `First-time entrants: no clear change (28, from 26)`. Says so if the number is hidden or missing. */
export function writeTitle(subject: Subject): string {
  const { declaration, reading, words, title } = subject;
  const { current } = reading;
  if (!current) return words.say('title.none', { title });
  if (declaration.kind === 'relative_rate') return writeRelativeTitle(subject);
  if (declaration.chart === 'profile') return writeProfileTitle(subject);
  if (current.status === 'hidden') return words.say('title.hidden', { title });
  return writeChangeTitle(subject, readShown(current));
}

function writeChangeTitle(subject: Subject, current: ShownResult | null): string {
  const { reading, words, title } = subject;
  const previous = readShown(reading.previous);
  const now = writeHeadline(current, subject);
  if (!previous) return words.say('title.only', { title, now });
  const before = writeHeadline(previous, subject);
  if (findBreakInComparison(subject))
    return words.say('title.changed', {
      title,
      now,
      before,
      verdict: words.say('verdict.redefined'),
    });
  if (!current?.verdict) return words.say('title.unjudged', { title, now, before });
  const verdict = words.say(`verdict.${current.verdict}`);
  return words.say('title.changed', { title, now, before, verdict });
}

/** The number a title gives: the count for counts and rates, the value for shares and means. */
function writeHeadline(cell: ShownResult | null, subject: Subject): string {
  const counted = subject.unit !== 'proportion' && subject.unit !== 'mean';
  if (counted && cell && cell.numerator !== null) return writeCount(cell.numerator);
  return writeShort(cell, subject);
}

function writeRelativeTitle(subject: Subject): string {
  const { words, title } = subject;
  if (selectGroupsWithVerdict(subject).length === 0) return writeNoFindingTitle(subject);
  const clear = selectClearGroups(subject).map(({ group }) => words.group('ethnicity', group));
  if (clear.length > 0) return words.say('title.groups_clear', { title, groups: clear.join(', ') });
  const none = selectTooSmallGroups(subject).length > 0 ? 'groups_few' : 'groups_none';
  return words.say(`title.${none}`, { title });
}

/** For when there is no group to report: all are hidden, or there is nothing to compare. */
function writeNoFindingTitle({ reading, words, title }: Subject): string {
  const hasHidden = reading.groups.some(({ now }) => now?.status === 'hidden');
  return words.say(hasHidden ? 'title.hidden' : 'title.bare', { title });
}

function writeProfileTitle(subject: Subject): string {
  const { words, title } = subject;
  const first = sortProfileGroups(subject)[0];
  const cell = readShown(first?.now);
  if (!first || !cell || readValue(cell) === null) return writeNoFindingTitle(subject);
  return words.say('title.profile', {
    title,
    group: words.group(first.breakdown, first.group),
    numerator: writeCount(cell.numerator ?? 0),
    denominator: writeCount(cell.denominator ?? 0),
  });
}
