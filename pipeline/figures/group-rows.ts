// Groups of a breakdown → rows down a chart, each with its place and its label, under a heading where there are several.
import { LINE_HEIGHT, wrap, type Label } from './layout.js';
import type { Drawing } from './draw.js';
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
export interface RowSetting {
  readonly pitch: number;
  readonly headings: boolean;
  readonly labelWidth: number;
}

/** Sets groups one below the other, in the order given; with headings, a heading opens each breakdown. */
export function setRows(
  groups: readonly Group[],
  setting: RowSetting,
  subject: Subject,
  drawing: Drawing,
): GroupRows {
  const rows: GroupRow[] = [];
  const labels: Label[] = [];
  let at = 0;
  groups.forEach((group, index) => {
    if (setting.headings && groups[index - 1]?.breakdown !== group.breakdown) {
      at += index === 0 ? 0 : 5;
      labels.push(headingLabel(at + setting.pitch / 2, group, setting, subject, drawing));
      at += setting.pitch;
    }
    const lines = linesOf(group, setting, subject, drawing);
    const height = Math.max(setting.pitch, lines.length * LINE_HEIGHT + 1);
    rows.push({ py: at + height / 2, group });
    labels.push(rowLabel(at + height / 2, lines, setting, drawing));
    at += height;
  });
  return { rows, labels, height: at };
}

function headingLabel(
  py: number,
  { breakdown }: Group,
  { labelWidth }: RowSetting,
  { words }: Subject,
  { theme }: Drawing,
): Label {
  const { ink } = theme.colours;
  const size = theme.sizes.chartSmall;
  return { px: -labelWidth, py, text: words.breakdown(breakdown), colour: ink, weight: 600, size };
}

/** A label as it is broken to fit beside the plot: a row with a second line is so much taller. */
function linesOf(
  { breakdown, group }: Group,
  { labelWidth }: RowSetting,
  { words }: Subject,
  { theme, measure }: Drawing,
): string[] {
  return wrap(words.group(breakdown, group), labelWidth - 8, theme.sizes.chartSmall, measure);
}

function rowLabel(
  py: number,
  lines: readonly string[],
  { labelWidth }: RowSetting,
  { theme }: Drawing,
): Label {
  const size = theme.sizes.chartSmall;
  const top = py - ((lines.length - 1) * LINE_HEIGHT) / 2;
  return { px: -labelWidth, py: top, text: lines.join('\n'), colour: theme.colours.ink, size };
}
