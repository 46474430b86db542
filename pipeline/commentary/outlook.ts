// An action's target and its figure, then and now → whether the target is met, and whether it will be.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Day, Quarter } from '../domain/period.js';
import type { JudgedFigure } from './register-figures.js';
import type { ActionTarget } from './register-columns.js';

/** What can be said of a target. `cannot tell`: a number is not shown, is in another unit, or was there from the start. */
type Outlook =
  | 'met'
  | 'on course'
  | 'not on course'
  | 'could be either'
  | 'not met'
  | 'cannot tell';

/**
 * Met: the newest figure is at the target or past it. Before the due quarter is over, the figure is set against the
 * straight line from what it was when the action was opened to the target when it is due: it is on course at the line or
 * past it, and could be either where its 95% interval holds the line. Afterwards, a target is met or not.
 */
export function judgeOutlook(
  { reading }: Pick<JudgedFigure, 'reading'>,
  target: ActionTarget,
  opened: Quarter,
  due: Quarter,
): Outlook {
  const { current, windows } = reading;
  const start = windows.findLast(({ window }) => window.ends <= opened.ends) ?? null;
  const [from, now] = [readMeasured(start, target), readMeasured(current, target)];
  if (!from || !now || !current || from.value === target.value) return 'cannot tell';
  const isPast = (value: number, line: number): boolean =>
    from.value < target.value ? value >= line : value <= line;
  if (isPast(now.value, target.value)) return 'met';
  if (current.window.ends >= due.ends) return 'not met';
  const passed = countDays(opened.ends, current.window.ends) / countDays(opened.ends, due.ends);
  const line = from.value + Math.max(passed, 0) * (target.value - from.value);
  if (isPast(now.value, line)) return 'on course';
  return now.lower <= line && line <= now.upper ? 'could be either' : 'not on course';
}

interface Measured {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** A figure in the unit of a target, with its interval; null where it is not shown or in another unit. */
function readMeasured(cell: DisclosedCell | null, { isShare }: ActionTarget): Measured | null {
  if (cell?.status !== 'shown' || cell.value === null || cell.numerator === null) return null;
  if (isShare !== (cell.unit === 'proportion')) return null;
  const value = isShare || cell.unit === 'mean' ? cell.value : cell.numerator;
  const perEvent = cell.value === 0 ? null : value / cell.value;
  const scale = (end: number | null): number =>
    end === null || perEvent === null ? value : end * perEvent;
  return { value, lower: scale(cell.lower), upper: scale(cell.upper) };
}

const MS_PER_DAY = 86_400_000;

function countDays(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;
}
