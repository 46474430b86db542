// Decisions and groups → a matrix of small pictures, one relative rate in each, so that a row reads from first to last.
import type { Disclosed } from '../disclosure/disclosed.js';
import { referenceOf } from '../domain/reference.js';
import type { ChartRequest, Drawing, Mark } from './draw.js';
import { labelMark, LINE_HEIGHT, wrap, type Label } from './layout.js';
import { markOf, matrixKey } from './relative-marks.js';
import { cellAt, type Named, type Stage } from './relative-stages.js';
import { nameYears, writeRate, writeRateAndLimits } from './relative-words.js';
import { known, valueOf } from './results.js';
import type { FigureWords } from './words.js';

const PITCH = 22;
const HEADING = 15;
const LABEL_WIDTH = 82;
const KEY_HEIGHT = 16;
const AXIS_HEIGHT = 14;
const TICKS = [0.1, 1, 10];
/** Free of marks at each side of a column. */
const GUTTER = 7;
/** The numbers under a picture: as small as still reads in print. */
const NUMBER_SIZE = 6.8;

/** A place in the matrix. */
export interface Place {
  readonly left: number;
  readonly width: number;
  readonly py: number;
}

interface Rows {
  readonly rows: readonly { readonly named: Named; readonly py: number }[];
  readonly headings: readonly { readonly breakdown: string; readonly py: number }[];
  readonly height: number;
}

interface Matrix extends Rows {
  readonly columns: readonly {
    readonly stage: Stage;
    readonly left: number;
    readonly wide: number;
  }[];
  readonly places: readonly { readonly cell: Disclosed | null; readonly place: Place }[];
}

/** The request for the matrix, or null when no group has a rate that may be shown. */
export function matrixChart(
  stages: readonly Stage[],
  groups: readonly Named[],
  words: FigureWords,
  drawing: Drawing,
  alt: string,
): ChartRequest | null {
  const cells = groups.flatMap((named) => stages.map((stage) => cellAt(stage, named)));
  if (!cells.some((cell) => valueOf(cell) !== null)) return null;
  const width = drawing.theme.sizes.chartWidth - LABEL_WIDTH;
  const set = setMatrix(stages, groups, width);
  const heads = set.columns.map(({ stage, left, wide }) =>
    headOf(stage, left, wide, words, drawing),
  );
  const headHeight = Math.max(...heads.map(({ length }) => length)) * LINE_HEIGHT + KEY_HEIGHT;
  const key = matrixKey(words, drawing, { px: -LABEL_WIDTH, py: -headHeight - 2 });
  const marks = set.places.map(({ cell, place }) => markOf(cell, place, drawing));
  return {
    id: 'decisions',
    shape: 'decisions',
    alt,
    slots: {
      width,
      height: set.height,
      padding: { left: LABEL_WIDTH, right: 0, top: headHeight + 10, bottom: AXIS_HEIGHT },
    },
    marks: {
      strips: set.rows.map(({ py }) => ({ from: -LABEL_WIDTH, to: width, py: py + PITCH / 2 })),
      base: set.places
        .filter(({ cell }) => valueOf(cell) !== null)
        .map(({ place }) => parityLine(place)),
      intervals: marks.flatMap(({ intervals }) => intervals),
      points: [...key.marks, ...marks.flatMap(({ points }) => points)],
      labels: [...key.labels, ...heads.flat(), ...labelsOf(set, words, drawing)].map(labelMark),
    },
  };
}

function labelsOf(set: Matrix, words: FigureWords, drawing: Drawing): Label[] {
  return [
    ...set.headings.map((heading) => headingLabel(heading, set, words, drawing)),
    ...set.rows.map(({ named, py }) => groupLabel(named, py, words, drawing)),
    ...set.places.map(({ cell, place }) => numberLabel(cell, place, words, drawing)),
    ...set.columns.flatMap(({ left, wide }) => tickLabels(left, wide, set.height, drawing)),
  ];
}

