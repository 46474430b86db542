// Groups compared with a reference group, or needs in order → the sentences of relative rates and of profiles.
import { writeCount } from './numbers.js';
import { sortProfileGroups } from './profile-chart.js';
import {
  selectClearGroups,
  selectGroupsWithVerdict,
  REFERENCE_GROUP,
  selectTooSmallGroups,
} from './relative-groups.js';
import { readShown, type Group } from './results.js';
import { writeInterval, writeShort, writeValue, type Subject } from './subject.js';

const MAX_NAMED_NEEDS = 3;

/** Writes the paragraph of a relative rate or of a profile. */
export function writeGroupSentences(subject: Subject): string {
  const sentences =
    subject.declaration.kind === 'relative_rate'
      ? writeRelativeSentences(subject)
      : writeProfileSentences(subject);
  return sentences.join(' ');
}

function writeRelativeSentences(subject: Subject): string[] {
  const { words } = subject;
  const reference = words.group('ethnicity', REFERENCE_GROUP);
  const clear = selectClearGroups(subject);
  const few = selectTooSmallGroups(subject);
  return [
    writeTotalSentence(subject, 'sentence.relative.total'),
    ...clear.map((group) => writeClearSentence(group, reference, subject)),
    ...(clear.length === 0 ? [writeNoneClearSentence(reference, subject)] : []),
    ...(few.length > 0
      ? [words.say('sentence.relative.few', { groups: joinGroupNames(few, subject) })]
      : []),
    ...writeUnknownSentence(subject),
  ];
}

function writeNoneClearSentence(reference: string, subject: Subject): string {
  const hasVerdict = selectGroupsWithVerdict(subject).length > 0;
  return subject.words.say(`sentence.relative.${hasVerdict ? 'none' : 'unjudged'}`, { reference });
}

function writeClearSentence(
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

/** The number whose group is not known is always stated, because it limits what the other numbers can show. */
function writeUnknownSentence(subject: Subject): string[] {
  const unknown = readShown(subject.reading.groups.find(({ group }) => group === 'Not known')?.now);
  const total = readShown(subject.reading.current);
  if (!unknown?.numerator || total?.numerator === null || total?.numerator === undefined) return [];
  return [
    subject.words.say('sentence.relative.unknown', {
      numerator: writeCount(unknown.numerator),
      amount: subject.words.amount('children', total.numerator),
    }),
  ];
}

function writeProfileSentences(subject: Subject): string[] {
  const { words } = subject;
  const groups = sortProfileGroups(subject);
  const top = groups.filter(({ now }) => readShown(now)?.value).slice(0, MAX_NAMED_NEEDS);
  const named = top.map(({ breakdown, group, now }) =>
    words.say('sentence.profile.need', {
      group: words.group(breakdown, group),
      share: writeShort(now, subject),
    }),
  );
  return [
    writeTotalSentence(subject, 'sentence.profile.total'),
    ...(named.length > 0 ? [words.say('sentence.profile.top', { needs: named.join(', ') })] : []),
    ...writeChangeSentences(groups, subject),
  ];
}

function writeChangeSentences(groups: readonly Group[], subject: Subject): string[] {
  const tested = groups.filter(({ now, before }) => readShown(now)?.verdict && readShown(before));
  if (tested.length === 0) return [];
  const moved = (['higher', 'lower'] as const).flatMap((verdict) => {
    const matching = tested.filter(({ now }) => readShown(now)?.verdict === verdict);
    if (matching.length === 0) return [];
    return [
      subject.words.say(`sentence.profile.${verdict}`, {
        groups: joinGroupNames(matching, subject),
      }),
    ];
  });
  return moved.length > 0 ? moved : [subject.words.say('sentence.profile.unchanged')];
}

function writeTotalSentence(subject: Subject, key: string): string {
  const { reading, words, declaration } = subject;
  const total = readShown(reading.current);
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

function joinGroupNames(groups: readonly Group[], { words }: Subject): string {
  return groups.map(({ breakdown, group }) => words.group(breakdown, group)).join(', ');
}
