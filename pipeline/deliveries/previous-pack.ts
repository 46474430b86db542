// The ledger and a pack about to be made → the pack that the board saw before it.
import { parseQuarter, type Day, type Quarter } from '../domain/period.js';
import type { LedgerEvent } from './events.js';

/** A pack that was made: of which quarter, and of what was known on which day. */
export interface RecordedPack {
  readonly quarter: Quarter;
  readonly asAt: Day;
  /** The file that remembers what it gave; null for a pack of an earlier version. */
  readonly archive: string | null;
}

/**
 * The last pack made of the latest earlier quarter, or null. Only what the ledger says before this very pack was first
 * made counts, so that building it again finds the same one.
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

/** Every pack that the ledger says was made before this very one was first made, oldest first. */
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
