// Groups this year and last → bars of numbers, or dots of shares with their intervals, the whole width of the page.
import type { DisclosedCell } from '../disclosure/disclosed.js';
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
import { readShown, listGroups, type Group, type ShownResult } from './results.js';
import { writeShort, type Subject } from './subject.js';

const BAR_PITCH = 12;
const DOT_PITCH = 14;
const KEY_HEIGHT = 20;
const AXIS_HEIGHT = 16;
const NUMBER_WIDTH = 60;
const MIN_LABEL_WIDTH = 54;
const MAX_LABEL_WIDTH = 150;
/** Keeps a bar of two children from filling the width of the chart. */
const MIN_BAR_SCALE = 10;

/**
 * The request for a breakdown chart; null if there are no groups. For counts and rates it draws the counts, because not
 * every group has a population; shares and means are drawn as they are.
 */
export function chartBreakdown(
  subject: Subject,
  plotter: Plotter,
  alt: string,
): ChartRequest | null {
  const groups = listGroups(subject.reading);
  if (groups.length === 0) return null;
  const labelWidth = measureLabels(groups, subject, plotter);
  const width = plotter.theme.sizes.chartWidth - labelWidth - NUMBER_WIDTH;
  const plot = choosePlot(groups, subject, width);
  const pitch = plot.bars ? BAR_PITCH : DOT_PITCH;
  const set = placeRows(groups, { pitch, headings: true, labelWidth }, subject, plotter);
  const key = buildKey(subject, plot.bars, labelWidth, plotter);
  return {
    id: `${subject.declaration.id}-breakdown`,
    shape: 'breakdown',
    alt,
    slots: {
      width,
      height: set.height,
      padding: buildPadding(plot, labelWidth),
      ...buildAxisSlots(plot),
    },
    marks: {
      strips: [],
      base: [{ x: 0, top: 0, bottom: set.height }],
      bars: plot.bars ? markBars(set.rows, plot, plotter) : [],
      intervals: plot.bars ? [] : markIntervals(set.rows, plotter),
      before: markDots(set.rows, 'before', plot, plotter),
      now: plot.bars ? [] : markDots(set.rows, 'now', plot, plotter),
      keys: key.keys,
      labels: [
        ...set.labels,
        ...key.labels,
        ...set.rows.map((row) => labelNumber(row, plot, width, subject, plotter)),
      ].map(drawLabel),
    },
  };
}

function buildAxisSlots({ top, ticks, format }: Plot): Record<string, unknown> {
  return { xDomain: [0, top], xTicks: ticks, xFormat: format };
}

function buildPadding({ bars }: Plot, left: number): Record<string, number> {
  return { left, right: NUMBER_WIDTH, top: KEY_HEIGHT, bottom: bars ? 4 : AXIS_HEIGHT };
}

/** The horizontal axis: counts drawn as bars, or values drawn as dots. */
interface Plot {
  readonly bars: boolean;
  readonly top: number;
  readonly ticks: readonly number[];
  readonly format: string;
  readonly read: (cell: DisclosedCell | null) => number | null;
}

function choosePlot(groups: readonly Group[], subject: Subject, width: number): Plot {
  const bars = subject.unit !== 'proportion' && subject.unit !== 'mean';
  const read = (cell: DisclosedCell | null): number | null =>
    (bars ? readShown(cell)?.numerator : readShown(cell)?.value) ?? null;
  const cells = groups.flatMap(({ now, before }) => [now, before]);
  const upper = bars ? [] : cells.map((cell) => readShown(cell)?.upper ?? 0);
  const largest = Math.max(...cells.map((cell) => read(cell) ?? 0), ...upper, 0) || 1;
  if (bars)
    return { bars, top: Math.max(largest, MIN_BAR_SCALE) * 1.02, ticks: [], format: ',.0f', read };
  const share = subject.unit === 'proportion';
  const { ticks, step } = chooseTicks(largest, Math.max(2, Math.floor(width / 60)));
  return {
    bars,
    top: largest * 1.02,
    ticks,
    format: share ? '.0%' : step < 1 ? '.1f' : ',.0f',
    read,
  };
}

function measureLabels(groups: readonly Group[], { words }: Subject, plotter: Plotter): number {
  const size = plotter.theme.sizes.chartSmall;
  const widths = groups.flatMap(({ breakdown, group }) => [
    plotter.measure(words.breakdown(breakdown), size, 600),
    plotter.measure(words.group(breakdown, group), size),
  ]);
  return Math.ceil(Math.min(MAX_LABEL_WIDTH, Math.max(MIN_LABEL_WIDTH, ...widths) + 8));
}

/** The key shows a square for bars and the dot itself for dots. */
function buildKey(
  subject: Subject,
  bars: boolean,
  labelWidth: number,
  plotter: Plotter,
): { keys: Mark[]; labels: Label[] } {
  const { current, previous } = subject.reading;
  const years = [
    ...(current ? [{ text: subject.windowShort(current.window), previous: false }] : []),
    ...(previous ? [{ text: subject.windowShort(previous.window), previous: true }] : []),
  ];
  const at = { px: -labelWidth, py: -KEY_HEIGHT + 7 };
  const { keys, labels } = placeYearKey(years, at, plotter.theme, plotter.measure);
  const square = keys.map((mark) =>
    mark['shape'] === 'circle' ? { ...mark, shape: 'square' } : mark,
  );
  return { keys: bars ? square : keys, labels };
}

function markBars(rows: readonly GroupRow[], plot: Plot, { theme }: Plotter): Mark[] {
  return rows.flatMap(({ py, group }) => {
    const upper = plot.read(group.now);
    return upper === null ? [] : [{ py, lower: 0, upper, colour: theme.colours.accent }];
  });
}

function markIntervals(rows: readonly GroupRow[], { theme }: Plotter): Mark[] {
  const { accent, previous } = theme.colours;
  return rows.flatMap(({ py, group }) =>
    [
      { cell: readShown(group.now), py, colour: accent },
      { cell: readShown(group.before), py: py + YEAR_OFFSET, colour: previous },
    ].flatMap(({ cell, ...mark }) =>
      cell === null || cell.lower === null || cell.upper === null || isOfNobody(cell)
        ? []
        : [{ ...mark, lower: cell.lower, upper: cell.upper }],
    ),
  );
}

/** A share of no children has no place on the axis. */
function isOfNobody({ unit, denominator }: ShownResult): boolean {
  return unit === 'proportion' && denominator === 0;
}

function markDots(
  rows: readonly GroupRow[],
  year: 'now' | 'before',
  plot: Plot,
  { theme }: Plotter,
): Mark[] {
  return rows.flatMap(({ py, group }) => {
    const value = plot.read(group[year]);
    if (value === null) return [];
    const lower = year === 'before' && !plot.bars ? YEAR_OFFSET : 0;
    return [{ py: py + lower, value, ...styleYear(year === 'before', theme) }];
  });
}

/** The number at the end of the row; if it cannot be drawn, the word for why, at the start of the row. */
function labelNumber(
  { py, group }: GroupRow,
  plot: Plot,
  width: number,
  subject: Subject,
  { theme }: Plotter,
): Label {
  const { now, before } = group;
  const value = plot.read(now);
  const values = [
    value,
    plot.read(before),
    ...(plot.bars ? [] : [now, before].map((cell) => readShown(cell)?.upper ?? null)),
  ];
  const furthest = Math.max(...values.map((each) => each ?? 0));
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
