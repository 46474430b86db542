// Archived releases → the release history of an edition: what a pack is held against, and compared to.
import type { LedgerEvent } from '../deliveries/events.js';
import {
  isSameBuild,
  listReleases,
  selectPreviousQuarter,
  selectSameQuarter,
  sortByDay,
  type RecordedRelease,
} from '../deliveries/previous-pack.js';
import { readRelease } from '../deliveries/release-archive.js';
import type { Release } from '../deliveries/release-document.js';
import { renameRelease, type ReleaseNames, type Renamed } from '../deliveries/release-names.js';
import { requireKnownNames } from '../deliveries/unknown-names.js';
import { supplementsByPlace, type ReleasedSupplements } from '../disclosure/supplement-history.js';
import { readFigures, readSupplements } from '../disclosure/release-entries.js';
import type { PreviousReleases } from '../disclosure/released.js';
import type { ComparedRelease } from '../disclosure/revised-cells.js';
import { isSameRelease, type GivenRelease } from '../disclosure/same-release.js';
import type { Day, Quarter } from '../domain/period.js';

/** What an edition released before a pack was built. */
export interface ReleaseHistory {
  /** In every pack, oldest first. */
  readonly earlier: PreviousReleases;
  /** The last release of the same quarter, then the last of an earlier one: each where there is any. */
  readonly compared: readonly ComparedRelease[];
  /** What this same pack released before a child was erased; null where nobody has been erased since. */
  readonly own: PreviousReleases[number] | null;
  /** The supplements that each of these packs released. */
  readonly supplements: readonly ReleasedSupplements[];
  /** What this same pack gave when it was built with this history; null for one that is not built yet. */
  readonly given: GivenRelease | null;
  /** Of each release whose counts are archived too, what was counted and what it printed; oldest first. */
  readonly audited: readonly AuditedRelease[];
}

/** What an edition of a release printed and hid, and what was counted: an edition of the same release that hid nothing. */
export interface AuditedRelease {
  readonly counted: PreviousReleases[number];
  readonly printed: PreviousReleases[number];
}

/** The history of an edition that has released nothing. */
export const NO_RELEASES: ReleaseHistory = {
  ...{ earlier: [], compared: [], own: null, supplements: [], given: null },
  audited: [],
};

/** Every release in a store, as archived, for a pack about to be built. */
interface ArchivedReleases {
  readonly store: string;
  readonly quarter: Quarter;
  readonly asAt: Day;
  readonly recorded: readonly RecordedRelease[];
  /** By the file that each is kept in. */
  readonly releases: ReadonlyMap<string, Release>;
  /** How many lines of the ledger come before the last erasure; 0 where nobody was erased. */
  readonly erased: number;
}

/** Reads what every pack in the ledger gave. Throws `Stopped` where one cannot be read. */
export function readEarlierPacks(
  store: string,
  lines: readonly LedgerEvent[],
  quarter: Quarter,
  asAt: Day,
): ArchivedReleases {
  const recorded = listReleases(lines);
  const files = new Set(recorded.flatMap(({ archive }) => archive ?? []));
  const releases = new Map([...files].map((file) => [file, readRelease(store, file)]));
  const erased = Math.max(
    lines.findLastIndex(({ what }) => what === 'erased'),
    0,
  );
  return { store, quarter, asAt, recorded, releases, erased };
}

/**
 * The histories that a pack of an edition may have, by the names of today: that of its last build, where there is any,
 * and that of a new release. A pack that still gives what that build gave is that release, and takes the first; so it
 * comes out the same, whatever was released since. One that gives anything else is a revision, held against and compared
 * to what it gave before. Throws `Stopped` where a pack gave something under a name that nothing has, or says that it had.
 */
export function buildReleaseHistory(
  archived: ArchivedReleases,
  names: ReleaseNames,
): (edition: string) => readonly ReleaseHistory[] {
  const renamed = new Map(
    [...archived.releases].map(([file, release]) => [file, renameRelease(release, names)]),
  );
  requireKnownNames(archived.store, renamed);
  return (edition) => {
    const releases = selectEdition(archived.recorded, renamed, edition);
    const built = findLastBuild(releases, archived);
    const everything = listHistory(releases, archived, Infinity, null);
    if (built === null) return [everything];
    return [listHistory(releases, archived, built.line, built.given), everything];
  };
}

