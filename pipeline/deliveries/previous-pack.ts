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
 * Finds the last pack of the latest earlier quarter, or null; a draft is none. Uses only ledger lines before this pack was first built,
 * so that building it again finds the same one.
 */
export function findPreviousPack(
  lines: readonly LedgerEvent[],
  quarter: Quarter,
  asAt: Day,
): RecordedPack | null {
  const earlier = listEarlierReleases(lines, quarter, asAt).filter(
    (each) => !each.isDraft && each.quarter.ends < quarter.ends && each.asAt < asAt,
  );
  const [latest = ''] = earlier
    .map((each) => each.quarter.ends)
    .sort()
    .reverse();
  const found = earlier.findLast((each) => each.quarter.ends === latest);
  return found ? { quarter: found.quarter, asAt: found.asAt, archive: found.archive } : null;
}

/**
 * Lists the packs in the ledger before this one was first built, and the drafts that count as releases, oldest first. A
 * draft begins nothing: a pack of the same quarter and day is held against it.
 */
export function listEarlierReleases(
  lines: readonly LedgerEvent[],
  quarter: Quarter,
  asAt: Day,
): (RecordedPack & { readonly isDraft: boolean })[] {
  const first = lines.findIndex(
    (line) => line.what === 'packed' && line.quarter === quarter.label && line.as_at === asAt,
  );
  return lines.slice(0, first < 0 ? lines.length : first).flatMap((line) => {
    if (line.what !== 'packed' && line.what !== 'drafted') return [];
    const parsed = parseQuarter(line.quarter);
    const isDraft = line.what === 'drafted';
    return parsed === null
      ? []
      : [{ quarter: parsed, asAt: line.as_at, archive: line.made ?? null, isDraft }];
  });
}
