// A series, its limits and its special causes → a control chart, with the variation sign that boards know.
import type { SpecialCause } from '../statistics/spc-rules.js';
import type { ChangeOverTime } from '../statistics/spc.js';
import type { Declaration } from '../measures/declaration.js';
import type { ChartRequest, Plotter, Mark } from './draw.js';
import { drawLabel, spreadPositions, chooseTicks, type Label } from './layout.js';
import { writeCount } from './numbers.js';
import type { Theme } from './theme.js';
import type { FigureWords } from './words.js';

/** A horizontal line and the label at its end. */
interface ControlLine {
  readonly y: number;
  /** Null for a line that ends before the newest point: only its table names it. */
  readonly text: string | null;
  readonly dashed: boolean;
  /** How many points come before its first, and before the first that it no longer covers. */
  readonly from: number;
  readonly to: number;
}

/** The contents of one control chart, half a column wide. */
export interface ControlChart {
  readonly id: string;
  readonly alt: string;
  readonly better: Declaration['better'];
  readonly points: readonly number[];
  /** One entry for each point. */
  readonly causes: readonly (SpecialCause | null)[];
  readonly lines: readonly ControlLine[];
  /** Under the first and the last point. */
  readonly endLabels: readonly [string, string];
  readonly variation: ChangeOverTime['variation'];
  /** Decides the variation sign. */
  readonly newest: SpecialCause | null;
  /** True if the last point's period has not ended: it is drawn hollow. */
  readonly isLastOpen: boolean;
  /** A change of definition: how many points come before it, and the label of its line. */
  readonly definitionChange: { readonly before: number; readonly text: string } | null;
}

const HEIGHT = 66;
const TOP = 26;
const BOTTOM = 16;
const LEFT = 26;
const RIGHT = 48;

/** The request for a control chart. Lines at or below zero are not drawn, because no count can be lower. */
export function buildControlChart(
  chart: ControlChart,
  words: FigureWords,
  plotter: Plotter,
): ChartRequest {
  const most = Math.max(...chart.points, ...chart.lines.map(({ y }) => y), 1);
  const top = most * 1.08;
  const { ticks } = chooseTicks(top, 3, 1);
  const { left, right, width } = measureMargins(chart, ticks, plotter);
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
      limits: markLines(chart, plotter.theme),
      points: chart.points.map((value, x) => ({
        x,
        value,
        ...choosePointStyle(x, chart, plotter.theme),
      })),
      changes: markChange(chart, top),
      keys: [{ px: -left + 9, py: -TOP + 10, colour: chooseSignColour(chart, plotter.theme) }],
      labels: [
        ...labelSign(chart, left, words, plotter),
        ...labelLines(chart, { width, top }, plotter),
        ...labelEnds(chart, width, plotter),
        ...labelChange(chart, { left, right, width }, plotter),
      ].map(drawLabel),
    },
  };
}

/** The plot's width and the margins at its sides. */
interface PlotMargins {
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

/** Fits the margins to the longest number on the axis and the longest line label, with a minimum for both. */
function measureMargins(
  chart: ControlChart,
  ticks: readonly number[],
  { theme, measure }: Plotter,
): PlotMargins {
  const measureLongest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => measure(text, theme.sizes.chartSmall)));
  const left = Math.max(LEFT, Math.ceil(measureLongest(ticks.map(writeCount))) + 8);
  const right = Math.max(
    RIGHT,
    Math.ceil(measureLongest(selectLabels(chart).map(({ text }) => text))) + 6,
  );
  return { left, right, width: theme.sizes.chartBeside - left - right };
}

function markChange({ definitionChange }: ControlChart, top: number): Mark[] {
  return definitionChange ? [{ x: definitionChange.before - 0.5, from: 0, to: top }] : [];
}

