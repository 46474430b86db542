// The ledger and a pack about to be made → the pack before it, counted again, and what has come since.
import { join } from 'node:path';
import { findPreviousPack, type RecordedPack } from '../deliveries/previous-pack.js';
import {
  listDeliveries,
  readLedgerEvents,
  selectPackDeliveries,
  type KnownDeliveries,
  type LedgerEntry,
} from '../deliveries/ledger.js';
import type { Day } from '../domain/period.js';
import type { Value } from '../domain/value.js';
import {
  selectRecentDecisions,
  decisionsFile,
  readDecisions,
  type LinkDecision,
} from '../identity/decisions.js';
import { openWarehouse } from '../load/warehouse.js';
import type { PackRequest } from '../config/pack-request.js';
import type { Project } from '../config/project.js';
import { selectLinkedPartners } from './coverage.js';
import { countResults } from './results.js';
import { readLineage } from '../warehouse/lineage.js';

/**
 * The last pack of an earlier quarter, or null, and for each measure what has come since: the deliveries behind it, and
 * the last day on which a person decided on a link that it may rest on.
 */
export interface ChangesSince {
  readonly pack: RecordedPack | null;
  readonly deliveries: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly decidedOn: ReadonlyMap<string, Day>;
}

/** The same, and the figures of that pack as they are counted today: none where nothing has come since. */
export interface PreviousPack extends ChangesSince {
  readonly values: readonly Value[];
}

/** Where no pack was made before. */
export const NO_PREVIOUS_PACK: PreviousPack = {
  ...{ pack: null, values: [], deliveries: new Map(), decidedOn: new Map() },
};

/**
 * Counts the last pack again, of what was known on its day and by the rules of today, so that only what was delivered,
 * or decided of links, can make a difference. For the holder of the store's lock.
 */
export async function recountPreviousPack(
  { project, settings, quarter, asOf: { asAt } }: RecountRequest,
  now: KnownDeliveries,
): Promise<PreviousPack> {
  const lines = readLedgerEvents(settings.deliveries);
  const pack = findPreviousPack(lines, quarter, asAt);
  if (pack === null) return NO_PREVIOUS_PACK;
  const known = selectPackDeliveries(listDeliveries(lines), pack.asAt);
  const fresh = findNewDeliveries(now, known);
  const all = readDecisions(decisionsFile(settings.deliveries));
  const decisions = selectRecentDecisions(all, pack.asAt, asAt);
  if (fresh.length === 0 && decisions.length === 0) return { ...NO_PREVIOUS_PACK, pack };
  const warehouse = await openWarehouse(project, settings, { known }, pack.asAt);
  try {
    const counted = await countResults(
      warehouse,
      project,
      settings,
      pack.quarter,
      pack.asAt,
      known,
    );
    return { pack, values: counted.values, ...groupChanges(project, fresh, decisions) };
  } finally {
    warehouse.close();
  }
}

type RecountRequest = Pick<PackRequest, 'project' | 'settings' | 'quarter' | 'asOf'>;

function groupChanges(
  { folder, contracts, measures }: Project,
  fresh: readonly LedgerEntry[],
  decisions: readonly LinkDecision[],
): Pick<ChangesSince, 'deliveries' | 'decidedOn'> {
  const lineage = readLineage(join(folder, 'queries'));
  const deliveries = new Map<string, LedgerEntry[]>();
  const decidedOn = new Map<string, Day>();
  for (const { declaration, sql } of measures) {
    const behind = lineage(sql);
    deliveries.set(
      declaration.id,
      fresh.filter(({ extract }) => behind.has(extract)),
    );
    const day = findLastDecision(decisions, selectLinkedPartners(contracts, behind));
    if (day !== undefined) decidedOn.set(declaration.id, day);
  }
  return { deliveries, decidedOn };
}

/** The last day on which a link to one of some partners was decided. */
function findLastDecision(
  decisions: readonly LinkDecision[],
  sources: ReadonlySet<string>,
): Day | undefined {
  const own = decisions.filter(({ source }) => sources.has(source));
  return own
    .map(({ decided_on }) => decided_on)
    .sort()
    .at(-1);
}

/** Deliveries that this pack stands on and the last one did not. */
function findNewDeliveries(now: KnownDeliveries, then: KnownDeliveries): LedgerEntry[] {
  const before = new Set([...then.values()].flat().map(({ delivery }) => delivery));
  return [...now.values()].flat().filter(({ delivery }) => !before.has(delivery));
}
