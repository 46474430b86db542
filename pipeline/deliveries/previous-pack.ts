// The ledger and a pack about to be built → the pack that the board saw before it.
import { parseQuarter, type Day, type Quarter } from '../domain/period.js';
import type { LedgerEvent } from './events.js';

/** A pack in the ledger: its quarter, and the day it was built as at. */
export interface RecordedPack {
  readonly quarter: Quarter;
  readonly asAt: Day;
  /** Name of its release archive; null for a pack of an earlier version. */
  readonly archive: string | null;
}

/**
 * Finds the last pack of the latest earlier quarter, or null. Uses only ledger lines before this pack was first built,
 * so that building it again finds the same one.
 */
export function findPreviousPack(
  lines: readonly LedgerEvent[],
  quarter: Quarter,
  asAt: Day,
): RecordedPack | null {
  const earlier = listEarlierPacks(lines, quarter, asAt).filter(
    (each) => each.quarter.ends < quarter.ends && each.asAt < asAt,
  );
  const [latest = ''] = earlier
    .map((each) => each.quarter.ends)
    .sort()
    .reverse();
  return earlier.findLast((each) => each.quarter.ends === latest) ?? null;
}

/** Lists the packs in the ledger before this one was first built, oldest first. */
export function listEarlierPacks(
  lines: readonly LedgerEvent[],
  quarter: Quarter,
  asAt: Day,
): RecordedPack[] {
  const packs = lines.flatMap((line) => (line.what === 'packed' ? [line] : []));
  const first = packs.findIndex((each) => each.quarter === quarter.label && each.as_at === asAt);
  return packs.slice(0, first < 0 ? packs.length : first).flatMap((each) => {
    const packQuarter = parseQuarter(each.quarter);
    return packQuarter === null
      ? []
      : [{ quarter: packQuarter, asAt: each.as_at, archive: each.made ?? null }];
  });
}
