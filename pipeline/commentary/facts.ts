// A measure's results → the numbers that a claim about it may rest on.
import type { QuotableMeasure } from '../figures/quote.js';
import type { ShownResult } from '../figures/results.js';
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Verdict } from '../domain/value.js';

/** This year and the year before, for all children or for one group. */
export interface YearPair {
  readonly now: ShownResult | null;
  readonly before: ShownResult | null;
}

/**
 * Below this many events, a percentage or a multiple describes a few children; exact intervals are used below it too.
 */
export const MIN_EVENTS = 10;

/** The disclosed figures of one measure. */
export interface MeasureFacts {
  readonly quotable: QuotableMeasure;
  /** The groups that a clause names, or else the headline. */
  readonly pairs: readonly YearPair[];
  /** Every count behind a value, from our own and published figures, and the differences between years. */
  readonly counts: readonly number[];
  /** Every value and limit, in the measure's own unit. */
  readonly values: readonly number[];
  /** Shares of the total that groups make up, in per cent. */
  readonly shares: readonly number[];
}

/** Collects the facts; `isMentioned` tests whether a clause names a group by its label. */
export function collectMeasureFacts(
  quotable: QuotableMeasure,
  isMentioned: (label: string) => boolean,
): MeasureFacts {
  const { reading, groups } = quotable;
  const headline = { now: selectShown(reading.current), before: selectShown(reading.previous) };
  const groupPairs = groups.map((group) => ({
    label: group.label,
    pair: { now: selectShown(group.now), before: selectShown(group.before) },
  }));
  const named = groupPairs.filter(({ label }) => isMentioned(label)).map(({ pair }) => pair);
  const pairs = [headline, ...groupPairs.map(({ pair }) => pair)];
  const cells = [
    ...[...reading.windows, ...reading.published].map(selectShown),
    ...pairs.flatMap(({ now, before }) => [now, before]),
  ].filter((cell) => cell !== null);
  return {
    quotable,
    pairs: named.length > 0 ? named : [headline],
    counts: [
      ...cells.flatMap(({ numerator, denominator }) => [numerator, denominator]),
      ...pairs.map(({ now, before }) => subtractCounts(now?.numerator, before?.numerator)),
    ].filter((count) => count !== null),
    values: cells
      .flatMap(({ value, lower, upper }) => [value, lower, upper])
      .filter((value) => value !== null),
    shares: groupPairs.flatMap(({ pair }) => calculateShares(pair.now, headline.now)),
  };
}

/** Verdict on the newer figure; null if either year is not shown. */
export function readVerdict({ now, before }: YearPair): Verdict | null {
  return before ? (now?.verdict ?? null) : null;
}

/** Changes between the two years, in counts and in values; empty if either year is not shown. */
export function compareYears({ now, before }: YearPair): { from: number; to: number }[] {
  if (!now || !before) return [];
  return (['numerator', 'value'] as const).flatMap((quantity) => {
    const [from, to] = [before[quantity], now[quantity]];
    return from === null || to === null ? [] : [{ from, to }];
  });
}

function selectShown(cell: DisclosedCell | null): ShownResult | null {
  return cell?.status === 'shown' ? cell : null;
}

function subtractCounts(now?: number | null, before?: number | null): number | null {
  return typeof now === 'number' && typeof before === 'number' ? Math.abs(now - before) : null;
}

function calculateShares(group: ShownResult | null, total: ShownResult | null): number[] {
  if (!group?.numerator || !total?.numerator) return [];
  return [(group.numerator / total.numerator) * 100];
}

/** Whether either year counts fewer than ten events. */
export function hasFewEvents({ now, before }: YearPair): boolean {
  return [now, before].some(
    (cell) => typeof cell?.numerator === 'number' && cell.numerator < MIN_EVENTS,
  );
}
