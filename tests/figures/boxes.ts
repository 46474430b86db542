// A chart request → the boxes of its labels, and which of them overlap.
import type { ChartRequest, Plotter } from '../../pipeline/figures/draw.js';

/** The box of a label. */
export interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The frame that a chart's labels must stay inside. */
export function frameOf({ slots }: ChartRequest): Omit<Box, 'text'> {
  const padding = slots['padding'] as Record<'left' | 'right' | 'top' | 'bottom', number>;
  return {
    left: -padding.left,
    right: Number(slots['width']) + padding.right,
    top: -padding.top,
    bottom: Number(slots['height']) + padding.bottom,
  };
}

/** The box of each label, by the widths of its font; rotated labels are left out. */
export function labelBoxes({ marks }: ChartRequest, office: Plotter): Box[] {
  return (marks['labels'] ?? [])
    .filter((mark) => mark['angle'] === 0 && mark['text'] !== '')
    .map((mark) => {
      const lines = String(mark['text']).split('\n');
      const [px, py, size] = [Number(mark['px']), Number(mark['py']), Number(mark['size'])];
      const weight = Number(mark['weight']);
      const width = Math.max(...lines.map((line) => office.measure(line, size, weight)));
      const share = { left: 0, center: 0.5, right: 1 }[String(mark['align'])] ?? 0;
      const top = mark['baseline'] === 'top' ? py : py - size / 2;
      return {
        text: lines.join(' '),
        left: px - width * share,
        right: px + width * (1 - share),
        top,
        bottom: top + size + (lines.length - 1) * 10,
      };
    });
}

/** Pairs of labels that overlap. */
export function overlapsIn(boxes: readonly Box[]): string[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom - 0.5 &&
          other.top < one.bottom - 0.5,
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
}