/** A release that holds the edition, and what the edition gave in it; nothing where an earlier version kept no archive. */
interface EditionRelease {
  readonly release: RecordedRelease;
  readonly given: readonly GivenRelease[];
  readonly audited: readonly AuditedRelease[];
}

function selectEdition(
  recorded: readonly RecordedRelease[],
  renamed: ReadonlyMap<string, Renamed>,
  edition: string,
): EditionRelease[] {
  return recorded.flatMap((release) => {
    if (release.archive === null) return [{ release, given: [], audited: [] }];
    const archived = renamed.get(release.archive)?.releases ?? [];
    const given = archived.flatMap((each) => {
      const figures = readFigures(each, edition);
      return figures ? [{ figures, supplements: readSupplements(each, edition) ?? [] }] : [];
    });
    const audited = archived.flatMap((each) => pairCounts(each, edition));
    return given.length > 0 ? [{ release, given, audited }] : [];
  });
}

/** An edition beside the counts behind it; nothing where no edition of the release shows them all. */
export function pairCounts(release: Release, edition: string): AuditedRelease[] {
  const open = release.find(({ figures }) => figures.every(({ status }) => status === 'shown'));
  const counted = open ? readFigures(release, open.edition) : null;
  const printed = readFigures(release, edition);
  return counted && printed ? [{ counted, printed }] : [];
}

/**
 * The last build of this pack: what it gave, and the line of the first of the builds in a row that gave the same. Null
 * where it was never built.
 */
function findLastBuild(
  releases: readonly EditionRelease[],
  about: Pick<ArchivedReleases, 'quarter' | 'asAt'>,
): { line: number; given: GivenRelease | null } | null {
  const builds = releases.filter(({ release }) => isSameBuild(release, about));
  const last = builds.at(-1);
  if (last === undefined) return null;
  const given = last.given.at(-1) ?? null;
  const gaveOther = builds.findLastIndex((build) => !gaveSame(build, given));
  return { line: builds[gaveOther + 1]?.release.line ?? last.release.line, given };
}

function gaveSame(build: EditionRelease, given: GivenRelease | null): boolean {
  const own = build.given.at(-1) ?? null;
  if (own === null || given === null) return own === given;
  return isSameRelease(given, own) && isSameRelease(own, given);
}

/** What was released before a line of the ledger. */
function listHistory(
  all: readonly EditionRelease[],
  { quarter, asAt, erased }: ArchivedReleases,
  before: number,
  given: GivenRelease | null,
): ReleaseHistory {
  const byRelease = new Map(all.map((each) => [each.release, each]));
  const known = all.filter(({ release }) => release.line < before);
  const kept = known.filter((each) => each.given.length > 0).map(({ release }) => release);
  const compare = (pack: RecordedRelease | null, isSameQuarter: boolean): ComparedRelease[] => {
    const cells = pack && byRelease.get(pack)?.given.at(-1)?.figures;
    return pack && cells ? [{ pack, isSameQuarter, cells }] : [];
  };
  const own = all.findLast(
    ({ release }) => release.line < erased && isSameBuild(release, { quarter, asAt }),
  );
  const ordered = keepLastOfEach(sortByDay(kept)).flatMap((each) => byRelease.get(each) ?? []);
  const withOwn = own && !ordered.includes(own) ? [...ordered, own] : ordered;
  return {
    earlier: ordered.flatMap((each) => each.given.map(({ figures }) => figures)),
    compared: [
      ...compare(selectSameQuarter(kept, { quarter, asAt }), true),
      ...compare(selectPreviousQuarter(kept, { quarter, asAt }), false),
    ],
    own: own?.given.at(-1)?.figures ?? null,
    supplements: withOwn.flatMap((each) =>
      each.given.map(({ supplements }) => supplementsByPlace(supplements)),
    ),
    given,
    audited: ordered.flatMap(({ audited }) => audited),
  };
}

/** Two packs that gave the same are in one file: the later of them stands for both. */
function keepLastOfEach(releases: readonly RecordedRelease[]): RecordedRelease[] {
  const last = new Map(releases.map((each) => [each.archive, each]));
  return releases.filter((each) => last.get(each.archive) === each);
}
