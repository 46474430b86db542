// A measure's results → the numbers that a claim about it may rest on.
import type { Quotable } from '../figures/quote.js';
import type { Known } from '../figures/results.js';
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Verdict } from '../domain/value.js';

/** This year and the year before, of all children or of one group. */
export interface Pair {
  readonly now: Known | null;
  readonly before: Known | null;
}

/** Under this many events, a percentage or a multiple speaks of a few children; exact intervals begin there too. */
export const FEW = 10;

/** What is known of one measure. */
export interface Facts {
  readonly quotable: Quotable;
  /** The groups that a clause names, or else the headline. */
  readonly pairs: readonly Pair[];
  /** Every count behind a value, ours and published, and the differences between years. */
  readonly counts: readonly number[];
  /** Every value and limit, in the measure's own unit. */
  readonly values: readonly number[];
  /** Shares of the total that groups make up, in per cent. */
  readonly shares: readonly number[];
}

/** Gathers the facts; `speaksOf` says whether a clause names a group by its label. */
export function factsOf(quotable: Quotable, speaksOf: (label: string) => boolean): Facts {
  const { reading, groups } = quotable;
  const headline = { now: shown(reading.current), before: shown(reading.previous) };
  const byGroup = groups.map((group) => ({
    label: group.label,
    pair: { now: shown(group.now), before: shown(group.before) },
  }));
  const named = byGroup.filter(({ label }) => speaksOf(label)).map(({ pair }) => pair);
  const pairs = [headline, ...byGroup.map(({ pair }) => pair)];
  const cells = [
    ...[...reading.windows, ...reading.published].map(shown),
    ...pairs.flatMap(({ now, before }) => [now, before]),
  ].filter((cell) => cell !== null);
  return {
    quotable,
    pairs: named.length > 0 ? named : [headline],
    counts: [
      ...cells.flatMap(({ numerator, denominator }) => [numerator, denominator]),
      ...pairs.map(({ now, before }) => differenceOf(now?.numerator, before?.numerator)),
    ].filter((count) => count !== null),
    values: cells
      .flatMap(({ value, lower, upper }) => [value, lower, upper])
      .filter((value) => value !== null),
    shares: byGroup.flatMap(({ pair }) => shareOf(pair.now, headline.now)),
  };
}

/** The verdict on a pair's newest figure, where both years may be seen. */
export function verdictOf({ now, before }: Pair): Verdict | null {
  return before ? (now?.verdict ?? null) : null;
}

/** How the two years differ, in counts and in values; none where either is not to be seen. */
export function changesOf({ now, before }: Pair): { from: number; to: number }[] {
  if (!now || !before) return [];
  return (['numerator', 'value'] as const).flatMap((part) => {
    const [from, to] = [before[part], now[part]];
    return from === null || to === null ? [] : [{ from, to }];
  });
}

function shown(cell: Disclosed | null): Known | null {
  return cell?.status === 'shown' ? cell : null;
}

function differenceOf(now?: number | null, before?: number | null): number | null {
  return typeof now === 'number' && typeof before === 'number' ? Math.abs(now - before) : null;
}

function shareOf(group: Known | null, total: Known | null): number[] {
  if (!group?.numerator || !total?.numerator) return [];
  return [(group.numerator / total.numerator) * 100];
}

/** Whether either year counts fewer than ten. */
export function isSmall({ now, before }: Pair): boolean {
  return [now, before].some((cell) => typeof cell?.numerator === 'number' && cell.numerator < FEW);
}
