// The counts of a release → what readers know of a window by shorter ones within it.
import { addDays, countWindowMonths } from '../../domain/period.js';
import type { CountRegister, CountedFigure, RegisteredCount } from './register.js';
import { relateCounts, type KnownRelation, type RelationMeaning } from './relation.js';

const QUARTER = 3;

/** Characteristics that do not change with the day, so that a child is in the same group in every window. */
const LASTING_BREAKDOWNS: readonly string[] = [
  'total',
  'ethnicity',
  'sex',
  'looked_after',
  'traveller',
  'language',
  'ethnicity_girls',
  'ethnicity_boys',
];

/**
 * Whoever is counted in a window is counted in each longer one around it; and whoever is counted in a window that is laid
 * out in shorter ones, in one of those at least.
 */
export function relateWindows(register: CountRegister): KnownRelation[] {
  return [
    ...[...groupSeries(register.figures).values()].flatMap((series) =>
      series.flatMap((whole) => relateWindow(whole, series)),
    ),
    ...relateShares(register.figures),
  ];
}

/** Of shares in a relative rate, the denominators of a longer window and of a shorter in it, and those not counted. */
function relateShares(figures: readonly CountedFigure[]): KnownRelation[] {
  const shares = figures.filter(({ relations }) => relations.kind === 'relative_share');
  const series = new Map<string, CountedFigure[]>();
  for (const share of shares) {
    const { measure, breakdown, group } = share.figure;
    const key = JSON.stringify([measure, breakdown, group]);
    series.set(key, [...(series.get(key) ?? []), share]);
  }
  return [...series.values()].flatMap((windows) =>
    windows.flatMap((longer) =>
      windows
        .filter((shorter) => containsWindow(longer.figure, shorter.figure))
        .flatMap((shorter) => relateShare(longer, shorter)),
    ),
  );
}

function containsWindow(longer: WindowDays, shorter: WindowDays): boolean {
  const isInside = shorter.starts >= longer.starts && shorter.ends <= longer.ends;
  return isInside && countWindowMonths(shorter) < countWindowMonths(longer);
}

type WindowDays = Pick<CountedFigure['figure'], 'starts' | 'ends'>;

function relateShare(longer: CountedFigure, shorter: CountedFigure): KnownRelation[] {
  const { measure, breakdown, group, starts, ends } = longer.figure;
  if (!longer.numerator || !longer.denominator || !shorter.numerator || !shorter.denominator)
    return [];
  const inside = `${shorter.figure.starts} to ${shorter.figure.ends}`;
  const reason = `${measure} ${breakdown} ${group} ${starts} to ${ends} around ${inside}`;
  const mean = (what: string): RelationMeaning => {
    return { reason: `${reason}: ${what}`, isExact: false, hasRemainder: true };
  };
  return [
    relateCounts([longer.denominator], [shorter.denominator], mean('all')),
    relateCounts(
      [longer.denominator, shorter.numerator],
      [longer.numerator, shorter.denominator],
      mean('the rest'),
    ),
  ].filter(({ gap, form }) => gap >= 0 && form.length > 0);
}

interface SeriesCount {
  readonly count: RegisteredCount;
  readonly addsUp: boolean;
}

function groupSeries(figures: readonly CountedFigure[]): Map<string, SeriesCount[]> {
  const series = new Map<string, Map<string, SeriesCount>>();
  for (const { relations, numerator: count } of figures) {
    const isCounted = relations.kind !== 'proportion' && relations.kind !== 'mean';
    if (!count || !isCounted || !LASTING_BREAKDOWNS.includes(count.place.breakdown)) continue;
    const { measure, count: side, breakdown, group } = count.place;
    const key = JSON.stringify([measure, side, breakdown, group]);
    const own = series.get(key) ?? new Map<string, SeriesCount>();
    const addsUp = relations.quartersAddUp === true || own.get(count.name)?.addsUp === true;
    own.set(count.name, { count, addsUp });
    series.set(key, own);
  }
  return new Map([...series].map(([key, own]) => [key, [...own.values()]]));
}

function relateWindow(
  { count: whole, addsUp }: SeriesCount,
  series: readonly SeriesCount[],
): KnownRelation[] {
  const { starts, ends, measure, breakdown, group } = whole.place;
  const inside = series
    .map(({ count }) => count)
    .filter(({ place }) => place.starts >= starts && place.ends <= ends)
    .filter((part) => countMonths(part) < countMonths(whole));
  const name = `${measure} ${breakdown} ${group} ${starts} to ${ends}`;
  const nested = inside.map((part) => {
    const reason = `${name} around ${part.place.starts} to ${part.place.ends}`;
    // Those of a year that are not in one quarter are of the other three, and are no few that anybody asks about.
    const hasRemainder = countMonths(part) !== QUARTER;
    return relateCounts([whole], [part], { reason, isExact: false, hasRemainder });
  });
  const lengths = [...new Set(inside.map(countMonths))];
  const covers = lengths.flatMap((months) => {
    const parts = layOut(
      inside.filter((part) => countMonths(part) === months),
      starts,
      ends,
    );
    const reason = `${name} laid out in windows of ${String(months)} months`;
    const meaning = { reason, isExact: addsUp && months === QUARTER, hasRemainder: true };
    return parts.length > 0 ? [relateCounts(parts, [whole], meaning)] : [];
  });
  return [...nested, ...covers];
}

/** The windows of one length that follow each other from a first day to a last; none, if any of these is missing. */
function layOut(
  windows: readonly RegisteredCount[],
  starts: string,
  ends: string,
): RegisteredCount[] {
  const byStart = new Map(windows.map((each) => [each.place.starts, each]));
  const parts: RegisteredCount[] = [];
  let day = starts;
  for (let next = byStart.get(day); next; next = byStart.get(day)) {
    parts.push(next);
    day = addDays(next.place.ends, 1);
  }
  return day === addDays(ends, 1) ? parts : [];
}

function countMonths({ place }: RegisteredCount): number {
  return countWindowMonths(place);
}
