// One relative rate and its place → the interval and the sign that stand for it in the matrix, and the key to the signs.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Verdict } from '../domain/value.js';
import type { Plotter, Mark } from './draw.js';
import type { Label } from './layout.js';
import { readShown } from './results.js';
import type { Theme } from './theme.js';
import type { FigureWords } from './words.js';

/** The axis of every small chart: a log scale from a tenth to ten times, with parity in the middle. */
const AXIS_MIN = 0.1;
const AXIS_MAX = 10;
const VERDICTS: readonly Verdict[] = [
  'higher',
  'lower',
  'possible',
  'no clear change',
  'too few to tell',
];

/** Signs differ in shape, so that grey print keeps them apart: up, down, a diamond to watch, round, and a small square for too few. */
function chooseSign(
  verdict: Verdict,
  { colours }: Theme,
): Readonly<Record<string, string | number>> {
  const { accent, warning, paper, muted } = colours;
  switch (verdict) {
    case 'higher':
      return { shape: 'triangle-up', fill: warning, colour: warning, size: 52 };
    case 'lower':
      return { shape: 'triangle-down', fill: accent, colour: accent, size: 52 };
    case 'possible':
      return { shape: 'diamond', fill: paper, colour: warning, size: 46 };
    case 'no clear change':
      return { shape: 'circle', fill: paper, colour: accent, size: 34 };
    case 'too few to tell':
      return { shape: 'square', fill: paper, colour: muted, size: 20 };
  }
}

/** The interval, with an arrow where it passes the axis, and the sign of the verdict at the value. */
export function buildRateMarks(
  cell: DisclosedCell | null,
  { left, width, py }: { left: number; width: number; py: number },
  { theme }: Plotter,
): { intervals: Mark[]; points: Mark[] } {
  const shown = readShown(cell);
  if (!shown || shown.value === null) return { intervals: [], points: [] };
  const scaleX = (value: number): number => left + width * findPosition(value);
  const { lower, upper } = shown;
  const sign = chooseSign(shown.verdict ?? 'too few to tell', theme);
  const colour = sign['colour'] as string;
  const buildArrow = (shape: string, px: number): Mark => ({
    px,
    py,
    shape,
    size: 16,
    fill: colour,
    colour,
  });
  return {
    intervals:
      lower === null || upper === null
        ? []
        : [{ lower: scaleX(lower), upper: scaleX(upper), py, colour }],
    points: [
      ...(lower !== null && lower < AXIS_MIN ? [buildArrow('triangle-left', left)] : []),
      ...(upper !== null && upper > AXIS_MAX ? [buildArrow('triangle-right', left + width)] : []),
      ...(isOutsideAxis(shown.value) && !isClear(shown.verdict)
        ? []
        : [{ px: scaleX(shown.value), py, ...sign }]),
    ],
  };
}

/** The signs with their words, on one line. */
export function placeMatrixKey(
  words: FigureWords,
  { theme, measure }: Plotter,
  at: { readonly px: number; readonly py: number },
): { marks: Mark[]; labels: Label[] } {
  const size = theme.sizes.chartSmall;
  const marks: Mark[] = [];
  const labels: Label[] = [];
  let px = at.px + 4;
  for (const verdict of VERDICTS) {
    const text = words.say(`against.${verdict}`);
    marks.push({ px, py: at.py, ...chooseSign(verdict, theme) });
    labels.push({ px: px + 8, py: at.py, text, colour: theme.colours.ink, size });
    px += 8 + measure(text, size) + 16;
  }
  return { marks, labels };
}

/** Outside the axis: only an arrow is drawn, unless the difference is clear. */
function isOutsideAxis(value: number): boolean {
  return value < AXIS_MIN || value > AXIS_MAX;
}

function isClear(verdict: Verdict | null): boolean {
  return verdict === 'higher' || verdict === 'lower';
}

function findPosition(value: number): number {
  const clamped = Math.min(Math.max(value, AXIS_MIN), AXIS_MAX);
  return Math.log(clamped / AXIS_MIN) / Math.log(AXIS_MAX / AXIS_MIN);
}
