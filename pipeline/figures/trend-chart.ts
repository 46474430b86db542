// The headline's windows and published figures → the marks of a trend: intervals, gaps that say why, direct labels.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { ChartRequest, Drawing, Mark } from './draw.js';
import { labelMark, ticksTo, yearLook, type Label } from './layout.js';
import type { Known } from './results.js';
import { writeShort, type Subject } from './subject.js';
import { gapsOf, isDrawn, isYearApart, place, stepOf, type Placed } from './time-places.js';
import { changeLabels, changeMarks, changesPlaced } from './trend-changes.js';
import { publishedInView, publishedLabels, publishedMark } from './trend-published.js';

const HEIGHT = 92;
const TOP = 18;
const BOTTOM = 26;
const LEFT = 36;
const NO_LABELS_RIGHT = 10;
const LABELS_RIGHT = 132;

/**
 * The request for a trend, or null when no window has a value to draw, or only one among hidden ones: its table says as
 * much. `alt` is said by the caller.
 */
export function trendChart(subject: Subject, drawing: Drawing, alt: string): ChartRequest | null {
  const { windows, current } = subject.reading;
  const shown = place(subject, windows).filter(isDrawn);
  if (shown.length === 0 || !current) return null;
  if (shown.length === 1 && windows.some(({ status }) => status === 'hidden')) return null;
  const published = publishedInView(subject);
  const right = published.length > 0 ? LABELS_RIGHT : NO_LABELS_RIGHT;
  const width = drawing.theme.sizes.chartWidth - LEFT - right;
  const last = stepOf(subject, windows.at(-1) ?? current);
  const y = verticalScale(subject, [...shown, ...published]);
  const plot = { top: y.top, width, height: HEIGHT };
  const margin = publishedLabels(published, plot, subject, drawing);
  return {
    id: `${subject.declaration.id}-trend`,
    shape: 'trend',
    alt,
    slots: {
      width,
      height: HEIGHT,
      padding: { left: LEFT, right, top: TOP, bottom: BOTTOM },
      xDomain: [-0.5, last + 0.5],
      yDomain: [0, y.top],
      yTicks: y.ticks,
      yFormat: y.format,
    },
    marks: {
      gaps: gapMarks(subject),
      points: pointMarks(subject, shown),
      base: [{ from: -0.5, to: last + 0.5, y: 0 }],
      intervals: intervalMarks(subject, shown, drawing),
      years: yearMarks(subject, shown, drawing),
      published: published.map((each) => publishedMark(each, published)),
      keys: margin.keys,
      labels: [...frameLabels(subject, width, last, drawing), ...margin.labels].map(labelMark),
      changes: changeMarks(subject, y.top),
    },
  };
}

function verticalScale(
  { unit }: Subject,
  drawn: readonly Placed<Known & Disclosed>[],
): { top: number; ticks: number[]; format: string } {
  const most = Math.max(...drawn.map(({ cell }) => Math.max(cell.upper ?? 0, cell.value ?? 0)), 0);
  const top = (most > 0 ? most : 1) * 1.12;
  const share = unit === 'proportion';
  const { ticks, step } = ticksTo(share ? Math.min(top, 1) : top, 4, unit === 'count' ? 1 : 0);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return { top, ticks, format: share ? `.${Math.max(decimals - 2, 0)}%` : `,.${decimals}f` };
}

/** Windows in a row are one stretch; a gap in time or in what may be shown breaks the line, and so does a new definition. */
function pointMarks(subject: Subject, shown: readonly Placed<Known & Disclosed>[]): Mark[] {
  let stretch = 0;
  const lines = changesPlaced(subject).filter(({ of }) => of === 'ours');
  return shown.map(({ x, cell }, index) => {
    const before = shown[index - 1];
    const parted = lines.some((line) => before && before.x < line.x && line.x < x);
    if (before && (x - before.x > 1 || parted)) stretch += 1;
    const value = cell.value ?? 0;
    return { x, value, lower: cell.lower ?? value, upper: cell.upper ?? value, stretch };
  });
}

/** Intervals are drawn a year apart, and for a window that stands alone between gaps, where there is no band. */
function intervalMarks(
  subject: Subject,
  shown: readonly Placed<Known & Disclosed>[],
  { theme }: Drawing,
): Mark[] {
  const stands = new Set(shown.map(({ x }) => x));
  return shown
    .filter(
      ({ x, cell }) => isYearApart(subject, cell) || !(stands.has(x - 1) || stands.has(x + 1)),
    )
    .flatMap(({ x, cell }) => {
      if (cell.lower === null || cell.upper === null) return [];
      const { colour } = yearLook(cell === subject.reading.previous, theme);
      return [{ x, lower: cell.lower, upper: cell.upper, colour }];
    });
}

/** Every window a whole number of years from the newest: these do not overlap, so they carry interval and number. */
function yearMarks(
  subject: Subject,
  shown: readonly Placed<Known & Disclosed>[],
  { theme }: Drawing,
): Mark[] {
  const { current, previous } = subject.reading;
  return shown
    .filter(({ cell }) => isYearApart(subject, cell))
    .map(({ x, cell }) => {
      const look = yearLook(cell === previous, theme);
      const value = cell.value ?? 0;
      return {
        x,
        value,
        upper: cell.upper ?? value,
        ...look,
        size: cell === current ? 62 : look.size,
        text: writeShort(cell, subject),
        weight: cell === current ? 700 : 500,
      };
    });
}

function frameLabels(subject: Subject, width: number, last: number, drawing: Drawing): Label[] {
  return [
    ...unitLabel(subject, drawing),
    ...timeLabels(subject, width, last, drawing),
    ...gapLabels(subject, width, last, drawing),
    ...changeLabels(
      subject,
      { width, height: HEIGHT, across: (x) => across(x, width, last) },
      drawing,
    ),
  ];
}

function unitLabel({ words, unit }: Subject, { theme }: Drawing): Label[] {
  return [
    {
      px: -LEFT + 6,
      py: -TOP + 6,
      text: words.say(`axis.${unit}`),
      colour: theme.colours.muted,
      size: theme.sizes.chartSmall,
    },
  ];
}

function timeLabels(subject: Subject, width: number, last: number, drawing: Drawing): Label[] {
  const { ink, muted } = drawing.theme.colours;
  return place(subject, subject.reading.windows)
    .filter(({ cell }) => isYearApart(subject, cell))
    .map(({ x, cell }) => ({
      px: across(x, width, last),
      py: HEIGHT + 6,
      text: subject.windowShort(cell.window),
      colour: cell === subject.reading.current ? ink : muted,
      weight: cell === subject.reading.current ? 600 : 400,
      align: 'center',
      baseline: 'top',
      size: drawing.theme.sizes.chartText,
    }));
}

function across(x: number, width: number, last: number): number {
  return ((x + 0.5) / (last + 1)) * width;
}

function gapMarks(subject: Subject): Mark[] {
  return gapsOf(subject).map(({ from, to }) => ({ from, to }));
}

function gapLabels(subject: Subject, width: number, last: number, drawing: Drawing): Label[] {
  const size = drawing.theme.sizes.chartSmall;
  return gapsOf(subject).map(({ from, to, status }) => {
    const text = subject.words.say(`gap.${status}`);
    const room = ((to - from) / (last + 1)) * width;
    return {
      px: across((from + to) / 2, width, last),
      py: HEIGHT / 2,
      text,
      angle: drawing.measure(text, size) + 8 > room ? 270 : 0,
      align: 'center',
      colour: drawing.theme.colours.muted,
      size,
    };
  });
}
