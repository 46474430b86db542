// Groups of a breakdown → rows down a chart, each with its place and its label, under a heading where there are several.
import { LINE_HEIGHT, wrapText, type Label } from './layout.js';
import type { Plotter } from './draw.js';
import type { Group } from './results.js';
import type { Subject } from './subject.js';

/** One group's row; `py` is its middle, in points from the top of the plot. */
export interface GroupRow {
  readonly py: number;
  readonly group: Group;
}

/** Rows and the labels to their left, and the height they take. */
export interface GroupRows {
  readonly rows: readonly GroupRow[];
  readonly labels: readonly Label[];
  readonly height: number;
}

/** How rows are set: points between them, above a heading, and for a label, which ends `gap` short of the plot. */
export interface RowLayout {
  readonly pitch: number;
  readonly headings: boolean;
  readonly labelWidth: number;
}

/** Sets groups one below the other, in the order given; with headings, a heading opens each breakdown. */
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

/** A label as it is broken to fit beside the plot: a row with a second line is so much taller. */
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
