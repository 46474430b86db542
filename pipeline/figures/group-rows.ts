// Groups of breakdowns → the rows of a chart, with their positions, labels and headings.
import { LINE_HEIGHT, wrapText, type Label } from './layout.js';
import type { Plotter } from './draw.js';
import type { Group } from './results.js';
import type { Subject } from './subject.js';

/** One group's row; `py` is its middle, in points from the top of the plot. */
export interface GroupRow {
  readonly py: number;
  readonly group: Group;
}

/** Rows, the labels to their left, and the height of them all. */
export interface GroupRows {
  readonly rows: readonly GroupRow[];
  readonly labels: readonly Label[];
  readonly height: number;
}

/** How to lay out rows: points from one row to the next, whether each breakdown has a heading, and the label's width. */
interface RowLayout {
  readonly pitch: number;
  readonly headings: boolean;
  readonly labelWidth: number;
}

/** Places groups one below the other, in their order; with headings, one comes before each breakdown. */
export function placeRows(
  groups: readonly Group[],
  layout: RowLayout,
  subject: Subject,
  plotter: Plotter,
): GroupRows {
  const rows: GroupRow[] = [];
  const labels: Label[] = [];
  let y = 0;
  groups.forEach((group, index) => {
    if (layout.headings && groups[index - 1]?.breakdown !== group.breakdown) {
      y += index === 0 ? 0 : 5;
      labels.push(labelHeading(y + layout.pitch / 2, group, layout, subject, plotter));
      y += layout.pitch;
    }
    const lines = wrapLabel(group, layout, subject, plotter);
    const height = Math.max(layout.pitch, lines.length * LINE_HEIGHT + 1);
    rows.push({ py: y + height / 2, group });
    labels.push(labelRow(y + height / 2, lines, layout, plotter));
    y += height;
  });
  return { rows, labels, height: y };
}

function labelHeading(
  py: number,
  { breakdown }: Group,
  { labelWidth }: RowLayout,
  { words }: Subject,
  { theme }: Plotter,
): Label {
  const { ink } = theme.colours;
  const size = theme.sizes.chartSmall;
  return { px: -labelWidth, py, text: words.breakdown(breakdown), colour: ink, weight: 600, size };
}

/** The lines of a label that fits its width. A row grows taller with each line. */
function wrapLabel(
  { breakdown, group }: Group,
  { labelWidth }: RowLayout,
  { words }: Subject,
  { theme, measure }: Plotter,
): string[] {
  return wrapText(words.group(breakdown, group), labelWidth - 8, theme.sizes.chartSmall, measure);
}

function labelRow(
  py: number,
  lines: readonly string[],
  { labelWidth }: RowLayout,
  { theme }: Plotter,
): Label {
  const size = theme.sizes.chartSmall;
  const top = py - ((lines.length - 1) * LINE_HEIGHT) / 2;
  return { px: -labelWidth, py: top, text: lines.join('\n'), colour: theme.colours.ink, size };
}
