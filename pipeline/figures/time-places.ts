// Windows → their places along the time axis of a trend, and the gaps between those that have a figure.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { countMonths } from './periods.js';
import { readValue, type ShownResult } from './results.js';
import type { Subject } from './subject.js';

/** A window or a published figure at its place in time: in steps from the oldest window. */
export interface TimePoint<Cell extends DisclosedCell> {
  readonly x: number;
  readonly cell: Cell;
}

/** The place of a cell's window, in windows from the oldest of ours; less than 0 or past the last when outside them. */
export function findStep({ reading, declaration }: Subject, cell: DisclosedCell): number {
  const months = declaration.window.length === 'calendar year' ? 12 : 3;
  const first = reading.windows[0]?.window.ends ?? cell.window.ends;
  return (countMonths(cell.window.ends) - countMonths(first)) / months;
}

/** Each cell at its place. */
export function placeCells<Cell extends DisclosedCell>(
  subject: Subject,
  cells: readonly Cell[],
): TimePoint<Cell>[] {
  return cells.map((cell) => ({ x: findStep(subject, cell), cell }));
}

/** Whether there is a value to draw. */
export function hasValue(
  at: TimePoint<DisclosedCell>,
): at is TimePoint<ShownResult & DisclosedCell> {
  return readValue(at.cell) !== null;
}

/** Whether a window ends a whole number of years from the current one, so that it does not overlap it. */
export function isYearApart({ reading }: Subject, cell: DisclosedCell): boolean {
  if (!reading.current) return false;
  return (countMonths(reading.current.window.ends) - countMonths(cell.window.ends)) % 12 === 0;
}

/** Gaps without a figure: adjacent windows with the same reason are one gap. */
export function findGaps(subject: Subject): { from: number; to: number; status: string }[] {
  const gaps: { from: number; to: number; status: string }[] = [];
  for (const { x, cell } of placeCells(subject, subject.reading.windows)) {
    if (readValue(cell) !== null) continue;
    const status = cell.status === 'shown' ? 'not calculable' : cell.status;
    const last = gaps.at(-1);
    if (last?.status === status && Math.abs(last.to - (x - 0.5)) < 1e-9) last.to = x + 0.5;
    else gaps.push({ from: x - 0.5, to: x + 0.5, status });
  }
  return gaps;
}
