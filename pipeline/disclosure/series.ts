// The quarters of a measure and its disclosed years → the quarters that an edition may see: all or none.
import type { Value } from '../domain/value.js';
import { isCarriedForward, discloseCell, withholdCell, type DisclosedCell } from './disclosed.js';
import type { DisclosureRelations } from './relations.js';
import { isSmallCount } from './threshold.js';
import { cellKey, type PreviousReleases } from './released.js';

/** The years of the pack, as counted and as already disclosed, in the same order. */
export interface YearlyFigures {
  readonly values: readonly Value[];
  readonly disclosed: readonly DisclosedCell[];
}

/**
 * Decides what an edition may see of a measure's quarters. Quarters add up to years, and two rolling years one quarter
 * apart give the difference of two quarters, so a suppressed quarter could be derived from those around it, in this
 * pack or with an earlier one. So either all quarters are shown or none. None is shown if `hideBelow` is above 0 and
 * - any quarter since the records began counts 1 to `hideBelow` − 1;
 * - any year of the measure, or of the measure it is hidden with, is suppressed;
 * - a shown year does not consist of known quarters, so that the remainder could be derived;
 * - quarters add up to 1 to `hideBelow` − 1 more than their year: so few children returned;
 * - a year is carried forward from an earlier release, or a quarter was suppressed or different in one;
 * - a quarter is in `withheld`, by `cellKey`: an audit of the whole edition found a small count by it.
 * `quarters` must be all quarters of one measure, shown or not.
 */
export function discloseQuarters(
  quarters: readonly Value[],
  years: YearlyFigures,
  { hiddenWith }: Pick<DisclosureRelations, 'hiddenWith'>,
  hideBelow: number,
  earlier: PreviousReleases = [],
  withheld: ReadonlySet<string> = new Set(),
): DisclosedCell[] {
  const [first] = quarters;
  const names = [first?.measure, hiddenWith];
  const totals = years.disclosed.flatMap((shown, at) => {
    const value = years.values[at];
    const isYear = shown.origin === 'own' && shown.breakdown === 'total';
    return value && isYear && names.includes(shown.measure) ? [{ shown, value }] : [];
  });
  const known = quarters.filter(({ status }) => status === 'known');
  const isSuppressed =
    hideBelow > 0 &&
    (known.some(({ numerator }) => isSmallCount(numerator, hideBelow)) ||
      known.some((value) => withheld.has(cellKey(value))) ||
      known.some((value) => earlier.some((pack) => differsFromPack(value, pack))) ||
      totals.some(({ shown }) => shown.status === 'hidden' || isCarriedForward(shown)) ||
      totals
        .filter(({ shown }) => shown.status === 'shown' && shown.measure === first?.measure)
        .some(({ value }) => revealsFew(value, known, hideBelow)));
  return quarters.map((value) =>
    isSuppressed && value.status === 'known' ? withholdCell(value, 'hidden') : discloseCell(value),
  );
}

/**
 * A quarter beside the twelve months that it ends is one subtraction from the nine months before, and the twelve months of
 * the next pack bring the next. The answers of a quarter and of its year need not be the same ones, so that no relation of
 * theirs could be proven safe. So an edition with suppression gives it only where what is counted reveals nobody.
 */
export function discloseReturnQuarter(
  quarters: readonly Value[],
  { countsNoPeople }: Pick<DisclosureRelations, 'countsNoPeople'>,
  hideBelow: number,
): DisclosedCell[] {
  const isSuppressed = hideBelow > 0 && countsNoPeople !== true;
  return quarters.map((value) =>
    isSuppressed && value.status === 'known' ? withholdCell(value, 'hidden') : discloseCell(value),
  );
}

/**
 * Days between events reveal when each child's case was dealt with, so an edition with suppression shows none of them.
 */
export function discloseTimeBetweenEvents(
  gaps: readonly Value[],
  hideBelow: number,
): DisclosedCell[] {
  return gaps.map((value) => (hideBelow > 0 ? withholdCell(value, 'hidden') : discloseCell(value)));
}

function differsFromPack(value: Value, pack: PreviousReleases[number]): boolean {
  const release = pack.get(cellKey(value));
  return release !== undefined && release.numerator !== value.numerator;
}

function revealsFew(year: Value, known: readonly Value[], hideBelow: number): boolean {
  const parts = known.filter(
    ({ window }) => window.starts >= year.window.starts && window.ends <= year.window.ends,
  );
  if (parts.length !== QUARTERS_IN_YEAR || year.numerator === null) return true;
  const sum = parts.reduce((before, { numerator }) => before + (numerator as number), 0);
  return isSmallCount(sum - year.numerator, hideBelow);
}

const QUARTERS_IN_YEAR = 4;
