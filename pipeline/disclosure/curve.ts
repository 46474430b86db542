// A survival curve and the related figures of an edition → what that edition may see of the curve.
import type { Curve, CurvePoint } from '../domain/curve.js';
import { differsFromRelease, type ReleasedSupplements } from './supplement-history.js';
import { isSmallCount } from './threshold.js';

declare const brand: unique symbol;

/** A curve with numbers; `steps` and `median` are present only in an edition without suppression. */
interface ShownCurve extends Curve {
  readonly status: 'shown';
  /** Whether every event day is shown; if not, only the fixed ages are. */
  readonly daily: boolean;
}

/** A curve that is suppressed in this edition. */
type WithheldCurve = Pick<Curve, 'measure' | 'window'> & { readonly status: 'hidden' };

/** What an edition may see of a curve. Like `DisclosedCell`, it can only be made in this file. */
export type DisclosedCurve = (ShownCurve | WithheldCurve) & { readonly [brand]: true };

/**
 * Counts that the edition shows in another figure for a subgroup of the same children: all of them, and those with the
 * event.
 */
export interface SubgroupCounts {
  readonly children: number;
  readonly happened: number;
}

/** The figures that an edition shows about the same children as a curve. */
export interface RelatedFigures {
  /** Whether it shows the total: all children, and those with the event. */
  readonly total: boolean;
  readonly parts: readonly SubgroupCounts[];
}

/**
 * Decides what an edition may see of a curve. Each step reveals the day of a child's event, so with `hideBelow` above 0
 * no step is shown, and neither is the median, which is the day of a step. Only the fixed ages are shown, and each only
 * if no count of 1 to `hideBelow` − 1 can be read from it or derived by subtracting it from the previous age shown, the
 * start, the end, or another figure about a subgroup of the same children. The whole curve is suppressed if the total
 * is, if no age can be shown, or if a release in `earlier` holds a different curve of the same children.
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

/** The ages that reveal no small count, checked from the first; the last ones are also checked against the total. */
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

/**
 * Differences between an age and a subgroup: children with the event, children without it, children outside the
 * subgroup.
 */
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
