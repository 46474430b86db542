// A measure's declaration and a pack's quarter → the windows to count, and the status of each.
import {
  addDays,
  addMonths,
  countWindowMonths,
  windowEnding,
  type Day,
  type Quarter,
  type Window,
} from '../domain/period.js';
import type { FigureNote } from '../domain/figure-note.js';
import type { Declaration } from './declaration.js';

/**
 * A window and its status: `known`, `immature` (children are still being followed) or `no data` (the extracts do not
 * cover it).
 */
export interface MeasuredWindow extends Window {
  readonly status: 'known' | 'immature' | 'no data';
  /** Why there are no data; where nothing is said, the records do not cover the window. */
  readonly missing?: FigureNote;
}

/** What decides the status of a window. */
export interface Moment {
  readonly quarter: Quarter;
  readonly asAt: Day;
  /** The period for which the extracts hold every record. */
  readonly covers: { readonly from: Day; readonly to: Day };
}

/**
 * The windows of a measure, oldest first. The newest ends with the quarter (or with the last calendar year in it). It
 * includes as many mature windows as the declaration shows, and for a cohort measure every immature one after them.
 * A cohort is mature when its last quarter ended `follow_up` + `wait` months before the as-at date (extracts.md 3).
 */
export function listWindows(declaration: Declaration, moment: Moment): MeasuredWindow[] {
  const { length, show } = declaration.window;
  const step = length === 'calendar year' ? 12 : 3;
  const windows: MeasuredWindow[] = [];
  let window = newestWindow(declaration, moment.quarter);
  for (let mature = 0; mature < show;) {
    const status = decideStatus(declaration, window, moment);
    windows.unshift({ ...window, status });
    if (status !== 'immature') mature += 1;
    window = buildMeasureWindow(declaration, subtractMonths(window.ends, step));
  }
  return [...listPools(declaration, windows, moment), ...windows];
}

/** Whether a window is a pool: one of another length than the measure's own. */
export function isPool({ window }: Declaration, { starts, ends }: Window): boolean {
  return countWindowMonths({ starts, ends }) !== MONTHS[window.length];
}

/** The months of each length a declaration may name. */
const MONTHS = { '12 months': 12, '36 months': 36, 'calendar year': 12 } as const;

/** The id of a window of twelve months is its last day; for another length its months are appended. */
function buildWindow(ends: Day, months: number): Window {
  const window = windowEnding(ends, months);
  return months === 12 ? window : { ...window, id: `${ends}/${months}` };
}

function buildMeasureWindow({ window: { length } }: Declaration, ends: Day): Window {
  return buildWindow(ends, MONTHS[length]);
}

/** Pools: shorter and longer windows that end with the newest mature one. */
function listPools(
  declaration: Declaration,
  windows: readonly MeasuredWindow[],
  moment: Moment,
): MeasuredWindow[] {
  const newestMature = windows.findLast(({ status }) => status !== 'immature');
  if (!newestMature) return [];
  return (declaration.window.pools ?? []).map((months) => {
    const window = buildWindow(newestMature.ends, months);
    return { ...window, status: decideStatus(declaration, window, moment) };
  });
}

function newestWindow(declaration: Declaration, quarter: Quarter): Window {
  if (declaration.window.length !== 'calendar year')
    return buildMeasureWindow(declaration, quarter.ends);
  const year = Number(quarter.ends.slice(0, 4)) - (quarter.ends.endsWith('12-31') ? 0 : 1);
  return windowEnding(`${year}-12-31`, 12);
}

function subtractMonths(ends: Day, months: number): Day {
  return addDays(addMonths(addDays(ends, 1), -months), -1);
}

function decideStatus(
  declaration: Declaration,
  window: Window,
  { asAt, covers }: Moment,
): MeasuredWindow['status'] {
  const { follow_up = 0, wait = 0 } = declaration.window;
  const maturesOn = follow_up + wait > 0 ? addMonths(window.ends, follow_up + wait) : window.ends;
  if (maturesOn > asAt) return 'immature';
  if (window.starts < covers.from || window.ends > covers.to) return 'no data';
  // Records that end before the waiting period does would make children look as if they had not reoffended.
  return maturesOn > covers.to ? 'immature' : 'known';
}
