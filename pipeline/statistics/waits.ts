// Waiting times in whole days → their median with its interval, and quartiles.
import type { WaitingTimes } from '../domain/supplement.js';
import { binomial } from './discrete.js';
import { requireCount } from './refusals.js';

/** The number of waits of one length. */
interface WaitLength {
  readonly days: number;
  readonly count: number;
}

/**
 * The median of waits with its 95% interval, and the quartiles; null if nobody waited. Lengths may be in any order.
 * Median and quartiles are averages of two waits if the rank falls between them (definition 2 of Hyndman and Fan
 * 1996, The American Statistician 50). Refuses anything but whole numbers, 0 or more.
 */
export function summariseWaits(lengths: readonly WaitLength[]): WaitingTimes | null {
  for (const { days, count } of lengths) {
    requireCount(days, 'days');
    requireCount(count, 'waits');
  }
  const ordered = lengths.flatMap(({ days, count }) => Array<number>(count).fill(days));
  ordered.sort((one, other) => one - other);
  if (ordered.length === 0) return null;
  const rank = medianRank(ordered.length);
  return {
    count: ordered.length,
    median: averagedQuantile(ordered, 0.5),
    lower: rank === null ? null : (ordered[rank - 1] ?? null),
    upper: rank === null ? null : (ordered[ordered.length - rank] ?? null),
    quarter: averagedQuantile(ordered, 0.25),
    threeQuarters: averagedQuantile(ordered, 0.75),
  };
}

/**
 * The rank from either end whose values enclose the true median at least 95 times in 100, for any distribution; null
 * for fewer than six waits, where even the shortest and longest do not.
 * Source: Thompson (1936), Annals of Mathematical Statistics 7: 122-128; Campbell and Gardner (1988), BMJ 296:
 * 1454-1456.
 */
export function medianRank(count: number): number | null {
  requireCount(count, 'waits');
  const chance = binomial(count, 0.5);
  let rank = 0;
  while (rank < count / 2 && chance.lower(rank) <= 0.025) rank += 1;
  return rank === 0 ? null : rank;
}

function averagedQuantile(ordered: readonly number[], share: number): number {
  const place = ordered.length * share;
  const below = ordered[Math.ceil(place) - 1] ?? 0;
  const above = ordered[Math.floor(place)] ?? below;
  return (below + above) / 2;
}
