// What an edition gave ↔ the entries of a release. The only place that knows both the program's own names and the keys kept.
import type {
  Release,
  ReleasedEdition,
  ReleasedFigure,
  ReleasedSupplement,
} from '../deliveries/release-document.js';
import type { Curve, CurvePoint } from '../domain/curve.js';
import type { Window } from '../domain/period.js';
import type { NeedPair, ServicePathway, Supplement, WaitingTimes } from '../domain/supplement.js';
import type { ReleasedCell } from './disclosed.js';
import { HIDDEN_FIGURE, cellKey } from './released.js';

type Withheld = { readonly measure: string; readonly window: Window; readonly status: 'hidden' };

/** A curve as an edition gives it. */
export type GivenCurve = (Curve & { readonly status: 'shown'; readonly daily: boolean }) | Withheld;

/** A curve or supplement as an edition gives it. */
export type GivenTelling =
  | (Supplement & { readonly status: 'shown'; readonly left: number })
  | (Withheld & Pick<Supplement, 'kind'>);

/** One edition of a release: its figures by their place, and its curves and tellings. */
export function releaseEdition(
  edition: string,
  figures: ReadonlyMap<string, ReleasedCell>,
  supplements: Iterable<ReleasedSupplement>,
): ReleasedEdition {
  const released = [...figures].map(([place, cell]) => releaseFigure(place, cell));
  return { edition, figures: released, supplements: [...supplements] };
}

/** The figures that one edition of a release gave and hid, by `placeOf`; null where it had no such edition. */
export function readFigures(
  release: Release,
  edition: string,
): ReadonlyMap<string, ReleasedCell> | null {
  const found = release.find((each) => each.edition === edition);
  if (!found) return null;
  return new Map(found.figures.map((each) => [placeFigure(each), readFigure(each)]));
}

/** Its curves and tellings. */
export function readSupplements(
  release: Release,
  edition: string,
): readonly ReleasedSupplement[] | null {
  return release.find((each) => each.edition === edition)?.supplements ?? null;
}

function releaseFigure(place: string, cell: ReleasedCell): ReleasedFigure {
  const [measure, window_start, window_end, breakdown, group] = JSON.parse(place) as PlaceNames;
  const at = { measure, window_start, window_end, breakdown, group };
  if (cell.status === 'hidden') return { ...at, status: 'hidden' };
  return {
    ...at,
    status: 'shown',
    numerator: cell.numerator,
    denominator: cell.denominator,
    value: cell.value,
    lower: cell.lower,
    upper: cell.upper,
    verdict: cell.verdict,
    kept: cell.kept ?? false,
  };
}

type PlaceNames = [string, string, string, string, string];

function placeFigure(figure: ReleasedFigure): string {
  const { measure, window_start, window_end, breakdown, group } = figure;
  const window = { id: window_end, starts: window_start, ends: window_end };
  return cellKey({ measure, window, breakdown, group });
}

function readFigure(figure: ReleasedFigure): ReleasedCell {
  if (figure.status === 'hidden') return HIDDEN_FIGURE;
  const { numerator, denominator, value, lower, upper, verdict } = figure;
  const shown = { numerator, denominator, value, lower, upper, verdict };
  return { status: 'shown', ...shown, ...(figure.kept ? { kept: true } : {}) };
}

/** The entry of a curve or a telling. */
export function releaseSupplement(given: GivenCurve | GivenTelling): ReleasedSupplement {
  return 'kind' in given ? releaseTelling(given) : releaseCurve(given);
}

function releaseCurve(curve: GivenCurve): ReleasedSupplement {
  const at = { kind: 'curve', ...releasePlace(curve) } as const;
  if (curve.status === 'hidden') return { ...at, status: 'hidden' };
  return {
    ...at,
    status: 'shown',
    children: curve.children,
    happened: curve.happened,
    days_at_risk: curve.daysAtRisk,
    rate: { value: curve.rate.value, lower: curve.rate.lower, upper: curve.rate.upper },
    median_day: curve.median,
    steps: curve.steps.map(releasePoint),
    ages: curve.ages.map(releasePoint),
    daily: curve.daily,
  };
}

function releaseTelling(telling: GivenTelling): ReleasedSupplement {
  const at = releasePlace(telling);
  if (telling.status === 'hidden') return { kind: telling.kind, ...at, status: 'hidden' };
  const shown = { ...at, status: 'shown', left_out: telling.left } as const;
  if (telling.kind === 'steps')
    return { kind: 'steps', ...shown, services: telling.services.map(releaseService) };
  const held = telling.held.map(({ needs, children }) => ({ needs, children }));
  return { kind: 'overlap', ...shown, held, pairs: telling.pairs.map(releasePair) };
}

function releasePlace({ measure, window }: GivenCurve | GivenTelling): {
  measure: string;
  window_start: string;
  window_end: string;
} {
  return { measure, window_start: window.starts, window_end: window.ends };
}

type Entry<Kind, Status = 'shown'> = Extract<ReleasedSupplement, { kind: Kind; status: Status }>;

function releasePoint(point: CurvePoint): Entry<'curve'>['ages'][number] {
  const { day, value, lower, upper, happened, left } = point;
  return { day, value, lower, upper, at_risk: point.atRisk, happened, left };
}

function releasePair(pair: NeedPair): Entry<'overlap'>['pairs'][number] {
  const { first, second, both, expected, lower, upper, says } = pair;
  return { first, second, looked_for: pair.lookedFor, both, expected, lower, upper, says };
}

function releaseService({
  service,
  steps,
  ...given
}: ServicePathway): Entry<'steps'>['services'][number] {
  return {
    service,
    steps: steps && {
      needed: steps.needed,
      referred: steps.referred,
      offered: steps.offered,
      attended: steps.attended,
      completed: steps.completed,
    },
    waits: releaseWaits(given.waits),
    waits_before: releaseWaits(given.waitsBefore),
    waiting: releaseWaits(given.waiting),
  };
}

/** Waiting times as a release keeps them. */
export function releaseWaits(
  waits: WaitingTimes | null,
): Entry<'steps'>['services'][number]['waits'] {
  if (waits === null) return null;
  const { count, median, lower, upper, quarter } = waits;
  return { count, median, lower, upper, quarter, three_quarters: waits.threeQuarters };
}
