// A curve of children followed, and what an edition shows beside it → what that edition may see of the curve.
import type { Curve, CurvePoint } from '../domain/curve.js';
import { differsFromRelease, type ReleasedSupplements } from './supplement-history.js';
import { isSmallCount } from './threshold.js';

declare const brand: unique symbol;

/** A curve with its numbers; `steps` and `median` are there only in an edition that hides nothing. */
export interface ShownCurve extends Curve {
  readonly status: 'shown';
  /** Whether each day on which it happened is told; if not, only the ages are. */
  readonly daily: boolean;
}

/** A curve that this edition may not see. */
export type WithheldCurve = Pick<Curve, 'measure' | 'window'> & { readonly status: 'hidden' };

/** What an edition may see of a curve. Like `Disclosed`, it can only be made here. */
export type DisclosedCurve = (ShownCurve | WithheldCurve) & { readonly [brand]: true };

/** Children counted by another figure that the edition shows of part of the same children, and those of them it happened to. */
export interface SubgroupCounts {
  readonly children: number;
  readonly happened: number;
}

/** What an edition shows beside a curve. */
export interface RelatedFigures {
  /** Whether it shows how many children there were, and how many it happened to. */
  readonly total: boolean;
  readonly parts: readonly SubgroupCounts[];
}

/**
 * Decides what an edition sees of a curve. Each step tells the day on which it happened to a child, so with `hideBelow`
 * above 0 no step is shown, nor the median, which is one of them: only the fixed ages are, and each age only where
 * no count of 1 to `hideBelow` − 1 is told by it or is left between it and the age shown before it, the start, the end,
 * or another figure of part of the same children. All is hidden where the total is, or no age can be shown, or where a
 * pack of `before` gave a different curve of the same children.
 */
export function discloseCurve(
  curve: Curve,
  related: RelatedFigures,
  hideBelow: number,
  earlier: readonly ReleasedSupplements[] = [],
): DisclosedCurve {
  if (hideBelow === 0) return markDisclosed({ ...curve, status: 'shown', daily: true });
  const ages = related.total ? chooseSafeAges(curve, related.parts, hideBelow) : [];
  const { measure, window } = curve;
  const shown = { ...curve, status: 'shown', daily: false, steps: [], median: null, ages } as const;
  return ages.length === 0 || differsFromRelease(shown, earlier)
    ? markDisclosed({ measure, window, status: 'hidden' })
    : markDisclosed(shown);
}

/** The ages that give no few children away, from the first on; those at the end also by what they leave to the total. */
function chooseSafeAges(
  curve: Curve,
  parts: readonly SubgroupCounts[],
  hideBelow: number,
): CurvePoint[] {
  const small = (count: number): boolean => isSmallCount(Math.abs(count), hideBelow);
  const safe: CurvePoint[] = [];
  for (const age of curve.ages) {
    const before = safe.at(-1) ?? { happened: 0, left: 0 };
    const between = [age.happened - before.happened, age.left - before.left, age.atRisk];
    const gaps = parts.flatMap((part) => countGaps(part, age, curve));
    if (![...between, ...gaps].some(small)) safe.push(age);
  }
  for (let last = safe.at(-1); last; last = safe.at(-1)) {
    if (!countRemainders(last, curve).some(small)) return safe;
    safe.pop();
  }
  return safe;
}

function countRemainders({ happened, left }: CurvePoint, curve: Curve): number[] {
  return [curve.happened - happened, curve.children - curve.happened - left];
}

/** How far an age is from those of a part: it has happened to them, it has not, or they are not of the part. */
function countGaps(part: SubgroupCounts, age: CurvePoint, { children }: Curve): number[] {
  return [
    age.happened - part.happened,
    age.atRisk - (part.children - part.happened),
    age.left - (children - part.children),
  ];
}

function markDisclosed(curve: ShownCurve | WithheldCurve): DisclosedCurve {
  return curve as DisclosedCurve;
}
