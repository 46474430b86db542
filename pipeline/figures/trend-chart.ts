// The headline's windows and published figures → the marks of a trend: intervals, gaps that say why, direct labels.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { ChartRequest, Plotter, Mark } from './draw.js';
import { drawLabel, chooseTicks, styleYear, type Label } from './layout.js';
import type { ShownResult } from './results.js';
import { writeShort, type Subject } from './subject.js';
import {
  findGaps,
  hasValue,
  isYearApart,
  placeCells,
  findStep,
  type TimePoint,
} from './time-places.js';
import { labelChanges, markChanges, placeChanges } from './trend-changes.js';
import { findPublished, labelPublished, markPublished } from './trend-published.js';

const HEIGHT = 68;
const TOP = 18;
const BOTTOM = 26;
const LEFT = 36;
const NO_LABELS_RIGHT = 10;
const LABELS_RIGHT = 132;

/**
 * The request for a trend chart; null if no window has a value to draw, or only one among hidden ones, which its table
 * shows as well.
 */
export function chartTrend(subject: Subject, plotter: Plotter, alt: string): ChartRequest | null {
  const { windows, current } = subject.reading;
  const shown = placeCells(subject, windows).filter(hasValue);
  if (shown.length === 0 || !current) return null;
  if (shown.length === 1 && windows.some(({ status }) => status === 'hidden')) return null;
  const published = findPublished(subject);
  const right = published.length > 0 ? LABELS_RIGHT : NO_LABELS_RIGHT;
  const width = plotter.theme.sizes.chartWidth - LEFT - right;
  const last = findStep(subject, windows.at(-1) ?? current);
  const y = chooseVerticalScale(subject, [...shown, ...published]);
  const plot = { top: y.top, width, height: HEIGHT };
  const margin = labelPublished(published, plot, subject, plotter);
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
      gaps: markGaps(subject),
      points: markPoints(subject, shown),
      base: [{ from: -0.5, to: last + 0.5, y: 0 }],
      intervals: markIntervals(subject, shown, plotter),
      years: markYears(subject, shown, plotter),
      published: published.map((each) => markPublished(each, published)),
      keys: margin.keys,
      labels: [...labelFrame(subject, width, last, plotter), ...margin.labels].map(drawLabel),
      changes: markChanges(subject, y.top),
    },
  };
}

function chooseVerticalScale(
  { unit }: Subject,
  drawn: readonly TimePoint<ShownResult & DisclosedCell>[],
): { top: number; ticks: number[]; format: string } {
  const highest = Math.max(
    ...drawn.map(({ cell }) => Math.max(cell.upper ?? 0, cell.value ?? 0)),
    0,
  );
  const top = (highest > 0 ? highest : 1) * 1.12;
  const share = unit === 'proportion';
  const { ticks, step } = chooseTicks(share ? Math.min(top, 1) : top, 4, unit === 'count' ? 1 : 0);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return { top, ticks, format: share ? `.${Math.max(decimals - 2, 0)}%` : `,.${decimals}f` };
}

/** Consecutive windows are one line; a missing or hidden window breaks it, and so does a change of definition. */
function markPoints(
  subject: Subject,
  shown: readonly TimePoint<ShownResult & DisclosedCell>[],
): Mark[] {
  let stretch = 0;
  const lines = placeChanges(subject).filter(({ of }) => of === 'ours');
  return shown.map(({ x, cell }, index) => {
    const before = shown[index - 1];
    const isBroken = lines.some((line) => before && before.x < line.x && line.x < x);
    if (before && (x - before.x > 1 || isBroken)) stretch += 1;
    const value = cell.value ?? 0;
    return { x, value, lower: cell.lower ?? value, upper: cell.upper ?? value, stretch };
  });
}

/** Intervals are drawn for windows a year apart, and for a window alone between gaps, which has no band. */
function markIntervals(
  subject: Subject,
  shown: readonly TimePoint<ShownResult & DisclosedCell>[],
  { theme }: Plotter,
): Mark[] {
  const drawnAt = new Set(shown.map(({ x }) => x));
  return shown
    .filter(
      ({ x, cell }) => isYearApart(subject, cell) || !(drawnAt.has(x - 1) || drawnAt.has(x + 1)),
    )
    .flatMap(({ x, cell }) => {
      if (cell.lower === null || cell.upper === null) return [];
      const { colour } = styleYear(cell === subject.reading.previous, theme);
      return [{ x, lower: cell.lower, upper: cell.upper, colour }];
    });
}

/** Windows a whole number of years from the newest do not overlap: only these carry a mark and a number. */
function markYears(
  subject: Subject,
  shown: readonly TimePoint<ShownResult & DisclosedCell>[],
  { theme }: Plotter,
): Mark[] {
  const { current, previous } = subject.reading;
  return shown
    .filter(({ cell }) => isYearApart(subject, cell))
    .map(({ x, cell }) => {
      const style = styleYear(cell === previous, theme);
      const value = cell.value ?? 0;
      return {
        x,
        value,
        upper: cell.upper ?? value,
        ...style,
        size: cell === current ? 62 : style.size,
        text: writeShort(cell, subject),
        weight: cell === current ? 700 : 500,
      };
    });
}

function labelFrame(subject: Subject, width: number, last: number, plotter: Plotter): Label[] {
  return [
    ...labelUnit(subject, plotter),
    ...labelTimes(subject, width, last, plotter),
    ...labelGaps(subject, width, last, plotter),
    ...labelChanges(
      subject,
      { width, height: HEIGHT, scaleX: (x) => scaleX(x, width, last) },
      plotter,
    ),
  ];
}

function labelUnit({ words, unit }: Subject, { theme }: Plotter): Label[] {
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

function labelTimes(subject: Subject, width: number, last: number, plotter: Plotter): Label[] {
  const { ink, muted } = plotter.theme.colours;
  return placeCells(subject, subject.reading.windows)
    .filter(({ cell }) => isYearApart(subject, cell))
    .map(({ x, cell }) => ({
      px: scaleX(x, width, last),
      py: HEIGHT + 6,
      text: subject.windowShort(cell.window),
      colour: cell === subject.reading.current ? ink : muted,
      weight: cell === subject.reading.current ? 600 : 400,
      align: 'center',
      baseline: 'top',
      size: plotter.theme.sizes.chartText,
    }));
}

function scaleX(x: number, width: number, last: number): number {
  return ((x + 0.5) / (last + 1)) * width;
}

function markGaps(subject: Subject): Mark[] {
  return findGaps(subject).map(({ from, to }) => ({ from, to }));
}

function labelGaps(subject: Subject, width: number, last: number, plotter: Plotter): Label[] {
  const size = plotter.theme.sizes.chartSmall;
  return findGaps(subject).map(({ from, to, status }) => {
    const text = subject.words.say(`gap.${status}`);
    const available = ((to - from) / (last + 1)) * width;
    return {
      px: scaleX((from + to) / 2, width, last),
      py: HEIGHT / 2,
      text,
      angle: plotter.measure(text, size) + 8 > available ? 270 : 0,
      align: 'center',
      colour: plotter.theme.colours.muted,
      size,
    };
  });
}
