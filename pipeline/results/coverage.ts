// What a measure counts from, and when partners' records begin → the days of which it can know everything.
import { isFromPartner, type Contract } from '../contracts/contract.js';
import { findQuarter, type Day, type Quarter } from '../domain/period.js';
import type { Problem } from '../domain/problem.js';
import type { ExtractReach } from './extract-reach.js';
import { LINKS } from '../warehouse/identified.js';

/** A stretch of days, both ends included. */
interface CoveragePeriod {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The first day of each partner's extract, out of the first and last days of all that have any. A partner begins to send
 * when it is asked to, long after the service's own records begin.
 */
export function findPartnerStarts(
  contracts: readonly Contract[],
  extents: ReadonlyMap<string, CoveragePeriod>,
): Map<string, Day> {
  const partners = contracts.filter(isFromPartner);
  return new Map(
    partners.flatMap(({ extract }) => {
      const from = extents.get(extract)?.from;
      return from === undefined ? [] : [[extract, from] as const];
    }),
  );
}

/**
 * The days of which a measure of these extracts knows everything: those the service's records cover, from the quarter on
 * in which the last of its partners' extracts begins, to the last day that all of its extracts reach. Before and after
 * it nothing was sent, which is not a count of zero.
 */
export function findCoverage(
  extracts: ReadonlySet<string>,
  partnerStarts: ReadonlyMap<string, Day>,
  covers: CoveragePeriod,
  reaches: readonly ExtractReach[] = [],
): CoveragePeriod {
  const firsts = [...extracts].flatMap((extract) => partnerStarts.get(extract) ?? []);
  const starts = firsts.map((day) => findQuarter(day).starts);
  const ends = reaches.filter(({ extract }) => extracts.has(extract)).map(({ to }) => to);
  return {
    from: [covers.from, ...starts].reduce(later),
    to: [covers.to, ...ends].reduce(earlier),
  };
}

/** The partners on whose links a measure of these extracts rests: none where it asks for no link. */
export function selectLinkedPartners(
  contracts: readonly Contract[],
  extracts: ReadonlySet<string>,
): ReadonlySet<string> {
  if (!extracts.has(LINKS)) return new Set();
  const columns = contracts.flatMap(({ extract, storedColumns: kept }) =>
    extracts.has(extract) ? kept : [],
  );
  return new Set(columns.flatMap((each) => (each.type === 'person' ? [each.source] : [])));
}

/** Says that nothing is known of a quarter after the last day the records reach, and how to say that they reach further. */
export function describeCoverageGap(
  { to }: { readonly to: Day },
  { label, ends }: Quarter,
): Problem[] {
  if (to >= ends) return [];
  return [{ kind: 'note', code: 'records-end', facts: { day: to, quarter: label, ends } }];
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}
