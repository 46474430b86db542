// Needs of assessed children → dots with intervals for this year and last year, most common first.
import type { ChartRequest, Plotter, Mark } from './draw.js';
import { placeRows, type GroupRow } from './group-rows.js';
import {
  drawLabel,
  YEAR_OFFSET,
  chooseTicks,
  placeYearKey,
  styleYear,
  type Label,
} from './layout.js';
import { writeCount } from './numbers.js';
import { hasSmallBase, readShown, readValue, type Group } from './results.js';
import { writeValue, type Subject } from './subject.js';

const PITCH = 21;
const LABEL_WIDTH = 172;
const NUMBER_WIDTH = 92;
const KEY_HEIGHT = 20;
const AXIS_HEIGHT = 18;

/** The groups of a profile's own breakdown, most common first; those without a number come last, in their order. */
export function sortProfileGroups({ reading }: Subject): Group[] {
  const first = reading.groups[0]?.breakdown;
  const groups = reading.groups.filter((group) => group.breakdown === first);
  return groups.sort((a, b) => (readValue(b.now) ?? -1) - (readValue(a.now) ?? -1));
}

/** The request for a profile chart; null if there are no groups. */
export function chartProfile(subject: Subject, plotter: Plotter, alt: string): ChartRequest | null {
  const groups = sortProfileGroups(subject);
  if (groups.length === 0) return null;
  const width = plotter.theme.sizes.chartWidth - LABEL_WIDTH - NUMBER_WIDTH;
  const layout = { pitch: PITCH, headings: false, labelWidth: LABEL_WIDTH };
  const set = placeRows(groups, layout, subject, plotter);
  const key = buildKey(subject, plotter);
  const top = chooseMaximum(groups);
  return {
    id: `${subject.declaration.id}-profile`,
    shape: 'profile',
    alt,
    slots: {
      width,
      height: set.height,
      padding: { left: LABEL_WIDTH, right: NUMBER_WIDTH, top: KEY_HEIGHT, bottom: AXIS_HEIGHT },
      xDomain: [0, top],
      xTicks: chooseTicks(top, 5).ticks,
      xFormat: '.0%',
    },
    marks: {
      strips: set.rows.map(({ py }) => ({
        from: -LABEL_WIDTH,
        to: width + NUMBER_WIDTH,
        py: py + PITCH / 2,
      })),
      base: [{ x: 0, top: 0, bottom: set.height }],
      intervals: set.rows.flatMap((row) => markInterval(row, plotter)),
      before: set.rows.flatMap((row) => markDot(row, 'before', plotter)),
      now: set.rows.flatMap((row) => markDot(row, 'now', plotter)),
      keys: key.keys,
      labels: [
        ...set.labels,
        ...key.labels,
        ...set.rows.map((row) => labelNumber(row, width, subject, plotter)),
      ].map(drawLabel),
    },
  };
}

function chooseMaximum(groups: readonly Group[]): number {
  const values = groups.flatMap(({ now, before }) => [
    readShown(now)?.upper ?? 0,
    readValue(before) ?? 0,
  ]);
  const largest = Math.max(0, ...values);
  return largest > 0 ? Math.min(largest * 1.03, 1) : 1;
}

function buildKey(subject: Subject, plotter: Plotter): { keys: Mark[]; labels: Label[] } {
  const { current, previous } = subject.reading;
  const years = [
    ...(current ? [{ text: subject.window(current.window), previous: false }] : []),
    ...(previous ? [{ text: subject.window(previous.window), previous: true }] : []),
  ];
  return placeYearKey(years, { px: 0, py: -KEY_HEIGHT + 7 }, plotter.theme, plotter.measure);
}

function markInterval({ py, group }: GroupRow, { theme }: Plotter): Mark[] {
  const { lower, upper } = readShown(group.now) ?? { lower: null, upper: null };
  if (lower === null || upper === null) return [];
  return [{ py, lower, upper, colour: theme.colours.accent }];
}

function markDot({ py, group }: GroupRow, year: 'now' | 'before', { theme }: Plotter): Mark[] {
  const value = readValue(group[year]);
  const lower = year === 'before' ? YEAR_OFFSET : 0;
  return value === null ? [] : [{ py: py + lower, value, ...styleYear(year === 'before', theme) }];
}

function labelNumber(
  { py, group }: GroupRow,
  width: number,
  subject: Subject,
  { theme }: Plotter,
): Label {
  const cell = readShown(group.now);
  const place = { px: width + NUMBER_WIDTH, py, align: 'right' as const };
  const size = theme.sizes.chartSmall;
  if (!cell)
    return { ...place, text: writeValue(group.now, subject), colour: theme.colours.muted, size };
  const facts = {
    numerator: writeCount(cell.numerator ?? 0),
    denominator: writeCount(cell.denominator ?? 0),
    value: writeValue(cell, subject),
  };
  const key = hasSmallBase(cell) ? 'share_few' : 'share';
  return {
    ...place,
    text: subject.words.say(key, facts),
    colour: theme.colours.ink,
    weight: 500,
    size,
  };
}
