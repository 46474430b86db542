// A published figure and the measures of a pack → the measure and group it stands beside, or the reason it stands nowhere.
import type { CurrentNames } from '../domain/former-names.js';
import { countWindowMonths } from '../domain/period.js';
import type { PublishedFigure } from '../domain/published.js';
import type { Value } from '../domain/value.js';
import type { Declaration } from '../measures/declaration.js';

/**
 * Why a published figure is shown nowhere: there is no measure of its name; the measure has no page with a table for it;
 * ours has no figure to stand beside; the measure is not compared with such an area; the group is none of its own; the
 * figure covers another length of time, is in another unit, or is a count of another area, which says nothing about ours.
 */
export type UnshownReason =
  | 'no-measure'
  | 'no-page'
  | 'no-figure'
  | 'no-comparator'
  | 'no-group'
  | 'other-length'
  | 'other-unit'
  | 'only-a-count';

/** A published figure with the breakdown that its group belongs to. */
export interface PlacedFigure extends PublishedFigure {
  readonly breakdown: string;
}

/** A published figure that is shown nowhere. */
export interface UnshownFigure {
  readonly figure: PublishedFigure;
  readonly reason: UnshownReason;
}

/** What was counted of one measure. */
export interface CountedMeasure {
  readonly declaration: Declaration;
  readonly ours: readonly Value[];
}

/** Charts of pages that have a table of published figures. */
const COMPARING: readonly Declaration['chart'][] = [
  'trend',
  'breakdown',
  'profile',
  'relative_rate',
];

/** The figures of one measure that stand beside ours. `groups` are the names of the groups of each breakdown. */
export function placeFigures(
  counted: CountedMeasure,
  published: readonly PublishedFigure[],
  groups: ReadonlyMap<string, CurrentNames>,
): PlacedFigure[] {
  return published
    .filter(({ measure }) => measure === counted.declaration.id)
    .map((figure) => placeFigure(counted, figure, groups))
    .filter((placed) => typeof placed !== 'string');
}

/** Every figure that stands beside none of ours, with the reason: handed in, and so never dropped in silence. */
export function findUnshownFigures(
  counted: readonly CountedMeasure[],
  published: readonly PublishedFigure[],
  groups: ReadonlyMap<string, CurrentNames>,
): UnshownFigure[] {
  const measures = new Map(counted.map((each) => [each.declaration.id, each]));
  return published.flatMap((figure) => {
    const measure = measures.get(figure.measure);
    const placed = measure ? placeFigure(measure, figure, groups) : 'no-measure';
    return typeof placed === 'string' ? [{ figure, reason: placed }] : [];
  });
}

function placeFigure(
  { declaration, ours }: CountedMeasure,
  figure: PublishedFigure,
  groups: ReadonlyMap<string, CurrentNames>,
): PlacedFigure | UnshownReason {
  if (!COMPARING.includes(declaration.chart)) return 'no-page';
  if (!ours.some(({ status }) => status === 'known')) return 'no-figure';
  if (!declaration.comparators.some((comparator) => comparator === figure.areaKind))
    return 'no-comparator';
  const group = findGroup(declaration, figure, groups);
  if (!group) return 'no-group';
  const months = countWindowMonths(figure.window);
  if (!ours.some(({ window }) => countWindowMonths(window) === months)) return 'other-length';
  return findUnitFault(ours, figure) ?? { ...figure, ...group };
}

/** The group by its name of today in the first breakdown that has it. */
function findGroup(
  { breakdowns }: Declaration,
  { group }: PublishedFigure,
  groups: ReadonlyMap<string, CurrentNames>,
): Pick<PlacedFigure, 'breakdown' | 'group'> | null {
  if (group === 'all') return { breakdown: 'total', group };
  for (const breakdown of breakdowns) {
    const today = groups.get(breakdown)?.get(group);
    if (today !== undefined) return { breakdown, group: today };
  }
  return null;
}

/** A number published of our own service stands beside our number whatever our unit; one of another area does not. */
function findUnitFault(
  ours: readonly Value[],
  { unit, areaKind, numerator }: PublishedFigure,
): UnshownReason | null {
  const isCount = unit === 'count';
  if (areaKind !== 'service' && isCount) return 'only-a-count';
  if (ours.some((own) => own.unit === unit)) return null;
  return areaKind === 'service' && (isCount || numerator !== null) ? null : 'other-unit';
}
