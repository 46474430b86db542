// Texts and their wished-for places → lines that fit and places that do not overlap.
import type { Mark } from './draw.js';
import type { MeasureText, Theme } from './theme.js';

/** Points from one line of a label to the next, as the shapes set it. */
export const LINE_HEIGHT = 10;

/** A text set at a point of the plot, in points from its top left corner. */
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

/** The mark that draws a label, with what it leaves unsaid filled in. */
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
 * Moves places down until each is at least `gap` below the one above, then up again from `bottom`; keeps the order
 * they come in when two wish for the same place. Gives a place for each wish, in the order of the wishes.
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

/** Round steps from zero, about `wanted` of them, and the top they are drawn to. `least` is the smallest step allowed. */
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

/** The key of a chart that sets this year beside the last: a mark and its words, then the other, on one line. */
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

/** Points by which last year's mark is set lower than this year's, where both are dots that may fall together. */
export const YEAR_OFFSET = 3;

/** How a year looks wherever it is drawn: this year a filled circle, last year an open diamond, so that grey print keeps them apart. */
export function styleYear(
  previous: boolean,
  theme: Theme,
): { shape: string; fill: string; colour: string; size: number } {
  const { accent, paper, previous: before } = theme.colours;
  return previous
    ? { shape: 'diamond', fill: paper, colour: before, size: 42 }
    : { shape: 'circle', fill: accent, colour: accent, size: 40 };
}
