// Official figures → points beside a trend, and labels for them in its right margin.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Plotter, Mark } from './draw.js';
import { LINE_HEIGHT, spreadPositions, wrapText, type Label } from './layout.js';
import { selectNamedPublished, type ShownResult } from './results.js';
import type { Subject } from './subject.js';
import { hasValue, placeCells, findStep, type TimePoint } from './time-places.js';

const SHAPES = ['square', 'triangle-up', 'cross', 'triangle-down'];
const LABEL_WIDTH = 108;

/** Only official figures of the same unit whose window ends among ours: anything else is in the table. */
export function findPublished(subject: Subject): TimePoint<ShownResult & DisclosedCell>[] {
  const { windows } = subject.reading;
  const newest = windows.at(-1);
  const last = newest ? findStep(subject, newest) : 0;
  return placeCells(subject, selectNamedPublished(subject.reading))
    .filter(hasValue)
    .filter(
      ({ x, cell }) =>
        cell.breakdown === 'total' && cell.unit === subject.unit && x >= 0 && x <= last,
    );
}

/** Official figures are points, never joined by a line to each other or to ours, because their rules differ. */
export function markPublished(
  { x, cell }: TimePoint<ShownResult & DisclosedCell>,
  published: readonly TimePoint<DisclosedCell>[],
): Mark {
  return { x, value: cell.value, shape: chooseShape(cell, published) };
}

/** One label for each series in the right margin, as near as possible to its newest point. */
export function labelPublished(
  published: readonly TimePoint<ShownResult & DisclosedCell>[],
  { top, width, height }: { top: number; width: number; height: number },
  subject: Subject,
  plotter: Plotter,
): { keys: Mark[]; labels: Label[] } {
  const newest = new Map(published.map((each) => [seriesKey(each.cell), each]));
  const size = plotter.theme.sizes.chartSmall;
  const series = [...newest.values()];
  const texts = series.map(({ cell }) => [
    ...wrapText(writePublishedLabel(cell, subject), LABEL_WIDTH, size, plotter.measure),
    subject.windowShort(cell.window),
  ]);
  const tallest = Math.max(0, ...texts.map((lines) => lines.length * LINE_HEIGHT + 4));
  const wanted = series.map(({ cell }) => height * (1 - (cell.value ?? 0) / top));
  const places = spreadPositions(wanted, tallest, height - tallest / 2);
  return {
    keys: series.map(({ cell }, n) => ({
      px: width + 9,
      py: places[n] ?? 0,
      shape: chooseShape(cell, published),
    })),
    labels: texts.map((lines, n) => ({
      px: width + 18,
      py: places[n] ?? 0,
      text: lines.join('\n'),
      colour: plotter.theme.colours.muted,
      size,
    })),
  };
}

function writePublishedLabel(cell: ShownResult & DisclosedCell, subject: Subject): string {
  return subject.words.say('published_label', {
    area: subject.words.area(cell.areaName),
    value: subject.write(cell.value ?? 0),
  });
}

function seriesKey(cell: DisclosedCell): string {
  return JSON.stringify([cell.areaKind, cell.areaName, cell.source]);
}

function chooseShape(cell: DisclosedCell, published: readonly TimePoint<DisclosedCell>[]): string {
  const series = [...new Set(published.map((each) => seriesKey(each.cell)))];
  return SHAPES[series.indexOf(seriesKey(cell)) % SHAPES.length] ?? 'square';
}
