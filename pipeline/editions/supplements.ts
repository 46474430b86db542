// Quarterly series, curves, supplements and link sensitivity → what one edition may show of each.
import { discloseCurve, type RelatedFigures, type DisclosedCurve } from '../disclosure/curve.js';
import type { DisclosedCell } from '../disclosure/disclosed.js';
import {
  discloseLinkSensitivity,
  type DisclosedLinkSensitivity,
} from '../disclosure/link-sensitivity.js';
import type { DisclosureRelations } from '../disclosure/relations.js';
import type { PreviousReleases } from '../disclosure/released.js';
import {
  discloseTimeBetweenEvents,
  discloseQuarters,
  discloseReturnQuarter,
  type YearlyFigures,
} from '../disclosure/series.js';
import {
  discloseSupplement,
  type DisclosedSupplement,
  type Headline,
} from '../disclosure/supplement.js';
import type { ReleasedSupplements } from '../disclosure/supplement-history.js';
import type { DisclosureKind } from '../disclosure/threshold.js';
import type { Curve } from '../domain/curve.js';
import type { LinkSensitivity } from '../domain/link-sensitivity.js';
import type { Supplement } from '../domain/supplement.js';
import type { Value } from '../domain/value.js';
import type { Declaration } from '../measures/declaration.js';
import { QUARTERS_SHOWN } from '../measures/quarters.js';
import { DAYS_BETWEEN } from '../statistics/spc-values.js';

/** Discloses the quarters that a pack shows; suppression is decided on every quarter counted. */
export function discloseQuarterlySeries(
  quarters: readonly Value[],
  years: YearlyFigures,
  relations: ReadonlyMap<string, DisclosureRelations>,
  rule: {
    readonly hideBelow: number;
    readonly earlier: PreviousReleases;
    /** Quarters to suppress in any case, by `cellKey`. */
    readonly withheld: ReadonlySet<string>;
  },
): DisclosedCell[] {
  const { hideBelow, earlier, withheld } = rule;
  const measures = [...new Set(quarters.map(({ measure }) => measure))];
  return measures.flatMap((id) => {
    const own = quarters.filter(({ measure }) => measure === id);
    if (own.some(({ breakdown }) => breakdown === DAYS_BETWEEN))
      return discloseTimeBetweenEvents(own, hideBelow);
    const related = relations.get(id) ?? { hiddenWith: null };
    if ('givesQuarter' in related && related.givesQuarter === true)
      return discloseReturnQuarter(own, related, hideBelow);
    return discloseQuarters(own, years, related, hideBelow, earlier, withheld).slice(
      -QUARTERS_SHOWN,
    );
  });
}

/** The quarters that the files of figures list: days between events are no counts of children. */
export function selectListedQuarters(disclosed: readonly DisclosedCell[]): DisclosedCell[] {
  return disclosed.filter(({ breakdown }) => breakdown !== DAYS_BETWEEN);
}

/** Discloses curves, given the measures that count part of the same children and the supplements already released. */
export function discloseCurves(
  curves: readonly Curve[],
  declarations: readonly Declaration[],
  disclosed: readonly DisclosedCell[],
  hideBelow: number,
  released: readonly ReleasedSupplements[],
): DisclosedCurve[] {
  return curves.map((curve) => {
    const parts = declarations.filter(({ part_of }) => part_of === curve.measure);
    return discloseCurve(curve, findRelatedFigures(curve, parts, disclosed), hideBelow, released);
  });
}

function findRelatedFigures(
  { measure, window }: Curve,
  parts: readonly Declaration[],
  disclosed: readonly DisclosedCell[],
): RelatedFigures {
  const totals = disclosed.filter(
    (cell) => cell.origin === 'own' && cell.breakdown === 'total' && cell.window.id === window.id,
  );
  const names = parts.map(({ id }) => id);
  return {
    // Next to a republished old figure, a new curve would reveal what changed since.
    total: totals.some(
      (cell) => cell.measure === measure && cell.status === 'shown' && cell.kept !== true,
    ),
    parts: totals.flatMap((cell) =>
      names.includes(cell.measure) &&
      cell.status === 'shown' &&
      cell.denominator !== null &&
      cell.numerator !== null
        ? [{ children: cell.denominator, happened: cell.numerator }]
        : [],
    ),
  };
}

/** Discloses supplements, given the headlines shown and the supplements already released. */
export function discloseSupplements(
  supplements: readonly Supplement[],
  disclosed: readonly DisclosedCell[],
  hideBelow: number,
  released: readonly ReleasedSupplements[],
): DisclosedSupplement[] {
  return supplements.map((supplement) =>
    discloseSupplement(supplement, findHeadline(supplement, disclosed), hideBelow, released),
  );
}

function findHeadline(
  { measure, window }: Supplement,
  disclosed: readonly DisclosedCell[],
): Headline | null {
  const cell = disclosed.find(
    (each) =>
      each.measure === measure && each.breakdown === 'total' && each.window.id === window.id,
  );
  // Next to a republished old figure, a new count would reveal what changed since.
  return cell?.status === 'shown' && cell.kept !== true ? cell : null;
}

/** Discloses how far waiting links could move each measure. */
export function discloseLinkSensitivities(
  linkSensitivities: readonly LinkSensitivity[],
  findKind: (measure: string) => DisclosureKind,
  hideBelow: number,
): DisclosedLinkSensitivity[] {
  return linkSensitivities.map((each) =>
    discloseLinkSensitivity(each, findKind(each.without.measure), hideBelow),
  );
}
