// What was counted beside the figures of years → what one edition may see of it: quarters, curves, tellings, bands.
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

/** What an edition sees of the quarters: those a pack shows, decided on all there are. */
export function discloseQuarterlySeries(
  quarters: readonly Value[],
  years: YearlyFigures,
  relations: ReadonlyMap<string, DisclosureRelations>,
  hideBelow: number,
  earlier: PreviousReleases,
): DisclosedCell[] {
  const measures = [...new Set(quarters.map(({ measure }) => measure))];
  return measures.flatMap((id) => {
    const own = quarters.filter(({ measure }) => measure === id);
    if (own.some(({ breakdown }) => breakdown === DAYS_BETWEEN))
      return discloseTimeBetweenEvents(own, hideBelow);
    const related = relations.get(id) ?? { hiddenWith: null };
    return discloseQuarters(own, years, related, hideBelow, earlier).slice(-QUARTERS_SHOWN);
  });
}

/** The quarters that the files of figures list: days between events are no counts of children. */
export function selectListedQuarters(disclosed: readonly DisclosedCell[]): DisclosedCell[] {
  return disclosed.filter(({ breakdown }) => breakdown !== DAYS_BETWEEN);
}

/** What an edition sees of the curves, beside the measures that count part of the same children and what it gave before. */
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
    // Beside a figure that stands as it was given, a curve of today would tell what came since.
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

/** What an edition sees of the tellings, beside the headlines it shows and what it told before. */
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
  // Beside a figure that stands as it was given, what is counted today would tell what came since.
  return cell?.status === 'shown' && cell.kept !== true ? cell : null;
}

/** What an edition sees of the bands. */
export function discloseLinkSensitivities(
  linkSensitivities: readonly LinkSensitivity[],
  findKind: (measure: string) => DisclosureKind,
  hideBelow: number,
): DisclosedLinkSensitivity[] {
  return linkSensitivities.map((each) =>
    discloseLinkSensitivity(each, findKind(each.without.measure), hideBelow),
  );
}
