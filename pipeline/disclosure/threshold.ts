// The threshold rule: which counts are small, and which other counts would reveal a suppressed one.
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

/** A total and the disjoint groups that add up to it. */
export interface AdditiveTable {
  readonly total: Value;
  readonly groups: readonly Value[];
  readonly kind: DisclosureKind;
}

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

/** Whether any count that a value reveals exceeds the same count of a part of it by 1 to `hideBelow` − 1. */
export function exceedsByFew(
  value: Value,
  part: Value,
  kind: DisclosureKind,
  hideBelow: number,
): boolean {
  return PROTECTED_COUNTS[kind].some((count) => {
    const [all, some] = [count(value), count(part)];
    return all !== null && some !== null && isSmallCount(all - some, hideBelow);
  });
}

/**
 * Whether a count and the denominator of a share drawn from it differ by 1 to `hideBelow` − 1: so few people gave no
 * answer, or more than one.
 */
export function differsByFew(counted: CountPair, answered: CountPair, hideBelow: number): boolean {
  const [all, some] = [numerator(counted), denominator(answered)];
  return all !== null && some !== null && isSmallCount(Math.abs(all - some), hideBelow);
}

/**
 * Secondary suppression: the further groups to suppress. All groups if the total is suppressed. If some group is, the
 * smallest groups shown, one after another, until the suppressed ones cannot be derived from the total: at least two
 * groups, with a sum large enough for any one of them to be `hideBelow` or more.
 */
export function chooseSecondarySuppressions(
  { total, groups, kind }: AdditiveTable,
  isSuppressed: (value: Value) => boolean,
  hideBelow: number,
): Value[] {
  if (isSuppressed(total)) return groups.filter((group) => !isSuppressed(group));
  const suppressed = groups.filter(isSuppressed);
  if (suppressed.length === 0) return [];
  const shown = groups.filter((group) => !isSuppressed(group)).sort(smallestFirst);
  const added: Value[] = [];
  const isSafe = (): boolean =>
    PROTECTED_COUNTS[kind].every((count) =>
      isUncertain([...suppressed, ...added], count, hideBelow),
    );
  for (const next of shown) {
    if (isSafe()) break;
    added.push(next);
  }
  return added;
}

/**
 * Whether the suppressed cells stay uncertain although their sum is known: there are at least two, and any that is not
 * 0 could be `hideBelow` or more. If all are 0 there is no child to protect.
 */
function isUncertain(suppressed: readonly Value[], count: ReadCount, hideBelow: number): boolean {
  const counts = suppressed.map((value) => count(value) ?? 0).filter((each) => each > 0);
  const sum = counts.reduce((before, each) => before + each, 0);
  return suppressed.length >= 2 && (sum === 0 || sum - (counts.length - 1) >= hideBelow);
}

/**
 * Sorts small groups before large, then by name. A zero comes last, because a shown zero reveals nothing about a child.
 */
export function smallestFirst(one: Value, other: Value): number {
  const size = (value: Value): number => value.numerator || Number.MAX_SAFE_INTEGER;
  return size(one) - size(other) || compareText(one.group, other.group);
}
