// Groups set against each other, or needs set in order → the sentences of relative rates and of profiles.
import { writeCount } from './numbers.js';
import { profileGroups } from './profile-chart.js';
import { clearGroups, judgedGroups, REFERENCE_GROUP, tooFewGroups } from './relative-groups.js';
import { known, type Group } from './results.js';
import { writeInterval, writeShort, writeValue, type Subject } from './subject.js';

const NEEDS_NAMED = 3;

/** The paragraph of a relative rate or of a profile. */
export function groupSentences(subject: Subject): string {
  const sentences =
    subject.declaration.kind === 'relative_rate'
      ? relativeSentences(subject)
      : profileSentences(subject);
  return sentences.join(' ');
}

function relativeSentences(subject: Subject): string[] {
  const { words } = subject;
  const reference = words.group('ethnicity', REFERENCE_GROUP);
  const clear = clearGroups(subject);
  const few = tooFewGroups(subject);
  return [
    totalSentence(subject, 'sentence.relative.total'),
    ...clear.map((group) => relativeSentence(group, reference, subject)),
    ...(clear.length === 0 ? [noneSentence(reference, subject)] : []),
    ...(few.length > 0
      ? [words.say('sentence.relative.few', { groups: namesOf(few, subject) })]
      : []),
    ...unknownSentence(subject),
  ];
}

function noneSentence(reference: string, subject: Subject): string {
  const judged = judgedGroups(subject).length > 0;
  return subject.words.say(`sentence.relative.${judged ? 'none' : 'unjudged'}`, { reference });
}

function relativeSentence(
  { breakdown, group, now }: Group,
  reference: string,
  subject: Subject,
): string {
  return subject.words.say('sentence.relative.clear', {
    group: subject.words.group(breakdown, group),
    value: writeValue(now, subject),
    interval: writeInterval(now, subject),
    reference,
  });
}

/** The share whose group is not known is printed: it bounds what can be said of the rest. */
function unknownSentence(subject: Subject): string[] {
  const unknown = known(subject.reading.groups.find(({ group }) => group === 'Not known')?.now);
  const total = known(subject.reading.current);
  if (!unknown?.numerator || total?.numerator === null || total?.numerator === undefined) return [];
  return [
    subject.words.say('sentence.relative.unknown', {
      numerator: writeCount(unknown.numerator),
      amount: subject.words.amount('children', total.numerator),
    }),
  ];
}

function profileSentences(subject: Subject): string[] {
  const { words } = subject;
  const groups = profileGroups(subject);
  const top = groups.filter(({ now }) => known(now)?.value).slice(0, NEEDS_NAMED);
  const named = top.map(({ breakdown, group, now }) =>
    words.say('sentence.profile.need', {
      group: words.group(breakdown, group),
      share: writeShort(now, subject),
    }),
  );
  return [
    totalSentence(subject, 'sentence.profile.total'),
    ...(named.length > 0 ? [words.say('sentence.profile.top', { needs: named.join(', ') })] : []),
    ...changeSentences(groups, subject),
  ];
}

function changeSentences(groups: readonly Group[], subject: Subject): string[] {
  const judged = groups.filter(({ now, before }) => known(now)?.verdict && known(before));
  if (judged.length === 0) return [];
  const moved = (['higher', 'lower'] as const).flatMap((verdict) => {
    const those = judged.filter(({ now }) => known(now)?.verdict === verdict);
    if (those.length === 0) return [];
    return [subject.words.say(`sentence.profile.${verdict}`, { groups: namesOf(those, subject) })];
  });
  return moved.length > 0 ? moved : [subject.words.say('sentence.profile.unchanged')];
}

function totalSentence(subject: Subject, key: string): string {
  const { reading, words, declaration } = subject;
  const total = known(reading.current);
  const window = reading.current ? subject.window(reading.current.window) : '';
  if (total?.numerator === null || total?.numerator === undefined)
    return words.say('sentence.hidden', { window });
  return words.say(key, {
    window,
    numerator: writeCount(total.numerator),
    amount: words.amount(declaration.counts, total.numerator),
    children: words.amount('children', total.denominator ?? 0),
  });
}

function namesOf(groups: readonly Group[], { words }: Subject): string {
  return groups.map(({ breakdown, group }) => words.group(breakdown, group)).join(', ');
}
