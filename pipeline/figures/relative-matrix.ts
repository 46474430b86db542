// Decisions and groups → a matrix of small pictures, one relative rate in each, so that a row reads from first to last.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { findReferenceGroup } from '../domain/reference.js';
import type { ChartRequest, Plotter, Mark } from './draw.js';
import { drawLabel, LINE_HEIGHT, wrapText, type Label } from './layout.js';
import { buildRateMarks, placeMatrixKey } from './relative-marks.js';
import { findCell, type GroupKey, type Stage } from './relative-stages.js';
import { nameYears, writeRate, writeRateAndLimits } from './relative-words.js';
import { readShown, readValue } from './results.js';
import type { FigureWords } from './words.js';

const PITCH = 36;
const HEADING_HEIGHT = 15;
const LABEL_WIDTH = 82;
const KEY_HEIGHT = 16;
const AXIS_HEIGHT = 14;
const TICKS = [0.1, 1, 10];
/** Points without marks at each side of a column. */
const GUTTER = 7;
/** Font size of the numbers under a small chart: the smallest that is still readable in print. */
const NUMBER_SIZE = 8;

/** The position of one small chart in the matrix. */
interface PlotBox {
  readonly left: number;
  readonly width: number;
  readonly py: number;
}

interface MatrixRows {
  readonly rows: readonly { readonly groupKey: GroupKey; readonly py: number }[];
  readonly headings: readonly { readonly breakdown: string; readonly py: number }[];
  readonly height: number;
}

interface Matrix extends MatrixRows {
  readonly columns: readonly {
    readonly stage: Stage;
    readonly left: number;
    readonly columnWidth: number;
  }[];
  readonly pictures: readonly { readonly cell: DisclosedCell | null; readonly box: PlotBox }[];
}

/** The request for the matrix; null if no rate can be shown. */
export function chartMatrix(
  stages: readonly Stage[],
  groups: readonly GroupKey[],
  words: FigureWords,
  plotter: Plotter,
  alt: string,
): ChartRequest | null {
  const cells = groups.flatMap((groupKey) => stages.map((stage) => findCell(stage, groupKey)));
  if (!cells.some((cell) => readValue(cell) !== null)) return null;
  const width = plotter.theme.sizes.chartWidth - LABEL_WIDTH;
  const set = placeMatrix(stages, groups, width);
  const heads = set.columns.map(({ stage, left, columnWidth }) =>
    buildColumnHead(stage, left, columnWidth, words, plotter),
  );
  const headHeight = Math.max(...heads.map(({ length }) => length)) * LINE_HEIGHT + KEY_HEIGHT;
  const key = placeMatrixKey(words, plotter, { px: -LABEL_WIDTH, py: -headHeight - 2 });
  const marks = set.pictures.map(({ cell, box }) => buildRateMarks(cell, box, plotter));
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
      base: set.pictures
        .filter(({ cell }) => readValue(cell) !== null)
        .map(({ box }) => markParity(box)),
      intervals: marks.flatMap(({ intervals }) => intervals),
      points: [...key.marks, ...marks.flatMap(({ points }) => points)],
      labels: [...key.labels, ...heads.flat(), ...buildLabels(set, words, plotter)].map(drawLabel),
    },
  };
}

function buildLabels(set: Matrix, words: FigureWords, plotter: Plotter): Label[] {
  return [
    ...set.headings.map((heading) => labelHeading(heading, set, words, plotter)),
    ...set.rows.map(({ groupKey, py }) => labelGroup(groupKey, py, words, plotter)),
    ...set.pictures.map(({ cell, box }) => labelNumber(cell, box, words, plotter)),
    ...set.columns.flatMap(({ left, columnWidth }) =>
      labelTicks(left, columnWidth, set.height, plotter),
    ),
  ];
}

function placeMatrix(stages: readonly Stage[], groups: readonly GroupKey[], width: number): Matrix {
  const columnWidth = width / stages.length;
  const columns = stages.map((stage, n) => ({ stage, left: n * columnWidth, columnWidth }));
  const rows = placeGroups(groups);
  const pictures = rows.rows.flatMap(({ groupKey, py }) =>
    columns.map(({ stage, left }) => ({
      cell: findCell(stage, groupKey),
      box: { left: left + GUTTER, width: columnWidth - 2 * GUTTER, py: py - 9 },
    })),
  );
  return { ...rows, columns, pictures };
}

function placeGroups(groups: readonly GroupKey[]): MatrixRows {
  const rows: { groupKey: GroupKey; py: number }[] = [];
  const headings: { breakdown: string; py: number }[] = [];
  let at = 0;
  groups.forEach((groupKey, n) => {
    if (groups[n - 1]?.breakdown !== groupKey.breakdown) {
      headings.push({ breakdown: groupKey.breakdown, py: at + HEADING_HEIGHT / 2 + 1 });
      at += HEADING_HEIGHT;
    }
    rows.push({ groupKey, py: at + PITCH / 2 });
    at += PITCH;
  });
  return { rows, headings, height: at };
}

/** A decision's name and its years, above its column; lines are placed from the bottom up. */
function buildColumnHead(
  stage: Stage,
  left: number,
  column: number,
  words: FigureWords,
  { theme, measure }: Plotter,
): Label[] {
  const size = theme.sizes.chartSmall;
  const title = stage.declaration.title[words.language];
  const { ink, muted } = theme.colours;
  const lines = [
    ...wrapText(title, column - 6, size, measure).map((text) => ({
      text,
      colour: ink,
      size,
      weight: 600,
    })),
    ...wrapText(nameYears(stage, words), column - 4, NUMBER_SIZE, measure).map((text) => ({
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

function labelHeading(
  { breakdown, py }: MatrixRows['headings'][number],
  { columns }: Matrix,
  words: FigureWords,
  { theme }: Plotter,
): Label {
  const reference = findReferenceGroup(columns[0]?.stage.declaration ?? {}, breakdown);
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

function labelGroup(
  { breakdown, group }: GroupKey,
  py: number,
  words: FigureWords,
  { theme, measure }: Plotter,
): Label {
  const size = theme.sizes.chartSmall;
  const lines = wrapText(words.group(breakdown, group), LABEL_WIDTH - 4, size, measure);
  const top = py - ((lines.length - 1) * LINE_HEIGHT) / 2;
  return { px: -LABEL_WIDTH, py: top, text: lines.join('\n'), colour: theme.colours.ink, size };
}

function labelNumber(
  cell: DisclosedCell | null,
  { left, width, py }: PlotBox,
  words: FigureWords,
  { theme }: Plotter,
): Label {
  const clear = ['higher', 'lower'].includes(readShown(cell)?.verdict ?? '');
  const drawn = readValue(cell) !== null;
  const text = drawn
    ? writeRateAndLimits(cell, words).replace(' (', '\n(')
    : writeRate(cell, words);
  return {
    px: left + width / 2,
    py: drawn ? py + 11.5 : py + 9,
    text,
    align: 'center',
    colour: drawn ? theme.colours.ink : theme.colours.muted,
    size: NUMBER_SIZE,
    weight: clear ? 600 : 400,
  };
}

/** As high as the small chart only, so that it crosses no number. */
function markParity({ left, width, py }: PlotBox): Mark {
  return { x: left + width / 2, top: py - 6, bottom: py + 5 };
}

function labelTicks(left: number, column: number, height: number, { theme }: Plotter): Label[] {
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
