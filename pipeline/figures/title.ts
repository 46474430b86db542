// What is known of a measure → a title that says the finding.
import { changeAgainst } from './definition-changes.js';
import { writeCount } from './numbers.js';
import { profileGroups } from './profile-chart.js';
import { clearGroups, judgedGroups, tooFewGroups } from './relative-groups.js';
import { known, valueOf, type Known } from './results.js';
import { writeShort, type Subject } from './subject.js';

/** `First-time entrants: no clear change (28, from 26)`. Says when the number is hidden, or that there is none. */
export function titleOf(subject: Subject): string {
  const { declaration, reading, words, title } = subject;
  const { current } = reading;
  if (!current) return words.say('title.none', { title });
  if (declaration.kind === 'relative_rate') return relativeTitle(subject);
  if (declaration.chart === 'profile') return profileTitle(subject);
  if (current.status === 'hidden') return words.say('title.hidden', { title });
  return changeTitle(subject, known(current));
}

function changeTitle(subject: Subject, current: Known | null): string {
  const { reading, words, title } = subject;
  const previous = known(reading.previous);
  const now = headline(current, subject);
  if (!previous) return words.say('title.only', { title, now });
  const before = headline(previous, subject);
  if (changeAgainst(subject))
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
function headline(cell: Known | null, subject: Subject): string {
  const counted = subject.unit !== 'proportion' && subject.unit !== 'mean';
  if (counted && cell && cell.numerator !== null) return writeCount(cell.numerator);
  return writeShort(cell, subject);
}

function relativeTitle(subject: Subject): string {
  const { words, title } = subject;
  if (judgedGroups(subject).length === 0) return unsaidTitle(subject);
  const clear = clearGroups(subject).map(({ group }) => words.group('ethnicity', group));
  if (clear.length > 0) return words.say('title.groups_clear', { title, groups: clear.join(', ') });
  const none = tooFewGroups(subject).length > 0 ? 'groups_few' : 'groups_none';
  return words.say(`title.${none}`, { title });
}

/** Where no group can be spoken of: because they are hidden, or because there is nothing to compare. */
function unsaidTitle({ reading, words, title }: Subject): string {
  const hides = reading.groups.some(({ now }) => now?.status === 'hidden');
  return words.say(hides ? 'title.hidden' : 'title.bare', { title });
}

function profileTitle(subject: Subject): string {
  const { words, title } = subject;
  const first = profileGroups(subject)[0];
  const cell = known(first?.now);
  if (!first || !cell || valueOf(cell) === null) return unsaidTitle(subject);
  return words.say('title.profile', {
    title,
    group: words.group(first.breakdown, first.group),
    numerator: writeCount(cell.numerator ?? 0),
    denominator: writeCount(cell.denominator ?? 0),
  });
}
