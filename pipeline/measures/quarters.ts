// A measure's declaration and a pack's quarter → the quarters to count, none of which overlap.
import { addDays, findQuarter, type Quarter } from '../domain/period.js';
import type { Declaration } from './declaration.js';
import type { MeasuredWindow, Moment } from './windows.js';

/** Quarters shown in a pack: five years. */
export const QUARTERS_SHOWN = 20;

/**
 * The newest `show` quarters up to the pack's, oldest first. The id of each is its label, `2022-23 Q4`, so that it is
 * never confused with the twelve months that end on the same day. Refuses measures of calendar years or of a followed
 * cohort.
 */
export function listQuarters(
  declaration: Pick<Declaration, 'id' | 'window'>,
  moment: Moment,
  show = QUARTERS_SHOWN,
): MeasuredWindow[] {
  const { length, follow_up: followed, wait } = declaration.window;
  if (length !== '12 months' || followed !== undefined || wait !== undefined)
    throw new RangeError(`${declaration.id} cannot be counted quarter by quarter`);
  const windows: MeasuredWindow[] = [];
  for (let { quarter } = moment; windows.length < show; quarter = previousQuarter(quarter))
    windows.unshift(buildQuarterWindow(quarter, moment));
  return windows;
}

function buildQuarterWindow(
  { label, starts, ends }: Quarter,
  { asAt, covers }: Moment,
): MeasuredWindow {
  const covered = starts >= covers.from && ends <= covers.to;
  const status = ends > asAt ? 'immature' : covered ? 'known' : 'no data';
  return { id: label, starts, ends, status };
}

function previousQuarter({ starts }: Quarter): Quarter {
  return findQuarter(addDays(starts, -1));
}
