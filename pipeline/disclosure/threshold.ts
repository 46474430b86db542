// The threshold rule: which counts are small.
import { compareText } from '../domain/compare-text.js';
import type { Value } from '../domain/value.js';

/** The kind of a measure. A `relative_share` is a relative rate whose denominator counts the service's own children. */
export type DisclosureKind =
  | 'count'
  | 'proportion'
  | 'rate'
  | 'mean'
  | 'relative_rate'
  | 'relative_share';

/** The two whole numbers behind a figure. */
type CountPair = Pick<Value, 'numerator' | 'denominator'>;

type ReadCount = (value: CountPair) => number | null;

const numerator: ReadCount = (value) => value.numerator;
const denominator: ReadCount = (value) => value.denominator;
const complement: ReadCount = (value) =>
  value.numerator === null || value.denominator === null
    ? null
    : value.denominator - value.numerator;

/**
 * The counts of children or events that a value reveals: its numerator; for a proportion or a mean also its
 * denominator; for a proportion, and for the shares in a relative rate, also the complement, which anyone can
 * calculate. The denominator of a rate is a published population and needs no protection.
 */
const PROTECTED_COUNTS: Readonly<Record<DisclosureKind, readonly ReadCount[]>> = {
  count: [numerator],
  rate: [numerator],
  relative_rate: [numerator],
  mean: [numerator, denominator],
  proportion: [numerator, denominator, complement],
  relative_share: [numerator, denominator, complement],
};

/** Whether a count is small: 1 to `hideBelow` − 1. A true zero is not. */
export function isSmallCount(count: number | null, hideBelow: number): boolean {
  return count !== null && count > 0 && count < hideBelow;
}

/** Whether any count that a value reveals is small. */
export function hasSmallCount(value: Value, kind: DisclosureKind, hideBelow: number): boolean {
  return PROTECTED_COUNTS[kind].some((count) => isSmallCount(count(value), hideBelow));
}

/** The change of each count that a value reveals since an earlier release of it. */
export function countChanges(before: CountPair, now: CountPair, kind: DisclosureKind): number[] {
  return PROTECTED_COUNTS[kind].map((count) => (count(now) ?? 0) - (count(before) ?? 0));
}

/**
 * Sorts small groups before large, then by name. A zero comes last, because a shown zero reveals nothing about a child.
 */
export function smallestFirst(one: Value, other: Value): number {
  const size = (value: Value): number => value.numerator || Number.MAX_SAFE_INTEGER;
  return size(one) - size(other) || compareText(one.group, other.group);
}
