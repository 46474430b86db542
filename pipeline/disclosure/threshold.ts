// The rule of an edition that hides: which counts are small, and which others would give a hidden one away.
import type { Value } from '../domain/value.js';

/** What a measure gives for each group. A `relative_share` is a relative rate whose denominator is children of ours. */
export type DisclosureKind =
  | 'count'
  | 'proportion'
  | 'rate'
  | 'mean'
  | 'relative_rate'
  | 'relative_share';

/** A total and the groups it is the sum of. */
export interface AdditiveTable {
  readonly total: Value;
  readonly groups: readonly Value[];
  readonly kind: DisclosureKind;
}

/** The two whole numbers that a figure is made of. */
export type CountPair = Pick<Value, 'numerator' | 'denominator'>;

type ReadCount = (value: CountPair) => number | null;

const numerator: ReadCount = (value) => value.numerator;
const denominator: ReadCount = (value) => value.denominator;
const complement: ReadCount = (value) =>
  value.numerator === null || value.denominator === null
    ? null
    : value.denominator - value.numerator;

/**
 * The counts of children or events that a value tells: its numerator; for a proportion or a mean also what it is
 * divided by; for a proportion, and the shares a relative rate is made of, also those left over, which anyone can
 * subtract. The denominator of a rate is a published population.
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

/** Whether any count that a value tells is small. */
export function hasSmallCount(value: Value, kind: DisclosureKind, hideBelow: number): boolean {
  return PROTECTED_COUNTS[kind].some((count) => isSmallCount(count(value), hideBelow));
}

/** By how much each count that a value tells differs from the same count told before. */
export function countChanges(before: CountPair, now: CountPair, kind: DisclosureKind): number[] {
  return PROTECTED_COUNTS[kind].map((count) => (count(now) ?? 0) - (count(before) ?? 0));
}

/** Whether any count that a value tells is 1 to `hideBelow` − 1 more than the same count of a part of it. */
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
 * Whether the people or cases that a count counts and those that a share of them is out of, both told, differ by 1 to
 * `hideBelow` − 1: so few gave no answer, or more than one.
 */
export function differsByFew(counted: CountPair, answered: CountPair, hideBelow: number): boolean {
  const [all, some] = [numerator(counted), denominator(answered)];
  return all !== null && some !== null && isSmallCount(Math.abs(all - some), hideBelow);
}

/**
 * The groups that must be hidden besides those that are. Where the total is hidden, all of them; where some group is
 * hidden, the smallest shown, one after another, until what is hidden cannot be worked out from the total: at least two
 * groups, holding together so much that any one of them might be `hideBelow` or more.
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
 * Whether, of at least two hidden cells whose sum is known, any that is not nought might be as much as `hideBelow`.
 * Where all are nought there is no child to protect.
 */
function isUncertain(suppressed: readonly Value[], count: ReadCount, hideBelow: number): boolean {
  const counts = suppressed.map((value) => count(value) ?? 0).filter((each) => each > 0);
  const sum = counts.reduce((before, each) => before + each, 0);
  return suppressed.length >= 2 && (sum === 0 || sum - (counts.length - 1) >= hideBelow);
}

/** Small groups before large; a zero after all others, for a shown zero tells nothing of a child. Then by name. */
export function smallestFirst(one: Value, other: Value): number {
  const size = (value: Value): number => value.numerator || Number.MAX_SAFE_INTEGER;
  return size(one) - size(other) || one.group.localeCompare(other.group);
}
