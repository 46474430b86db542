// Texts and positions → wrapped lines, positions that do not overlap, round axis ticks and the key of years.
import type { Mark } from './draw.js';
import type { MeasureText, Theme } from './theme.js';

/** Points from one line of a label to the next; the chart shapes use the same. */
export const LINE_HEIGHT = 10;

/** A text and its position, in points from the top left corner of the plot. */
export interface Label {
  readonly px: number;
  readonly py: number;
  readonly text: string;
  readonly colour: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly baseline?: 'top' | 'middle' | 'bottom' | 'alphabetic';
  readonly angle?: number;
  readonly size: number;
  readonly weight?: number;
}

/** Turns a label into a mark, with defaults for what it leaves out. */
export function drawLabel(label: Label): Mark {
  return { align: 'left', baseline: 'middle', angle: 0, weight: 400, ...label };
}

/** Breaks a text at spaces so that no line is wider than `width`, as far as its words allow. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  measure: MeasureText,
): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && measure(longer, size) > width) lines.push(word);
    else lines.splice(Math.max(lines.length - 1, 0), 1, longer);
  }
  return lines;
}

/**
 * Moves positions down until each is at least `gap` below the one above, then up again from `bottom`. Equal positions
 * keep their order. Returns one position for each wanted one, in the same order.
 */
export function spreadPositions(wanted: readonly number[], gap: number, bottom: number): number[] {
  const order = wanted.map((position, index) => ({ position, index }));
  order.sort((a, b) => a.position - b.position || a.index - b.index);
  let lowest = Number.NEGATIVE_INFINITY;
  const placed = order.map(({ position, index }) => {
    const at = Math.max(position, lowest);
    lowest = at + gap;
    return { index, at };
  });
  let highest = bottom;
  for (const place of placed.toReversed()) {
    place.at = Math.min(place.at, highest);
    highest = place.at - gap;
  }
  return placed.sort((a, b) => a.index - b.index).map((place) => place.at);
}

/** Ticks from zero to `largest` in round steps, about `count` of them, and the step; `smallest` is the least step allowed. */
export function chooseTicks(
  largest: number,
  count: number,
  smallest = 0,
): { ticks: number[]; step: number } {
  const rough = Math.max(largest / count, smallest, Number.MIN_VALUE);
  const power = 10 ** Math.floor(Math.log10(rough) + 1e-9);
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999) ?? power;
  const ticks = Array.from({ length: Math.floor(largest / step + 1e-9) + 1 }, (_, n) => n * step);
  return { ticks: ticks.map((tick) => Number(tick.toPrecision(12))), step };
}

/** Places the key for this year and last year on one line: a mark and its text for each. */
export function placeYearKey(
  years: readonly { readonly text: string; readonly previous: boolean }[],
  at: { readonly px: number; readonly py: number },
  theme: Theme,
  measure: MeasureText,
): { keys: Mark[]; labels: Label[] } {
  const size = theme.sizes.chartSmall;
  let px = at.px;
  const keys: Mark[] = [];
  const labels: Label[] = [];
  for (const { text, previous } of years) {
    keys.push({ px: px + 4, py: at.py, ...styleYear(previous, theme) });
    labels.push({ px: px + 11, py: at.py, text, colour: styleYear(previous, theme).colour, size });
    px += 11 + measure(text, size) + 14;
  }
  return { keys, labels };
}

/** Points by which last year's dot is drawn lower than this year's, so that equal values do not cover each other. */
export const YEAR_OFFSET = 3;

/** Marks of this year are filled circles, of last year open diamonds, so that they differ in grey print too. */
export function styleYear(
  previous: boolean,
  theme: Theme,
): { shape: string; fill: string; colour: string; size: number } {
  const { accent, paper, previous: before } = theme.colours;
  return previous
    ? { shape: 'diamond', fill: paper, colour: before, size: 42 }
    : { shape: 'circle', fill: accent, colour: accent, size: 40 };
}
