// Comparisons that say something → one row each: whose rate, at which decision, and its interval around equal rates.
import type { ChartRequest, Plotter } from './draw.js';
import { drawLabel, LINE_HEIGHT, wrapText, type Label } from './layout.js';
import type { Comparison } from './relative-comparisons.js';
import { buildRateMarks, placeMatrixKey } from './relative-marks.js';
import { writeRateAndLimits } from './relative-words.js';
import type { FigureWords } from './words.js';

const PITCH = 26;
const LABEL_WIDTH = 190;
const NUMBER_WIDTH = 96;
const KEY_HEIGHT = 32;
const AXIS_HEIGHT = 16;
const TICKS = [0.1, 1, 10];

/** The request for the chart; null if there is no comparison to draw. */
export function chartTelling(
  telling: readonly Comparison[],
  words: FigureWords,
  plotter: Plotter,
): ChartRequest | null {
  if (telling.length === 0) return null;
  const width = plotter.theme.sizes.chartWidth - LABEL_WIDTH - NUMBER_WIDTH;
  const height = telling.length * PITCH;
  const rows = telling.map((comparison, n) => ({ comparison, py: n * PITCH + PITCH / 2 }));
  const key = placeMatrixKey(words, plotter, { px: -LABEL_WIDTH, py: -KEY_HEIGHT + 8 });
  const marks = rows.map(({ comparison: { cell }, py }) =>
    buildRateMarks(cell, { left: 0, width, py }, plotter),
  );
  return {
    id: 'telling',
    shape: 'decisions',
    alt: writeAlt(telling, words),
    slots: {
      width,
      height,
      padding: { left: LABEL_WIDTH, right: NUMBER_WIDTH, top: KEY_HEIGHT, bottom: AXIS_HEIGHT },
    },
    marks: {
      strips: rows.map(({ py }) => ({
        from: -LABEL_WIDTH,
        to: width + NUMBER_WIDTH,
        py: py + PITCH / 2,
      })),
      base: [{ x: width / 2, top: -4, bottom: height }],
      intervals: marks.flatMap(({ intervals }) => intervals),
      points: [...key.marks, ...marks.flatMap(({ points }) => points)],
      labels: [
        ...key.labels,
        ...rows.flatMap((row) => labelRow(row, words, plotter)),
        ...rows.map((row) => labelRate(row, width, words, plotter)),
        ...labelTicks(width, height, words, plotter),
      ].map(drawLabel),
    },
  };
}

interface Row {
  readonly comparison: Comparison;
  readonly py: number;
}

function labelRow(
  { comparison: { stage, key }, py }: Row,
  words: FigureWords,
  { theme, measure }: Plotter,
): Label[] {
  const size = theme.sizes.chartSmall;
  const { ink, muted } = theme.colours;
  const [decision = ''] = wrapText(
    stage.declaration.title[words.language],
    LABEL_WIDTH,
    size,
    measure,
  );
  return [
    { px: -LABEL_WIDTH, py: py - LINE_HEIGHT / 2, text: words.group(key.breakdown, key.group) },
    { px: -LABEL_WIDTH, py: py + LINE_HEIGHT / 2, text: decision },
  ].map((line, n) => ({
    ...line,
    size,
    colour: n === 0 ? ink : muted,
    weight: n === 0 ? 600 : 400,
  }));
}

function labelRate(
  { comparison: { cell }, py }: Row,
  width: number,
  words: FigureWords,
  { theme }: Plotter,
): Label {
  return {
    ...{ px: width + NUMBER_WIDTH, py, text: writeRateAndLimits(cell, words), align: 'right' },
    ...{ colour: theme.colours.ink, size: theme.sizes.chartSmall, weight: 600 },
  };
}

function labelTicks(
  width: number,
  height: number,
  words: FigureWords,
  { theme }: Plotter,
): Label[] {
  const texts = TICKS.map((tick) => (tick === 1 ? words.say('act.same') : `× ${String(tick)}`));
  return texts.map((text, n) => ({
    px: (n * width) / (TICKS.length - 1),
    py: height + 9,
    text,
    align: (['left', 'center', 'right'] as const)[n] ?? 'center',
    colour: theme.colours.muted,
    size: theme.sizes.chartSmall,
  }));
}

function writeAlt(telling: readonly Comparison[], words: FigureWords): string {
  const rows = telling.map(
    ({ stage, key, cell }) =>
      `${words.group(key.breakdown, key.group)}, ${stage.declaration.title[words.language]}: ${writeRateAndLimits(cell, words)}`,
  );
  return words.say('act.alt', { rows: rows.join('; ') });
}
