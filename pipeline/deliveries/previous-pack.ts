// The ledger and a pack about to be built → the packs and drafts that its readers may have from before.
import { parseQuarter, type Day, type Quarter } from '../domain/period.js';
import type { LedgerEvent } from './events.js';

/** A pack in the ledger: its quarter, and the day it was built as at. */
export interface RecordedPack {
  readonly quarter: Quarter;
  readonly asAt: Day;
  /** Name of its release archive; null for a pack of an earlier version. */
  readonly archive: string | null;
}

/** A pack, or a draft that counts as a release, and how many lines of the ledger come before it. */
export interface RecordedRelease extends RecordedPack {
  readonly isDraft: boolean;
  readonly line: number;
}

/** A pack about to be built. */
interface AboutToBuild {
  readonly quarter: Quarter;
  readonly asAt: Day;
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
  const first = listReleases(lines).find((each) => isSameBuild(each, { quarter, asAt }));
  const before = listReleases(lines).filter(({ line }) => line < (first?.line ?? lines.length));
  const found = selectPreviousQuarter(before, { quarter, asAt });
  return found ? { quarter: found.quarter, asAt: found.asAt, archive: found.archive } : null;
}

/** Lists every pack in the ledger, and the drafts that count as releases, in the order they were built. */
export function listReleases(lines: readonly LedgerEvent[]): RecordedRelease[] {
  return lines.flatMap((event, line) => {
    if (event.what !== 'packed' && event.what !== 'drafted') return [];
    const quarter = parseQuarter(event.quarter);
    if (quarter === null) return [];
    const isDraft = event.what === 'drafted';
    return [{ quarter, asAt: event.as_at, archive: event.made ?? null, isDraft, line }];
  });
}

/** Whether a pack is of the same quarter and day as one about to be built; a draft never is. */
export function isSameBuild(
  { quarter, asAt, isDraft }: RecordedRelease,
  about: AboutToBuild,
): boolean {
  return !isDraft && quarter.label === about.quarter.label && asAt === about.asAt;
}

/** The packs of the latest earlier quarter: the one that knew most. Null where there is none. */
export function selectPreviousQuarter(
  releases: readonly RecordedRelease[],
  { quarter, asAt }: AboutToBuild,
): RecordedRelease | null {
  const earlier = releases.filter(
    (each) => !each.isDraft && each.quarter.ends < quarter.ends && each.asAt < asAt,
  );
  const ends = earlier.map((each) => each.quarter.ends).sort();
  return selectNewest(earlier.filter((each) => each.quarter.ends === ends.at(-1)));
}

/** Of the packs of the same quarter that knew no more than this one will, the one that knew most. Null where there is none. */
export function selectSameQuarter(
  releases: readonly RecordedRelease[],
  { quarter, asAt }: AboutToBuild,
): RecordedRelease | null {
  return selectNewest(
    releases.filter(
      (each) => !each.isDraft && each.quarter.label === quarter.label && each.asAt <= asAt,
    ),
  );
}

/** Sorts releases by what they knew, and those of one day by when they were built. */
export function sortByDay(releases: readonly RecordedRelease[]): RecordedRelease[] {
  return [...releases].sort((one, other) =>
    one.asAt === other.asAt ? one.line - other.line : one.asAt < other.asAt ? -1 : 1,
  );
}

function selectNewest(releases: readonly RecordedRelease[]): RecordedRelease | null {
  return sortByDay(releases).at(-1) ?? null;
}
