// Archived releases → the release history of an edition, used to protect a later pack against differencing.
import type { LedgerEvent } from '../deliveries/events.js';
import { findPreviousPack, listEarlierReleases } from '../deliveries/previous-pack.js';
import { readRelease } from '../deliveries/release-archive.js';
import type { Release } from '../deliveries/release-document.js';
import { renameRelease, type ReleaseNames } from '../deliveries/release-names.js';
import { requireKnownNames } from '../deliveries/unknown-names.js';
import { supplementsByPlace, type ReleasedSupplements } from '../disclosure/supplement-history.js';
import { readFigures, readSupplements } from '../disclosure/release-entries.js';
import type { PreviousReleases } from '../disclosure/released.js';
import type { Day, Quarter } from '../domain/period.js';

/** What an edition released before: in every pack, oldest first, and in the last pack of an earlier quarter. */
export interface ReleaseHistory {
  readonly earlier: PreviousReleases;
  readonly last: PreviousReleases[number] | null;
  /** What this same pack released before a child was erased; null where nobody has been erased since. */
  readonly own: PreviousReleases[number] | null;
  /** The supplements that each of these packs released. */
  readonly supplements: readonly ReleasedSupplements[];
}

/** The history of an edition that has released nothing. */
export const NO_RELEASES: ReleaseHistory = { earlier: [], last: null, own: null, supplements: [] };

/** Packs made before this one, as archived. */
interface EarlierPacks {
  readonly store: string;
  /** By the file that each is kept in. */
  readonly releases: ReadonlyMap<string, Release>;
  /** The files of all that were made before, oldest first; two packs that gave the same are in one. */
  readonly earlier: readonly string[];
  /** The files of the last pack of an earlier quarter, and of this very pack before an erasure; null where there is none. */
  readonly last: string | null;
  readonly own: string | null;
}

/** Reads what every pack made before this one gave. Throws `Stopped` where one cannot be read. */
export function readEarlierPacks(
  store: string,
  lines: readonly LedgerEvent[],
  quarter: Quarter,
  asAt: Day,
): EarlierPacks {
  const made = listEarlierReleases(lines, quarter, asAt).flatMap((each) => each.archive ?? []);
  const earlier = [...new Set(made)];
  const own = madeBeforeErasure(lines, quarter, asAt);
  const files = new Set([...earlier, ...(own === null ? [] : [own])]);
  const releases = new Map([...files].map((file) => [file, readRelease(store, file)]));
  return {
    store,
    releases,
    earlier,
    last: findPreviousPack(lines, quarter, asAt)?.archive ?? null,
    own,
  };
}

/**
 * What they gave, by edition, under the names of today. Throws `Stopped` where one gave something under a name that
 * nothing has, or says that it had: what is shown now could not be held against it.
 */
export function buildReleaseHistory(
  { store, releases, earlier, last, own }: EarlierPacks,
  names: ReleaseNames,
): (edition: string) => ReleaseHistory {
  const renamed = new Map(
    [...releases].map(([file, release]) => [file, renameRelease(release, names)]),
  );
  requireKnownNames(store, renamed);
  const selectReleases = (file: string): readonly Release[] => renamed.get(file)?.releases ?? [];
  const readLatestFigures = (
    file: string | null,
    edition: string,
  ): PreviousReleases[number] | null => {
    const release = file === null ? undefined : selectReleases(file).at(-1);
    return release ? readFigures(release, edition) : null;
  };
  return (edition) => ({
    earlier: earlier
      .flatMap(selectReleases)
      .flatMap((release) => readFigures(release, edition) ?? []),
    last: readLatestFigures(last, edition),
    own: readLatestFigures(own, edition),
    supplements: [...renamed.keys()].flatMap(selectReleases).flatMap((release) => {
      const released = readSupplements(release, edition);
      return released ? [supplementsByPlace(released)] : [];
    }),
  });
}

/** The file that remembers what a pack gave before somebody was erased from what it stood on; null where nobody was. */
function madeBeforeErasure(
  lines: readonly LedgerEvent[],
  quarter: Quarter,
  asAt: Day,
): string | null {
  const erased = lines.findLastIndex(({ what }) => what === 'erased');
  const made = lines.findLast(
    (line, at) =>
      at < erased &&
      line.what === 'packed' &&
      line.quarter === quarter.label &&
      line.as_at === asAt,
  );
  return made?.what === 'packed' ? (made.made ?? null) : null;
}
