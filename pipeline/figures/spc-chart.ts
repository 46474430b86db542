// A series, its limits and its special causes → the marks of a control chart, with the variation sign boards know.
import type { SpecialCause } from '../statistics/spc-rules.js';
import type { ChangeOverTime } from '../statistics/spc.js';
import type { Declaration } from '../measures/declaration.js';
import type { ChartRequest, Drawing, Mark } from './draw.js';
import { labelMark, spread, ticksTo, type Label } from './layout.js';
import { writeCount } from './numbers.js';
import type { Theme } from './theme.js';
import type { FigureWords } from './words.js';

/** A line across the chart and what is said at its end. */
export interface ControlLine {
  readonly y: number;
  readonly text: string;
  readonly dashed: boolean;
}

/** All that one control chart shows, half a column wide. */
export interface ControlChart {
  readonly id: string;
  readonly alt: string;
  readonly better: Declaration['better'];
  readonly points: readonly number[];
  /** For each point. */
  readonly causes: readonly (SpecialCause | null)[];
  readonly lines: readonly ControlLine[];
  /** Under the first and the last point. */
  readonly ends: readonly [string, string];
  readonly variation: ChangeOverTime['variation'];
  /** What sets the sign. */
  readonly newest: SpecialCause | null;
  /** True where the last point has not ended yet: it is drawn hollow. */
  readonly open: boolean;
  /** A new definition: how many points came before it, and what is said beside its line. Limits begin there. */
  readonly parted: { readonly before: number; readonly text: string } | null;
}

const HEIGHT = 74;
const TOP = 26;
const BOTTOM = 16;
const LEFT = 26;
const RIGHT = 48;

/** The request for a control chart. Lines at or below nought are not drawn: nothing counted can be lower. */
export function controlChart(
  chart: ControlChart,
  words: FigureWords,
  drawing: Drawing,
): ChartRequest {
  const most = Math.max(...chart.points, ...chart.lines.map(({ y }) => y), 1);
  const top = most * 1.08;
  const { ticks } = ticksTo(top, 3, 1);
  const { left, right, width } = roomOf(chart, ticks, drawing);
  return {
    id: chart.id,
    shape: 'spc',
    alt: chart.alt,
    slots: {
      width,
      height: HEIGHT,
      padding: { left, right, top: TOP, bottom: BOTTOM },
      xDomain: [-0.5, chart.points.length - 0.5],
      yDomain: [0, top],
      yTicks: ticks,
    },
    marks: {
      limits: lineMarks(chart, drawing.theme),
      points: chart.points.map((value, x) => ({ x, value, ...look(x, chart, drawing.theme) })),
      changes: chart.parted ? [{ x: startOf(chart), from: 0, to: top }] : [],
      keys: [{ px: -left + 9, py: -TOP + 10, colour: signColour(chart, drawing.theme) }],
      labels: [
        ...signLabels(chart, left, words, drawing),
        ...lineLabels(chart, { width, top }, drawing),
        ...endLabels(chart, width, drawing),
        ...partLabels(chart, { left, right, width }, drawing),
      ].map(labelMark),
    },
  };
}

/** The plot's width, and the room beside it. */
interface Room {
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

/** Room for the longest number of the axis and the longest label of a line, never less than most charts need. */
function roomOf(chart: ControlChart, ticks: readonly number[], { theme, measure }: Drawing): Room {
  const longest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => measure(text, theme.sizes.chartSmall)));
  const left = Math.max(LEFT, Math.ceil(longest(ticks.map(writeCount))) + 8);
  const right = Math.max(RIGHT, Math.ceil(longest(drawn(chart).map(({ text }) => text))) + 6);
  return { left, right, width: theme.sizes.chartBeside - left - right };
}

