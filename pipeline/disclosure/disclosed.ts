// The one type that may leave this folder: a figure that an edition is allowed to see, or is not.
import type { Cell, Estimate, Value, Verdict } from '../domain/value.js';

declare const brand: unique symbol;

/** A figure with its numbers. */
export interface ShownCell extends Cell, Estimate {
  readonly status: 'shown';
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly verdict: Verdict | null;
  /** True for a figure that stands as an earlier pack gave it: what has changed since would tell of a few children. */
  readonly kept?: true;
}

/** A figure without numbers: `hidden` protects children, `immature` is not ready, `no data` was never there. */
export interface WithheldCell extends Cell {
  readonly status: 'hidden' | 'immature' | 'no data';
}

/**
 * What an edition may see of one figure. It can only be made here (the brand has no name outside), so figures, words,
 * charts and files cannot be given anything that did not come through this door. A withheld cell has no number to leak.
 */
export type DisclosedCell = (ShownCell | WithheldCell) & { readonly [brand]: true };

/** Lets a figure through with its numbers. For `disclose` only. */
export function discloseCell(value: Value): DisclosedCell {
  if (value.status !== 'known') return withholdCell(value, value.status);
  return { ...pickCell(value), ...pickNumbers(value), status: 'shown' } as DisclosedCell;
}

/** A figure as an earlier pack of the edition gave it. */
export interface ReleasedCell extends Estimate {
  readonly status: 'shown' | 'hidden';
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly verdict: Verdict | null;
  /** True where it was itself given as a pack before had given it. */
  readonly kept?: true;
}

/** Whether a figure stands as an earlier pack gave it. */
export function isCarriedForward(cell: DisclosedCell): boolean {
  return cell.status === 'shown' && cell.kept === true;
}

/** Lets a figure through as an earlier pack gave it, and says so. For `disclose` only. */
export function carryForward(value: Value, release: ReleasedCell): DisclosedCell {
  return discloseRelease(value, { ...release, kept: true });
}

/** Lets a figure through as this very pack gave it before. For `asGiven` only. */
export function discloseRelease(cell: Cell, release: ReleasedCell): DisclosedCell {
  const { numerator, denominator, lower, upper, verdict, kept } = release;
  const numbers = { numerator, denominator, value: release.value, lower, upper, verdict };
  return {
    ...pickCell(cell),
    ...numbers,
    ...(kept ? { kept } : {}),
    status: 'shown',
  } as DisclosedCell;
}

/** Lets a figure's place through without its numbers. For `disclose` only. */
export function withholdCell(value: Cell | Value, status: WithheldCell['status']): DisclosedCell {
  return { ...pickCell(value), status } as DisclosedCell;
}

function pickCell(value: Cell): Cell {
  const { measure, window, areaKind, areaName, origin, breakdown, group, unit, source } = value;
  return { measure, window, areaKind, areaName, origin, breakdown, group, unit, source };
}

function pickNumbers(value: Value): Omit<ShownCell, keyof Cell | 'status'> {
  const { numerator, denominator, verdict, lower, upper } = value;
  return { numerator, denominator, value: value.value, lower, upper, verdict };
}

/** Lists already sorted by measure, for each is asked for measure by measure; a list is never changed. */
const BY_MEASURE = new WeakMap<readonly DisclosedCell[], ReadonlyMap<string, DisclosedCell[]>>();

/** The results of one measure among those of many, in their order. */
export function selectMeasureCells(
  disclosed: readonly DisclosedCell[],
  id: string,
): readonly DisclosedCell[] {
  const grouped = BY_MEASURE.get(disclosed) ?? groupByMeasure(disclosed);
  BY_MEASURE.set(disclosed, grouped);
  return grouped.get(id) ?? [];
}

function groupByMeasure(disclosed: readonly DisclosedCell[]): Map<string, DisclosedCell[]> {
  const grouped = new Map<string, DisclosedCell[]>();
  for (const cell of disclosed) {
    const cells = grouped.get(cell.measure);
    if (cells) cells.push(cell);
    else grouped.set(cell.measure, [cell]);
  }
  return grouped;
}
