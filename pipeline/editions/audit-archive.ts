// The ledger and the archive of releases → the full audit of one release of an edition, with all before it.
import type { LedgerEvent } from '../deliveries/events.js';
import { readRelease } from '../deliveries/release-archive.js';
import { renameRelease, type ReleaseNames } from '../deliveries/release-names.js';
import type { ReleaseAudit } from '../disclosure/audit/protect.js';
import { chooseStandard, type Edition } from '../disclosure/edition.js';
import type { RelationsByMeasure } from '../disclosure/relations.js';
import { registerRelease } from './audit-edition.js';
import { pairCounts } from './previous-releases.js';

/** A release in the ledger. */
type ReleaseEvent = Extract<LedgerEvent, { what: 'packed' | 'drafted' }>;

/** What is to be audited, and what of it cannot be. */
export interface ArchiveAudit extends ReleaseAudit {
  readonly release: ReleaseEvent;
  /** How many earlier releases have no edition beside them that shows every count: nothing is known of their truth. */
  readonly unaudited: number;
}

/**
 * The last release of an edition, of a quarter if one is named, with every release of it before, oldest first; null where
 * there is none, or where its counts are not archived beside it. Throws `Stopped` where an archive cannot be read.
 */
export function findArchiveAudit(
  store: string,
  events: readonly LedgerEvent[],
  { edition, quarter }: { readonly edition: Edition; readonly quarter: string | null },
  { relations, names }: { readonly relations: RelationsByMeasure; readonly names: ReleaseNames },
): ArchiveAudit | null {
  const released = events.filter(
    (event): event is ReleaseEvent =>
      (event.what === 'packed' || event.what === 'drafted') &&
      event.made !== undefined &&
      event.editions.includes(edition.name),
  );
  const last = released.findLastIndex((event) => quarter === null || event.quarter === quarter);
  const release = released[last];
  if (release === undefined) return null;
  const archives = [...new Set(released.slice(0, last + 1).map(({ made }) => made as string))];
  const newest = release.made as string;
  const ordered = [...archives.filter((archive) => archive !== newest), newest];
  const read = ordered.map((archive) =>
    renameRelease(readRelease(store, archive), names).releases.flatMap((each) =>
      pairCounts(each, edition.name),
    ),
  );
  if (read.at(-1)?.length === 0) return null;
  return {
    release,
    releases: read.flat().map((release) => registerRelease(release)),
    unaudited: read.filter((pairs) => pairs.length === 0).length,
    relations,
    hideBelow: edition.hide_below,
    standard: chooseStandard(edition),
  };
}
