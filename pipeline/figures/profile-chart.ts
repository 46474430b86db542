// Needs found among children assessed → dots with intervals, most common first, last year's beside this year's.
import type { ChartRequest, Drawing, Mark } from './draw.js';
import { setRows, type GroupRow } from './group-rows.js';
import { labelMark, LOWER_BY, ticksTo, yearKey, yearLook, type Label } from './layout.js';
import { writeCount } from './numbers.js';
import { isFew, known, valueOf, type Group } from './results.js';
import { writeValue, type Subject } from './subject.js';

const PITCH = 21;
const LABEL_WIDTH = 172;
const ROOM_FOR_NUMBER = 92;
const KEY_HEIGHT = 20;
const AXIS_HEIGHT = 18;

/** The groups of a profile: its own breakdown, most common first; those without a number keep their order, last. */
export function profileGroups({ reading }: Subject): Group[] {
  const first = reading.groups[0]?.breakdown;
  const groups = reading.groups.filter((group) => group.breakdown === first);
  return groups.sort((a, b) => (valueOf(b.now) ?? -1) - (valueOf(a.now) ?? -1));
}

/** The request for a profile, or null when there is no group. */
export function profileChart(subject: Subject, drawing: Drawing, alt: string): ChartRequest | null {
  const groups = profileGroups(subject);
  if (groups.length === 0) return null;
  const width = drawing.theme.sizes.chartWidth - LABEL_WIDTH - ROOM_FOR_NUMBER;
  const setting = { pitch: PITCH, headings: false, labelWidth: LABEL_WIDTH };
  const set = setRows(groups, setting, subject, drawing);
  const key = keyOf(subject, drawing);
  const top = topOf(groups);
  return {
    id: `${subject.declaration.id}-profile`,
    shape: 'profile',
    alt,
    slots: {
      width,
      height: set.height,
      padding: { left: LABEL_WIDTH, right: ROOM_FOR_NUMBER, top: KEY_HEIGHT, bottom: AXIS_HEIGHT },
      xDomain: [0, top],
      xTicks: ticksTo(top, 5).ticks,
      xFormat: '.0%',
    },
    marks: {
      strips: set.rows.map(({ py }) => ({
        from: -LABEL_WIDTH,
        to: width + ROOM_FOR_NUMBER,
        py: py + PITCH / 2,
      })),
      base: [{ x: 0, top: 0, bottom: set.height }],
      intervals: set.rows.flatMap((row) => intervalMark(row, drawing)),
      before: set.rows.flatMap((row) => dotMark(row, 'before', drawing)),
      now: set.rows.flatMap((row) => dotMark(row, 'now', drawing)),
      keys: key.keys,
      labels: [
        ...set.labels,
        ...key.labels,
        ...set.rows.map((row) => numberLabel(row, width, subject, drawing)),
      ].map(labelMark),
    },
  };
}

function topOf(groups: readonly Group[]): number {
  const reach = groups.flatMap(({ now, before }) => [known(now)?.upper ?? 0, valueOf(before) ?? 0]);
  const most = Math.max(0, ...reach);
  return most > 0 ? Math.min(most * 1.03, 1) : 1;
}

function keyOf(subject: Subject, drawing: Drawing): { keys: Mark[]; labels: Label[] } {
  const { current, previous } = subject.reading;
  const years = [
    ...(current ? [{ text: subject.window(current.window), previous: false }] : []),
    ...(previous ? [{ text: subject.window(previous.window), previous: true }] : []),
  ];
  return yearKey(years, { px: 0, py: -KEY_HEIGHT + 7 }, drawing.theme, drawing.measure);
}

function intervalMark({ py, group }: GroupRow, { theme }: Drawing): Mark[] {
  const { lower, upper } = known(group.now) ?? { lower: null, upper: null };
  if (lower === null || upper === null) return [];
  return [{ py, lower, upper, colour: theme.colours.accent }];
}

function dotMark({ py, group }: GroupRow, year: 'now' | 'before', { theme }: Drawing): Mark[] {
  const value = valueOf(group[year]);
  const lower = year === 'before' ? LOWER_BY : 0;
  return value === null ? [] : [{ py: py + lower, value, ...yearLook(year === 'before', theme) }];
}

function numberLabel(
  { py, group }: GroupRow,
  width: number,
  subject: Subject,
  { theme }: Drawing,
): Label {
  const cell = known(group.now);
  const place = { px: width + ROOM_FOR_NUMBER, py, align: 'right' as const };
  const size = theme.sizes.chartSmall;
  if (!cell)
    return { ...place, text: writeValue(group.now, subject), colour: theme.colours.muted, size };
  const facts = {
    numerator: writeCount(cell.numerator ?? 0),
    denominator: writeCount(cell.denominator ?? 0),
    value: writeValue(cell, subject),
  };
  const key = isFew(cell) ? 'share_few' : 'share';
  return {
    ...place,
    text: subject.words.say(key, facts),
    colour: theme.colours.ink,
    weight: 500,
    size,
  };
}
