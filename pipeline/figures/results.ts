// Disclosed results of one measure → what its page speaks of: this year, the year before, windows, groups, others' figures.
import type { Disclosed } from '../disclosure/disclosed.js';
import { endOfMonth } from '../domain/period.js';

/** A result with its numbers. */
export type Known = Extract<Disclosed, { status: 'shown' }>;

/** One group of a breakdown, this year and the year before; null where there is no such result. */
export interface Group {
  readonly breakdown: string;
  readonly group: string;
  readonly now: Disclosed | null;
  readonly before: Disclosed | null;
}

/** Results put in the places a page needs. */
export interface Reading {
  /** Our headline, oldest window first. */
  readonly windows: readonly Disclosed[];
  /** The newest window that has a figure, shown or hidden; null when none has. */
  readonly current: Disclosed | null;
  /** The window that ended twelve months before it, so that the two do not overlap. */
  readonly previous: Disclosed | null;
  /** Windows newer than the current one: not complete yet, or without data. */
  readonly later: readonly Disclosed[];
  /** In the order the results came. */
  readonly groups: readonly Group[];
  /** Official figures, of our service or of others, oldest first. */
  readonly published: readonly Disclosed[];
}

/** Sorts results into their places. Order among groups is kept; windows are put in order of time. */
export function readResults(disclosed: readonly Disclosed[]): Reading {
  const own = disclosed.filter((cell) => cell.origin === 'own');
  const windows = own
    .filter((cell) => cell.breakdown === 'total')
    .sort((a, b) => a.window.ends.localeCompare(b.window.ends));
  const current = windows.findLast((cell) => hasFigure(cell)) ?? null;
  const yearBefore = current && endOfMonth(current.window.ends, -12);
  const previous = windows.find((cell) => cell.window.ends === yearBefore) ?? null;
  return {
    windows,
    current,
    previous,
    later: current ? windows.slice(windows.indexOf(current) + 1) : windows,
    groups: current ? pairGroups(own, current.window.ends, yearBefore) : [],
    published: disclosed
      .filter((cell) => cell.origin === 'published')
      .sort((a, b) => a.window.ends.localeCompare(b.window.ends)),
  };
}

/** The result with its numbers, or null when it has none to show. */
export function known(cell: Disclosed | null | undefined): Known | null {
  return cell?.status === 'shown' ? cell : null;
}

/** The value to print or draw, or null: withheld, or never calculable. */
export function valueOf(cell: Disclosed | null | undefined): number | null {
  return known(cell)?.value ?? null;
}

/** A share of fewer children than this is written as a count: one child would move it five points or more. */
const FEWEST_FOR_PERCENT = 20;

/** Whether a proportion rests on so few that its percentage is not put in words. */
export function isFew(cell: Known): boolean {
  return cell.unit === 'proportion' && (cell.denominator ?? 0) < FEWEST_FOR_PERCENT;
}

/**
 * Groups with at least one child, or a number withheld, in either year: a list of nothing but zeros tells nothing. None
 * at all where every number is withheld.
 */
export function listedGroups({ groups }: Reading): Group[] {
  if (!groups.some(({ now, before }) => known(now) ?? known(before))) return [];
  return groups.filter(({ now, before }) => !isNone(now) || !isNone(before));
}

/** Whether it is known that there is none: absent, or a count of nought. What is withheld is not none. */
function isNone(cell: Disclosed | null): boolean {
  return cell === null || known(cell)?.numerator === 0;
}

function hasFigure(cell: Disclosed): boolean {
  return cell.status === 'hidden' || (cell.status === 'shown' && hasNumber(cell));
}

function hasNumber(cell: Known): boolean {
  return cell.value !== null || cell.numerator !== null;
}

function pairGroups(own: readonly Disclosed[], now: string, before: string | null): Group[] {
  const pairs = new Map<string, { now: Disclosed | null; before: Disclosed | null }>();
  const names = new Map<string, [string, string]>();
  for (const cell of own) {
    const { breakdown, group, window } = cell;
    if (breakdown === 'total' || (window.ends !== now && window.ends !== before)) continue;
    const key = JSON.stringify([breakdown, group]);
    const pair = pairs.get(key) ?? { now: null, before: null };
    pairs.set(key, window.ends === now ? { ...pair, now: cell } : { ...pair, before: cell });
    names.set(key, [breakdown, group]);
  }
  return [...pairs].map(([key, pair]) => {
    const [breakdown, group] = names.get(key) ?? ['', ''];
    return { breakdown, group, ...pair };
  });
}