function markLines(chart: ControlChart, { colours }: Theme): Mark[] {
  const ends = { from: -0.5, to: chart.points.length - 0.5 };
  const base = { ...ends, y: 0, dash: [1, 0], colour: colours.ink, width: 0.8 };
  const lines = selectDrawnLines(chart).map(({ y, dashed, from, to }) => ({
    from: from - 0.5,
    to: to - 0.5,
    y,
    dash: dashed ? [3, 2] : [1, 0],
    colour: dashed ? colours.muted : colours.ink,
    width: dashed ? 0.8 : 0.6,
  }));
  return [base, ...lines] as unknown as Mark[];
}

function selectDrawnLines({ lines }: ControlChart): ControlLine[] {
  return lines.filter(({ y }) => y > 0);
}

/** The labels at the end of the lines that reach it. */
function selectLabels(chart: ControlChart): { y: number; text: string }[] {
  return selectDrawnLines(chart).flatMap(({ y, text }) => (text === null ? [] : [{ y, text }]));
}

/** Shape and colour both show the direction, so that grey print keeps special causes apart. */
function choosePointStyle(
  x: number,
  { causes, better, isLastOpen, points, definitionChange }: ControlChart,
  { colours }: Theme,
): Mark {
  const cause = causes[x] ?? null;
  const isOpen = isLastOpen && x === points.length - 1;
  const shape =
    cause === null ? 'circle' : cause.towards === 'high' ? 'triangle-up' : 'triangle-down';
  const colour = cause === null ? colours.muted : chooseCauseColour(cause, better, colours);
  const fill = isOpen ? colours.paper : colour;
  const stretch = definitionChange && x >= definitionChange.before ? 1 : 0;
  return { stretch, shape, size: cause === null ? 12 : 30, colour, fill };
}

function chooseCauseColour(
  { towards }: SpecialCause,
  better: Declaration['better'],
  colours: Theme['colours'],
): string {
  if (better === 'neither') return colours.ink;
  return (towards === 'high') === (better === 'higher') ? colours.accent : colours.previous;
}

function chooseSignColour({ newest, better }: ControlChart, { colours }: Theme): string {
  return newest ? chooseCauseColour(newest, better, colours) : colours.muted;
}

function labelSign(
  chart: ControlChart,
  left: number,
  words: FigureWords,
  { theme }: Plotter,
): Label[] {
  const { chartSmall: size } = theme.sizes;
  const style = { py: -TOP + 10, colour: chooseSignColour(chart, theme), size };
  const letter = words.say(`change.letter.${chart.newest?.towards ?? 'none'}`);
  return [
    { ...style, px: -left + 9, text: letter, align: 'center', weight: 700 },
    { ...style, px: -left + 21, text: words.say(`change.sign.${chart.variation}`) },
  ];
}

function labelLines(
  chart: ControlChart,
  { width, top }: { width: number; top: number },
  { theme }: Plotter,
): Label[] {
  const lines = selectLabels(chart);
  const wanted = lines.map(({ y }) => HEIGHT * (1 - y / top));
  const places = spreadPositions(wanted, theme.sizes.chartSmall, HEIGHT);
  return lines.map(({ text }, index) => ({
    px: width + 4,
    py: places[index] ?? 0,
    text,
    colour: theme.colours.muted,
    size: theme.sizes.chartSmall,
  }));
}

function labelEnds({ endLabels }: ControlChart, width: number, { theme }: Plotter): Label[] {
  const style = {
    py: HEIGHT + 5,
    colour: theme.colours.muted,
    baseline: 'top' as const,
    size: theme.sizes.chartSmall,
  };
  return [
    { ...style, px: 0, text: endLabels[0], align: 'left' },
    { ...style, px: width, text: endLabels[1], align: 'right' },
  ];
}

/** The label of the change, above its line, moved in from the edge if it would not fit. */
function labelChange(
  chart: ControlChart,
  { left, right, width }: PlotMargins,
  { theme, measure }: Plotter,
): Label[] {
  if (!chart.definitionChange) return [];
  const { text, before } = chart.definitionChange;
  const size = theme.sizes.chartSmall;
  const textWidth = measure(text, size);
  const wanted = (before / chart.points.length) * width - textWidth / 2;
  const px = Math.max(-left + 2, Math.min(wanted, width + right - textWidth - 2));
  return [{ px, py: -5, text, colour: theme.colours.ink, size }];
}