function setMatrix(stages: readonly Stage[], groups: readonly Named[], width: number): Matrix {
  const wide = width / stages.length;
  const columns = stages.map((stage, n) => ({ stage, left: n * wide, wide }));
  const rows = rowsOf(groups);
  const places = rows.rows.flatMap(({ named, py }) =>
    columns.map(({ stage, left }) => ({
      cell: cellAt(stage, named),
      place: { left: left + GUTTER, width: wide - 2 * GUTTER, py: py - 4 },
    })),
  );
  return { ...rows, columns, places };
}

function rowsOf(groups: readonly Named[]): Rows {
  const rows: { named: Named; py: number }[] = [];
  const headings: { breakdown: string; py: number }[] = [];
  let at = 0;
  groups.forEach((named, n) => {
    if (groups[n - 1]?.breakdown !== named.breakdown) {
      headings.push({ breakdown: named.breakdown, py: at + HEADING / 2 + 1 });
      at += HEADING;
    }
    rows.push({ named, py: at + PITCH / 2 });
    at += PITCH;
  });
  return { rows, headings, height: at };
}

/** A decision's name over its column, and the years it is told in, from the bottom up. */
function headOf(
  stage: Stage,
  left: number,
  column: number,
  words: FigureWords,
  { theme, measure }: Drawing,
): Label[] {
  const size = theme.sizes.chartSmall;
  const title = stage.declaration.title[words.language];
  const { ink, muted } = theme.colours;
  const lines = [
    ...wrap(title, column - 6, size, measure).map((text) => ({
      text,
      colour: ink,
      size: size - 0.4,
      weight: 600,
    })),
    ...wrap(nameYears(stage, words), column - 4, NUMBER_SIZE, measure).map((text) => ({
      text,
      colour: muted,
      size: NUMBER_SIZE,
    })),
  ];
  return lines.map((line, n) => ({
    ...line,
    px: left + column / 2,
    py: -10 - (lines.length - 1 - n) * LINE_HEIGHT,
    align: 'center',
  }));
}

function headingLabel(
  { breakdown, py }: Rows['headings'][number],
  { columns }: Matrix,
  words: FigureWords,
  { theme }: Drawing,
): Label {
  const reference = referenceOf(columns[0]?.stage.declaration ?? {}, breakdown);
  const text = words.say('decisions.against', {
    breakdown: words.breakdown(breakdown),
    reference: words.group(breakdown, reference),
  });
  return {
    px: -LABEL_WIDTH,
    py,
    text,
    colour: theme.colours.muted,
    size: theme.sizes.chartSmall,
    weight: 600,
  };
}

function groupLabel(
  { breakdown, group }: Named,
  py: number,
  words: FigureWords,
  { theme, measure }: Drawing,
): Label {
  const size = theme.sizes.chartSmall;
  const lines = wrap(words.group(breakdown, group), LABEL_WIDTH - 4, size, measure);
  const top = py - ((lines.length - 1) * LINE_HEIGHT) / 2;
  return { px: -LABEL_WIDTH, py: top, text: lines.join('\n'), colour: theme.colours.ink, size };
}

function numberLabel(
  cell: Disclosed | null,
  { left, width, py }: Place,
  words: FigureWords,
  { theme }: Drawing,
): Label {
  const clear = ['higher', 'lower'].includes(known(cell)?.verdict ?? '');
  const drawn = valueOf(cell) !== null;
  const text = drawn ? writeRateAndLimits(cell, words) : writeRate(cell, words);
  return {
    px: left + width / 2,
    py: drawn ? py + 9.5 : py + 4,
    text,
    align: 'center',
    colour: drawn ? theme.colours.ink : theme.colours.muted,
    size: NUMBER_SIZE,
    weight: clear ? 600 : 400,
  };
}

/** Only behind the picture, so that it runs through no number. */
function parityLine({ left, width, py }: Place): Mark {
  return { x: left + width / 2, top: py - 6, bottom: py + 5 };
}

function tickLabels(left: number, column: number, height: number, { theme }: Drawing): Label[] {
  const width = column - 2 * GUTTER;
  return TICKS.map((tick, n) => ({
    px: left + GUTTER + (n * width) / (TICKS.length - 1),
    py: height + 7,
    text: String(tick),
    align: (['left', 'center', 'right'] as const)[n] ?? 'center',
    colour: theme.colours.muted,
    size: NUMBER_SIZE,
  }));
}
