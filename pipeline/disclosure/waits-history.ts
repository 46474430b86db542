// Waiting times of a year that a pack gives and that another pack gave too → whether both say the same of it.
import { writeCanonicalJson } from '../domain/canonical-json.js';
import { addMonths } from '../domain/period.js';
import type { ServicePathways } from '../domain/supplement.js';
import { releaseWaits } from './release-entries.js';
import type { ReleasedSupplements } from './supplement-history.js';

/** The two years that a pack gives the waits of each service in: its own, and the one before. */
type WaitsYear = 'waits' | 'waitsBefore';

/** How many months another pack of the measure is later that gave the same year, and what its release calls it. */
const OTHERS = {
  waits: { months: 12, key: 'waits_before' },
  waitsBefore: { months: -12, key: 'waits' },
} as const;

/**
 * Whether an earlier release gave other waits of the same service and year, in its pack of the year before or after:
 * whoever has both could subtract them.
 */
export function differsFromOtherYear(
  { measure, window, services }: ServicePathways,
  service: string,
  year: WaitsYear,
  released: readonly ReleasedSupplements[],
): boolean {
  const now = services.find((each) => each.service === service)?.[year] ?? null;
  if (now === null) return false;
  const text = writeCanonicalJson(releaseWaits(now));
  const other = OTHERS[year];
  const ends = addMonths(window.ends, other.months);
  return released.some((pack) =>
    [...pack.values()].some((entry) => {
      if (entry.kind !== 'steps' || entry.status !== 'shown') return false;
      if (entry.measure !== measure || entry.window_end !== ends) return false;
      const given = entry.services.find((each) => each.service === service)?.[other.key] ?? null;
      return given !== null && writeCanonicalJson(given) !== text;
    }),
  );
}