function lineMarks(chart: ControlChart, { colours }: Theme): Mark[] {
  const ends = { from: -0.5, to: chart.points.length - 0.5 };
  const base = { ...ends, y: 0, dash: [1, 0], colour: colours.ink, width: 0.8 };
  const lines = drawn(chart).map(({ y, dashed }) => ({
    ...ends,
    from: startOf(chart),
    y,
    dash: dashed ? [3, 2] : [1, 0],
    colour: dashed ? colours.muted : colours.ink,
    width: dashed ? 0.8 : 0.6,
  }));
  return [base, ...lines] as unknown as Mark[];
}

/** Where the limits begin, in steps: the left edge, or where the definition changed. */
function startOf({ parted }: ControlChart): number {
  return (parted?.before ?? 0) - 0.5;
}

function drawn({ lines }: ControlChart): ControlLine[] {
  return lines.filter(({ y }) => y > 0);
}

/** Shape as well as colour says which way, so that grey print keeps special causes apart. */
function look(
  x: number,
  { causes, better, open, points, parted }: ControlChart,
  { colours }: Theme,
): Mark {
  const cause = causes[x] ?? null;
  const isOpen = open && x === points.length - 1;
  const shape =
    cause === null ? 'circle' : cause.towards === 'high' ? 'triangle-up' : 'triangle-down';
  const colour = cause === null ? colours.muted : causeColour(cause, better, colours);
  const fill = isOpen ? colours.paper : colour;
  const stretch = parted && x >= parted.before ? 1 : 0;
  return { stretch, shape, size: cause === null ? 12 : 30, colour, fill };
}

function causeColour(
  { towards }: SpecialCause,
  better: Declaration['better'],
  colours: Theme['colours'],
): string {
  if (better === 'neither') return colours.ink;
  return (towards === 'high') === (better === 'higher') ? colours.accent : colours.previous;
}

function signColour({ newest, better }: ControlChart, { colours }: Theme): string {
  return newest ? causeColour(newest, better, colours) : colours.muted;
}

function signLabels(
  chart: ControlChart,
  left: number,
  words: FigureWords,
  { theme }: Drawing,
): Label[] {
  const { chartSmall: size } = theme.sizes;
  const at = { py: -TOP + 10, colour: signColour(chart, theme), size };
  const letter = words.say(`change.letter.${chart.newest?.towards ?? 'none'}`);
  return [
    { ...at, px: -left + 9, text: letter, align: 'center', weight: 700 },
    { ...at, px: -left + 21, text: words.say(`change.sign.${chart.variation}`) },
  ];
}

function lineLabels(
  chart: ControlChart,
  { width, top }: { width: number; top: number },
  { theme }: Drawing,
): Label[] {
  const lines = drawn(chart);
  const wishes = lines.map(({ y }) => HEIGHT * (1 - y / top));
  const places = spread(wishes, theme.sizes.chartSmall, HEIGHT);
  return lines.map(({ text }, at) => ({
    px: width + 4,
    py: places[at] ?? 0,
    text,
    colour: theme.colours.muted,
    size: theme.sizes.chartSmall,
  }));
}

function endLabels({ ends }: ControlChart, width: number, { theme }: Drawing): Label[] {
  const at = {
    py: HEIGHT + 5,
    colour: theme.colours.muted,
    baseline: 'top' as const,
    size: theme.sizes.chartSmall,
  };
  return [
    { ...at, px: 0, text: ends[0], align: 'left' },
    { ...at, px: width, text: ends[1], align: 'right' },
  ];
}

/** What changed, over its line, moved in from the edge as far as it must be to fit. */
function partLabels(
  chart: ControlChart,
  { left, right, width }: Room,
  { theme, measure }: Drawing,
): Label[] {
  if (!chart.parted) return [];
  const { text, before } = chart.parted;
  const size = theme.sizes.chartSmall;
  const long = measure(text, size);
  const wish = (before / chart.points.length) * width - long / 2;
  const px = Math.max(-left + 2, Math.min(wish, width + right - long - 2));
  return [{ px, py: -5, text, colour: theme.colours.ink, size }];
}
