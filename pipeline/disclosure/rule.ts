// The rule of an edition that hides: which counts are small, and which others would give a hidden one away.
import type { Value } from '../domain/value.js';

/** A total and the groups it is the sum of. */
export interface Table {
  readonly total: Value;
  readonly groups: readonly Value[];
  /** Whether the denominators too count children, and add up. */
  readonly divides: boolean;
}

/** Whether a count is small: 1 to `hideBelow` − 1. A true zero is not. */
export function isSmallCount(count: number | null, hideBelow: number): boolean {
  return count !== null && count > 0 && count < hideBelow;
}

/**
 * Whether a value's own counts are small: its numerator; and for a proportion those left over, which anyone can
 * subtract; and for a proportion or a mean the children it is divided by. The denominator of a rate is a population.
 */
export function isSmall(
  { numerator, denominator }: Value,
  kind: 'count' | 'proportion' | 'rate' | 'mean' | 'relative_rate',
  hideBelow: number,
): boolean {
  const counts = [numerator];
  if (kind === 'proportion' || kind === 'mean') counts.push(denominator);
  if (kind === 'proportion' && numerator !== null && denominator !== null)
    counts.push(denominator - numerator);
  return counts.some((count) => isSmallCount(count, hideBelow));
}

/**
 * The groups that must be hidden besides those that are. Where the total is hidden, all of them; where some group is
 * hidden, the smallest shown, one after another, until what is hidden cannot be worked out from the total: at least two
 * groups, holding together so much that any one of them might be `hideBelow` or more.
 */
export function hiddenBesides(
  { total, groups, divides }: Table,
  isHidden: (value: Value) => boolean,
  hideBelow: number,
): Value[] {
  if (isHidden(total)) return groups.filter((group) => !isHidden(group));
  const hidden = groups.filter(isHidden);
  if (hidden.length === 0) return [];
  const shown = groups.filter((group) => !isHidden(group)).sort(smallestFirst);
  const besides: Value[] = [];
  const safe = (): boolean =>
    cannotBeFound([...hidden, ...besides], ({ numerator }) => numerator, hideBelow) &&
    (!divides ||
      cannotBeFound([...hidden, ...besides], ({ denominator }) => denominator, hideBelow));
  for (const next of shown) {
    if (safe()) break;
    besides.push(next);
  }
  return besides;
}

/** Whether, of hidden cells whose sum is known and none of which is nought, any might be as much as `hideBelow`. */
function cannotBeFound(
  hidden: readonly Value[],
  count: (value: Value) => number | null,
  hideBelow: number,
): boolean {
  const counts = hidden.map((value) => count(value) ?? 0).filter((each) => each > 0);
  const sum = counts.reduce((before, each) => before + each, 0);
  return hidden.length >= 2 && sum - (counts.length - 1) >= hideBelow;
}

/** Small groups before large; a zero after all others, for a shown zero tells nothing of a child. Then by name. */
function smallestFirst(one: Value, other: Value): number {
  const size = ({ numerator }: Value): number => numerator || Number.MAX_SAFE_INTEGER;
  return size(one) - size(other) || one.group.localeCompare(other.group);
}
