// The one type that may leave this folder: a figure that an edition is allowed to see, or is not.
import type { Cell, Estimate, Value, Verdict } from '../domain/value.js';

declare const door: unique symbol;

/** A figure with its numbers. */
export interface Shown extends Cell, Estimate {
  readonly status: 'shown';
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly verdict: Verdict | null;
  /** True for a figure that stands as an earlier pack gave it: what has changed since would tell of a few children. */
  readonly kept?: true;
}

/** A figure without numbers: `hidden` protects children, `immature` is not ready, `no data` was never there. */
export interface Withheld extends Cell {
  readonly status: 'hidden' | 'immature' | 'no data';
}

/**
 * What an edition may see of one figure. It can only be made here (the brand has no name outside), so figures, words,
 * charts and files cannot be given anything that did not come through this door. A withheld cell has no number to leak.
 */
export type Disclosed = (Shown | Withheld) & { readonly [door]: true };

/** Lets a figure through with its numbers. For `disclose` only. */
export function show(value: Value): Disclosed {
  if (value.status !== 'known') return withhold(value, value.status);
  return { ...cellOf(value), ...numbersOf(value), status: 'shown' } as Disclosed;
}

/** A figure as an earlier pack of the edition gave it. */
export interface Told extends Estimate {
  readonly status: 'shown' | 'hidden';
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly verdict: Verdict | null;
  /** True where it was itself given as a pack before had given it. */
  readonly kept?: true;
}

/** Whether a figure stands as an earlier pack gave it. */
export function isKept(cell: Disclosed): boolean {
  return cell.status === 'shown' && cell.kept === true;
}

/** Lets a figure through as an earlier pack gave it, and says so. For `disclose` only. */
export function keep(value: Value, told: Told): Disclosed {
  return showTold(value, { ...told, kept: true });
}

/** Lets a figure through as this very pack gave it before. For `asGiven` only. */
export function showTold(cell: Cell, told: Told): Disclosed {
  const { numerator, denominator, lower, upper, verdict, kept } = told;
  const numbers = { numerator, denominator, value: told.value, lower, upper, verdict };
  return { ...cellOf(cell), ...numbers, ...(kept ? { kept } : {}), status: 'shown' } as Disclosed;
}

/** Lets a figure's place through without its numbers. For `disclose` only. */
export function withhold(value: Cell | Value, status: Withheld['status']): Disclosed {
  return { ...cellOf(value), status } as Disclosed;
}

function cellOf(value: Cell): Cell {
  const { measure, window, areaKind, areaName, origin, breakdown, group, unit, source } = value;
  return { measure, window, areaKind, areaName, origin, breakdown, group, unit, source };
}

function numbersOf(value: Value): Omit<Shown, keyof Cell | 'status'> {
  const { numerator, denominator, verdict, lower, upper } = value;
  return { numerator, denominator, value: value.value, lower, upper, verdict };
}

/** Lists already sorted by measure, for each is asked for measure by measure; a list is never changed. */
const SORTED = new WeakMap<readonly Disclosed[], ReadonlyMap<string, Disclosed[]>>();

/** The results of one measure among those of many, in their order. */
export function ofMeasure(disclosed: readonly Disclosed[], id: string): readonly Disclosed[] {
  const sorted = SORTED.get(disclosed) ?? sortedByMeasure(disclosed);
  SORTED.set(disclosed, sorted);
  return sorted.get(id) ?? [];
}

function sortedByMeasure(disclosed: readonly Disclosed[]): Map<string, Disclosed[]> {
  const sorted = new Map<string, Disclosed[]>();
  for (const result of disclosed) {
    const own = sorted.get(result.measure);
    if (own) own.push(result);
    else sorted.set(result.measure, [result]);
  }
  return sorted;
}
