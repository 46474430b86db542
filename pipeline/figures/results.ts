// Disclosed results of one measure → what its page speaks of: this year, the year before, windows, groups, others' figures.
import type { DisclosedCell } from '../disclosure/disclosed.js';
import { compareText } from '../domain/compare-text.js';
import { endOfMonth } from '../domain/period.js';

/** A result with its numbers. */
export type ShownResult = Extract<DisclosedCell, { status: 'shown' }>;

/** One group of a breakdown, this year and the year before; null if there is no such result. */
export interface Group {
  readonly breakdown: string;
  readonly group: string;
  readonly now: DisclosedCell | null;
  readonly before: DisclosedCell | null;
}

/** Results sorted by their use on a page. */
export interface MeasureReading {
  /** Our headline, oldest window first. */
  readonly windows: readonly DisclosedCell[];
  /** The newest window that has a figure, shown or hidden; null when none has. */
  readonly current: DisclosedCell | null;
  /** The window that ended twelve months before it, so that the two do not overlap. */
  readonly previous: DisclosedCell | null;
  /** Windows newer than the current one: not complete yet, or without data. */
  readonly later: readonly DisclosedCell[];
  /** In the order the results came. */
  readonly groups: readonly Group[];
  /** Official figures, of our service or of others, oldest first. */
  readonly published: readonly DisclosedCell[];
}

/** Sorts results into their places. Order among groups is kept; windows are put in order of time. */
export function readResults(disclosed: readonly DisclosedCell[]): MeasureReading {
  const own = disclosed.filter((cell) => cell.origin === 'own');
  const windows = own
    .filter((cell) => cell.breakdown === 'total')
    .sort((a, b) => compareText(a.window.ends, b.window.ends));
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
      .sort((a, b) => compareText(a.window.ends, b.window.ends)),
  };
}

/**
 * Official figures that a sentence or a trend may name one by one. Several members of a family are not among them: they
 * are in the table of published figures and, where enough gave their counts, in the funnel.
 */
export function selectNamedPublished({
  published,
}: Pick<MeasureReading, 'published'>): DisclosedCell[] {
  const family = new Set(
    published.filter(({ areaKind }) => areaKind === 'family').map(({ areaName }) => areaName),
  );
  return published.filter(({ areaKind }) => areaKind !== 'family' || family.size === 1);
}

/** The result with its numbers, or null when it has none to show. */
export function readShown(cell: DisclosedCell | null | undefined): ShownResult | null {
  return cell?.status === 'shown' ? cell : null;
}

/** The value to print or draw, or null: withheld, or never calculable. */
export function readValue(cell: DisclosedCell | null | undefined): number | null {
  return readShown(cell)?.value ?? null;
}

/** A share of fewer children than this is written as counts: one child would move it by five points or more. */
const MIN_BASE_FOR_PERCENT = 20;

/** Whether a proportion has too small a base to be written as a percentage. */
export function hasSmallBase(cell: ShownResult): boolean {
  return cell.unit === 'proportion' && (cell.denominator ?? 0) < MIN_BASE_FOR_PERCENT;
}

/**
 * Groups with a child in either year: a list of zeros would say nothing, and neither would one of suppressed numbers. A
 * group stays where one of its years can be shown.
 */
export function listGroups({ groups }: MeasureReading): Group[] {
  return groups.filter(({ now, before }) => {
    const isShown = (readShown(now) ?? readShown(before)) !== null;
    return isShown && (!isKnownZero(now) || !isKnownZero(before));
  });
}

/** Whether it is known that there is none: absent, or a count of zero. What is withheld is not none. */
function isKnownZero(cell: DisclosedCell | null): boolean {
  return cell === null || readShown(cell)?.numerator === 0;
}

function hasFigure(cell: DisclosedCell): boolean {
  return cell.status === 'hidden' || (cell.status === 'shown' && hasNumber(cell));
}

function hasNumber(cell: ShownResult): boolean {
  return cell.value !== null || cell.numerator !== null;
}

function pairGroups(own: readonly DisclosedCell[], now: string, before: string | null): Group[] {
  const pairs = new Map<string, { now: DisclosedCell | null; before: DisclosedCell | null }>();
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
