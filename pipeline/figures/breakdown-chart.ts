// Groups this year and last → bars of numbers, or dots of shares with their intervals, to stand beside their table.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { ChartRequest, Drawing, Mark } from './draw.js';
import { setRows, type GroupRow } from './group-rows.js';
import { labelMark, LOWER_BY, ticksTo, yearKey, yearLook, type Label } from './layout.js';
import { writeCount } from './numbers.js';
import { known, listedGroups, type Group } from './results.js';
import { writeShort, type Subject } from './subject.js';

const BAR_PITCH = 11.5;
const DOT_PITCH = 14;
const KEY_HEIGHT = 20;
const AXIS_HEIGHT = 16;
const ROOM_FOR_NUMBER = 34;
const LEAST_LABEL = 54;
const MOST_LABEL = 94;
/** So that a bar of two children does not run the width of the chart. */
const LEAST_BAR_TOP = 10;

/**
 * The request for a breakdown, or null when there is no group. Counts and rates are drawn as numbers, because not
 * every group has a population to be a rate of; shares and means are drawn as they are.
 */
export function breakdownChart(
  subject: Subject,
  drawing: Drawing,
  alt: string,
): ChartRequest | null {
  const groups = listedGroups(subject.reading);
  if (groups.length === 0) return null;
  const labelWidth = labelWidthOf(groups, subject, drawing);
  const width = drawing.theme.sizes.chartBeside - labelWidth - ROOM_FOR_NUMBER;
  const plot = plotOf(groups, subject, width);
  const pitch = plot.bars ? BAR_PITCH : DOT_PITCH;
  const set = setRows(groups, { pitch, headings: true, labelWidth }, subject, drawing);
  const key = keyOf(subject, plot.bars, labelWidth, drawing);
  return {
    id: `${subject.declaration.id}-breakdown`,
    shape: 'breakdown',
    alt,
    slots: {
      width,
      height: set.height,
      padding: paddingOf(plot, labelWidth),
      ...axisOf(plot),
    },
    marks: {
      strips: [],
      base: [{ x: 0, top: 0, bottom: set.height }],
      bars: plot.bars ? barMarks(set.rows, plot, drawing) : [],
      intervals: plot.bars ? [] : intervalMarks(set.rows, drawing),
      before: dotMarks(set.rows, 'before', plot, drawing),
      now: plot.bars ? [] : dotMarks(set.rows, 'now', plot, drawing),
      keys: key.keys,
      labels: [
        ...set.labels,
        ...key.labels,
        ...set.rows.map((row) => numberLabel(row, plot, width, subject, drawing)),
      ].map(labelMark),
    },
  };
}

function axisOf({ top, ticks, format }: Plot): Record<string, unknown> {
  return { xDomain: [0, top], xTicks: ticks, xFormat: format };
}

function paddingOf({ bars }: Plot, left: number): Record<string, number> {
  return { left, right: ROOM_FOR_NUMBER, top: KEY_HEIGHT, bottom: bars ? 4 : AXIS_HEIGHT };
}

/** What is drawn along the axis: numbers as bars, or values as dots. */
interface Plot {
  readonly bars: boolean;
  readonly top: number;
  readonly ticks: readonly number[];
  readonly format: string;
  readonly read: (cell: Disclosed | null) => number | null;
}

function plotOf(groups: readonly Group[], subject: Subject, width: number): Plot {
  const bars = subject.unit !== 'proportion' && subject.unit !== 'mean';
  const read = (cell: Disclosed | null): number | null =>
    (bars ? known(cell)?.numerator : known(cell)?.value) ?? null;
  const cells = groups.flatMap(({ now, before }) => [now, before]);
  const upper = bars ? [] : groups.map(({ now }) => known(now)?.upper ?? 0);
  const most = Math.max(...cells.map((cell) => read(cell) ?? 0), ...upper, 0) || 1;
  if (bars)
    return { bars, top: Math.max(most, LEAST_BAR_TOP) * 1.02, ticks: [], format: ',.0f', read };
  const share = subject.unit === 'proportion';
  const { ticks, step } = ticksTo(most, Math.max(2, Math.floor(width / 40)));
  return { bars, top: most * 1.02, ticks, format: share ? '.0%' : step < 1 ? '.1f' : ',.0f', read };
}

function labelWidthOf(groups: readonly Group[], { words }: Subject, drawing: Drawing): number {
  const size = drawing.theme.sizes.chartSmall;
  const widths = groups.flatMap(({ breakdown, group }) => [
    drawing.measure(words.breakdown(breakdown), size, 600),
    drawing.measure(words.group(breakdown, group), size),
  ]);
  return Math.ceil(Math.min(MOST_LABEL, Math.max(LEAST_LABEL, ...widths) + 8));
}

/** A bar's key is a square, a dot's is the dot. */
function keyOf(
  subject: Subject,
  bars: boolean,
  labelWidth: number,
  drawing: Drawing,
): { keys: Mark[]; labels: Label[] } {
  const { current, previous } = subject.reading;
  const years = [
    ...(current ? [{ text: subject.windowShort(current.window), previous: false }] : []),
    ...(previous ? [{ text: subject.windowShort(previous.window), previous: true }] : []),
  ];
  const at = { px: -labelWidth, py: -KEY_HEIGHT + 7 };
  const { keys, labels } = yearKey(years, at, drawing.theme, drawing.measure);
  const square = keys.map((mark) =>
    mark['shape'] === 'circle' ? { ...mark, shape: 'square' } : mark,
  );
  return { keys: bars ? square : keys, labels };
}

function barMarks(rows: readonly GroupRow[], plot: Plot, { theme }: Drawing): Mark[] {
  return rows.flatMap(({ py, group }) => {
    const upper = plot.read(group.now);
    return upper === null ? [] : [{ py, lower: 0, upper, colour: theme.colours.accent }];
  });
}

function intervalMarks(rows: readonly GroupRow[], { theme }: Drawing): Mark[] {
  return rows.flatMap(({ py, group }) => {
    const { lower, upper } = known(group.now) ?? { lower: null, upper: null };
    if (lower === null || upper === null) return [];
    return [{ py, lower, upper, colour: theme.colours.accent }];
  });
}

function dotMarks(
  rows: readonly GroupRow[],
  year: 'now' | 'before',
  plot: Plot,
  { theme }: Drawing,
): Mark[] {
  return rows.flatMap(({ py, group }) => {
    const value = plot.read(group[year]);
    if (value === null) return [];
    const lower = year === 'before' && !plot.bars ? LOWER_BY : 0;
    return [{ py: py + lower, value, ...yearLook(year === 'before', theme) }];
  });
}

/** The number at the end of the row, or the word that stands for it at the foot of the bar that cannot be drawn. */
function numberLabel(
  { py, group }: GroupRow,
  plot: Plot,
  width: number,
  subject: Subject,
  { theme }: Drawing,
): Label {
  const { now, before } = group;
  const value = plot.read(now);
  const reach = [value, plot.read(before), plot.bars ? null : (known(now)?.upper ?? null)];
  const furthest = Math.max(...reach.map((each) => each ?? 0));
  const text = value !== null && plot.bars ? writeCount(value) : writeShort(now, subject);
  return {
    px: (furthest / plot.top) * width + 8,
    py,
    text,
    colour: value === null ? theme.colours.muted : theme.colours.accent,
    weight: value === null ? 400 : 600,
    size: theme.sizes.chartSmall,
  };
}
