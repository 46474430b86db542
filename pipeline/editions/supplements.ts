// What was counted beside the figures of years → what one edition may see of it: quarters, curves, tellings, bands.
import { discloseCurve, type Beside, type DisclosedCurve } from '../disclosure/curve.js';
import type { Disclosed } from '../disclosure/disclosed.js';
import { discloseBand, type DisclosedBand } from '../disclosure/link-sensitivity.js';
import type { Sensitivity } from '../disclosure/relations.js';
import type { Earlier } from '../disclosure/released.js';
import { discloseDaysBetween, discloseQuarters, type Years } from '../disclosure/series.js';
import { discloseTelling, type DisclosedTelling, type Headline } from '../disclosure/supplement.js';
import type { Besides } from '../disclosure/supplement-history.js';
import type { Kind } from '../disclosure/threshold.js';
import type { Curve } from '../domain/curve.js';
import type { Band } from '../domain/link-sensitivity.js';
import type { Telling } from '../domain/supplement.js';
import type { Value } from '../domain/value.js';
import type { Declaration } from '../measures/declaration.js';
import { QUARTERS_SHOWN } from '../measures/quarters.js';
import { BETWEEN } from '../statistics/spc-values.js';

/** What an edition sees of the quarters: those a pack shows, decided on all there are. */
export function quartersFor(
  quarters: readonly Value[],
  years: Years,
  sensitivities: ReadonlyMap<string, Sensitivity>,
  hideBelow: number,
  earlier: Earlier,
): Disclosed[] {
  const measures = [...new Set(quarters.map(({ measure }) => measure))];
  return measures.flatMap((id) => {
    const own = quarters.filter(({ measure }) => measure === id);
    if (own.some(({ breakdown }) => breakdown === BETWEEN))
      return discloseDaysBetween(own, hideBelow);
    const sensitivity = sensitivities.get(id) ?? { hiddenWith: null };
    return discloseQuarters(own, years, sensitivity, hideBelow, earlier).slice(-QUARTERS_SHOWN);
  });
}

/** The quarters that the files of figures list: days between events are no counts of children. */
export function quartersListed(disclosed: readonly Disclosed[]): Disclosed[] {
  return disclosed.filter(({ breakdown }) => breakdown !== BETWEEN);
}

/** What an edition sees of the curves, beside the measures that count part of the same children and what it gave before. */
export function curvesFor(
  curves: readonly Curve[],
  declarations: readonly Declaration[],
  disclosed: readonly Disclosed[],
  hideBelow: number,
  before: readonly Besides[],
): DisclosedCurve[] {
  return curves.map((curve) => {
    const parts = declarations.filter(({ part_of }) => part_of === curve.measure);
    return discloseCurve(curve, besideOf(curve, parts, disclosed), hideBelow, before);
  });
}

function besideOf(
  { measure, window }: Curve,
  parts: readonly Declaration[],
  disclosed: readonly Disclosed[],
): Beside {
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
export function tellingsFor(
  tellings: readonly Telling[],
  disclosed: readonly Disclosed[],
  hideBelow: number,
  before: readonly Besides[],
): DisclosedTelling[] {
  return tellings.map((telling) =>
    discloseTelling(telling, headlineOf(telling, disclosed), hideBelow, before),
  );
}

function headlineOf(
  { measure, window }: Telling,
  disclosed: readonly Disclosed[],
): Headline | null {
  const cell = disclosed.find(
    (each) =>
      each.measure === measure && each.breakdown === 'total' && each.window.id === window.id,
  );
  // Beside a figure that stands as it was given, what is counted today would tell what came since.
  return cell?.status === 'shown' && cell.kept !== true ? cell : null;
}

/** What an edition sees of the bands. */
export function bandsFor(
  bands: readonly Band[],
  kindOf: (measure: string) => Kind,
  hideBelow: number,
): DisclosedBand[] {
  return bands.map((band) => discloseBand(band, kindOf(band.without.measure), hideBelow));
}
