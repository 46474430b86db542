// What a chart shows → the text that stands for it where it cannot be seen. Hidden numbers are said to be hidden.
import type { Disclosed } from '../disclosure/disclosed.js';
import { changesSaid } from './definition-changes.js';
import { comparedGroups } from './relative-groups.js';
import { known, listedGroups, valueOf, type Group, type Known } from './results.js';
import { writeInterval, writePart, writeShort, writeValue, type Subject } from './subject.js';
import { profileGroups } from './profile-chart.js';

/** The chart in words: what it is, its ends, its extremes, and its gaps. */
export function trendAlt(subject: Subject): string {
  const { words, reading, title, declaration } = subject;
  const shown = reading.windows.filter((cell) => valueOf(cell) !== null);
  const [first, last] = [reading.windows[0], reading.windows.at(-1)];
  if (!first || !last) return title;
  const about = words.say(`alt.${lengthOf(declaration)}`, {
    title,
    axis: words.say(`axis.${subject.unit}`),
    first: subject.windowShort(first.window),
    last: subject.windowShort(last.window),
  });
  return [
    about,
    ...placesOf(shown, subject),
    ...gapsSaid(reading.windows, subject),
    ...changesSaid(subject),
  ].join(' ');
}

/** Rolling years end with each quarter; calendar years are one each, and three years are three. */
function lengthOf({ window: { length } }: Subject['declaration']): string {
  if (length === 'calendar year') return 'trend_calendar';
  return length === '36 months' ? 'trend_long' : 'trend';
}

function placesOf(shown: readonly Disclosed[], subject: Subject): string[] {
  const { words, reading } = subject;
  const sorted = shown.map(known).filter((cell): cell is Known & Disclosed => cell !== null);
  sorted.sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const places: [string, Disclosed | null | undefined][] = [
    ['current', reading.current],
    ['previous', reading.previous],
    ['highest', sorted.at(-1)],
    ['lowest', sorted[0]],
  ];
  return places.flatMap(([key, cell]) =>
    cell && valueOf(cell) !== null
      ? [
          words.say(`alt.${key}`, {
            value: writeShort(cell, subject),
            window: subject.windowShort(cell.window),
          }),
        ]
      : [],
  );
}

function gapsSaid(windows: readonly Disclosed[], { words, windowShort }: Subject): string[] {
  return (['hidden', 'immature', 'no data'] as const).flatMap((status) => {
    const gaps = windows.filter((cell) => cell.status === status);
    if (gaps.length === 0) return [];
    const names = gaps.map(({ window }) => windowShort(window)).join(', ');
    return [words.say(`alt.gap.${status}`, { windows: names })];
  });
}

/** Each breakdown, and each of its groups with this year's number. */
export function breakdownAlt(subject: Subject): string {
  const { words, title } = subject;
  const listed = listedGroups(subject.reading);
  const names = [...new Set(listed.map(({ breakdown }) => breakdown))];
  const said = names.map((name) =>
    words.say('alt.breakdown_groups', {
      breakdown: words.breakdown(name),
      groups: listed
        .filter(({ breakdown }) => breakdown === name)
        .map((group) => sayGroup(group, subject))
        .join(', '),
    }),
  );
  return [words.say('alt.breakdown', { title }), ...said].join(' ');
}

/** Each group's relative rate and interval. */
export function relativeAlt(subject: Subject): string {
  const { words, title } = subject;
  const groups = comparedGroups(subject).map(({ breakdown, group, now }) =>
    words.say(valueOf(now) === null ? 'alt.group_unknown' : 'alt.relative_group', {
      group: words.group(breakdown, group),
      value: writeValue(now, subject),
      interval: writeInterval(now, subject),
      instead: words.say(
        `gap.${now?.status === 'shown' ? 'not calculable' : (now?.status ?? 'no data')}`,
      ),
    }),
  );
  return [words.say('alt.relative_rate', { title }), ...groups].join(' ');
}

/** Each need with its share. */
export function profileAlt(subject: Subject): string {
  const { words, title } = subject;
  const groups = profileGroups(subject).map((group) => sayGroup(group, subject));
  return words.say('alt.profile', { title, groups: groups.join(', ') });
}

function sayGroup({ breakdown, group, now }: Group, subject: Subject): string {
  const counted = subject.unit !== 'proportion' && subject.unit !== 'mean';
  return subject.words.say('alt.group', {
    group: subject.words.group(breakdown, group),
    value: counted ? writePart(now, 'numerator', subject) : writeShort(now, subject),
  });
}
