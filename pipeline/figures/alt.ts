// What a chart shows → the text that stands for it where it cannot be seen. Hidden numbers are said to be hidden.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { describeChanges } from './definition-changes.js';
import { selectComparedGroups } from './relative-groups.js';
import { readShown, listGroups, readValue, type Group, type ShownResult } from './results.js';
import { writeInterval, writePart, writeShort, writeValue, type Subject } from './subject.js';
import { sortProfileGroups } from './profile-chart.js';

/** Describes a trend: its title and range, the newest, previous, highest and lowest values, and its gaps. */
export function describeTrend(subject: Subject): string {
  const { words, reading, title, declaration } = subject;
  const shown = reading.windows.filter((cell) => readValue(cell) !== null);
  const [first, last] = [reading.windows[0], reading.windows.at(-1)];
  if (!first || !last) return title;
  const about = words.say(`alt.${chooseTrendKey(declaration)}`, {
    title,
    axis: words.say(`axis.${subject.unit}`),
    first: subject.windowShort(first.window),
    last: subject.windowShort(last.window),
  });
  return [
    about,
    ...describeKeyPoints(shown, subject),
    ...describeGaps(reading.windows, subject),
    ...describeChanges(subject),
  ].join(' ');
}

/** The text differs for windows of a calendar year and of three years; the others are rolling years. */
function chooseTrendKey({ window: { length } }: Subject['declaration']): string {
  if (length === 'calendar year') return 'trend_calendar';
  return length === '36 months' ? 'trend_long' : 'trend';
}

function describeKeyPoints(shown: readonly DisclosedCell[], subject: Subject): string[] {
  const { words, reading } = subject;
  const sorted = shown
    .map(readShown)
    .filter((cell): cell is ShownResult & DisclosedCell => cell !== null);
  sorted.sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const points: [string, DisclosedCell | null | undefined][] = [
    ['current', reading.current],
    ['previous', reading.previous],
    ['highest', sorted.at(-1)],
    ['lowest', sorted[0]],
  ];
  return points.flatMap(([key, cell]) =>
    cell && readValue(cell) !== null
      ? [
          words.say(`alt.${key}`, {
            value: writeShort(cell, subject),
            window: subject.windowShort(cell.window),
          }),
        ]
      : [],
  );
}

function describeGaps(
  windows: readonly DisclosedCell[],
  { words, windowShort }: Subject,
): string[] {
  return (['hidden', 'immature', 'no data'] as const).flatMap((status) => {
    const gaps = windows.filter((cell) => cell.status === status);
    if (gaps.length === 0) return [];
    const names = gaps.map(({ window }) => windowShort(window)).join(', ');
    return [words.say(`alt.gap.${status}`, { windows: names })];
  });
}

/** Lists each breakdown and, for each of its groups, this year's number. */
export function describeBreakdown(subject: Subject): string {
  const { words, title } = subject;
  const listed = listGroups(subject.reading);
  const names = [...new Set(listed.map(({ breakdown }) => breakdown))];
  const sentences = names.map((name) =>
    words.say('alt.breakdown_groups', {
      breakdown: words.breakdown(name),
      groups: listed
        .filter(({ breakdown }) => breakdown === name)
        .map((group) => describeGroup(group, subject))
        .join(', '),
    }),
  );
  return [words.say('alt.breakdown', { title }), ...sentences].join(' ');
}

/** Lists each group's relative rate and interval. */
export function describeRelativeRates(subject: Subject): string {
  const { words, title } = subject;
  const groups = selectComparedGroups(subject).map(({ breakdown, group, now }) =>
    words.say(readValue(now) === null ? 'alt.group_unknown' : 'alt.relative_group', {
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

/** Lists each need with its share. */
export function describeProfile(subject: Subject): string {
  const { words, title } = subject;
  const groups = sortProfileGroups(subject).map((group) => describeGroup(group, subject));
  return words.say('alt.profile', { title, groups: groups.join(', ') });
}

function describeGroup({ breakdown, group, now }: Group, subject: Subject): string {
  const counted = subject.unit !== 'proportion' && subject.unit !== 'mean';
  return subject.words.say('alt.group', {
    group: subject.words.group(breakdown, group),
    value: counted ? writePart(now, 'numerator', subject) : writeShort(now, subject),
  });
}
