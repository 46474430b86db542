// Official figures → points beside a trend, and labels for them in its right margin.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Drawing, Mark } from './draw.js';
import { LINE_HEIGHT, spread, wrap, type Label } from './layout.js';
import type { Known } from './results.js';
import type { Subject } from './subject.js';
import { isDrawn, place, stepOf, type Placed } from './time-places.js';

const SHAPES = ['square', 'triangle-up', 'cross', 'triangle-down'];
const LABEL_WIDTH = 108;

/** Only official figures of the same unit whose window ends among ours: anything else is in the table. */
export function publishedInView(subject: Subject): Placed<Known & Disclosed>[] {
  const { published, windows } = subject.reading;
  const newest = windows.at(-1);
  const last = newest ? stepOf(subject, newest) : 0;
  return place(subject, published)
    .filter(isDrawn)
    .filter(
      ({ x, cell }) =>
        cell.breakdown === 'total' && cell.unit === subject.unit && x >= 0 && x <= last,
    );
}

/** Official figures are points, never a line, and never joined to ours: their rules differ. */
export function publishedMark(
  { x, cell }: Placed<Known & Disclosed>,
  published: readonly Placed<Disclosed>[],
): Mark {
  return { x, value: cell.value, shape: shapeOf(cell, published) };
}

/** One label a series in the right margin, as near as may be to its newest point. */
export function publishedLabels(
  published: readonly Placed<Known & Disclosed>[],
  { top, width, height }: { top: number; width: number; height: number },
  subject: Subject,
  drawing: Drawing,
): { keys: Mark[]; labels: Label[] } {
  const newest = new Map(published.map((each) => [seriesOf(each.cell), each]));
  const size = drawing.theme.sizes.chartSmall;
  const series = [...newest.values()];
  const texts = series.map(({ cell }) => [
    ...wrap(publishedText(cell, subject), LABEL_WIDTH, size, drawing.measure),
    subject.windowShort(cell.window),
  ]);
  const tallest = Math.max(0, ...texts.map((lines) => lines.length * LINE_HEIGHT + 4));
  const wishes = series.map(({ cell }) => height * (1 - (cell.value ?? 0) / top));
  const places = spread(wishes, tallest, height - tallest / 2);
  return {
    keys: series.map(({ cell }, n) => ({
      px: width + 9,
      py: places[n] ?? 0,
      shape: shapeOf(cell, published),
    })),
    labels: texts.map((lines, n) => ({
      px: width + 18,
      py: places[n] ?? 0,
      text: lines.join('\n'),
      colour: drawing.theme.colours.muted,
      size,
    })),
  };
}

function publishedText(cell: Known & Disclosed, subject: Subject): string {
  return subject.words.say('published_label', {
    area: subject.words.area(cell.areaName),
    value: subject.write(cell.value ?? 0),
  });
}

function seriesOf(cell: Disclosed): string {
  return JSON.stringify([cell.areaKind, cell.areaName, cell.source]);
}

function shapeOf(cell: Disclosed, published: readonly Placed<Disclosed>[]): string {
  const series = [...new Set(published.map((each) => seriesOf(each.cell)))];
  return SHAPES[series.indexOf(seriesOf(cell)) % SHAPES.length] ?? 'square';
}
