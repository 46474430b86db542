// The ledger and a pack about to be made → the pack before it, counted again, and what has come since.
import { join } from 'node:path';
import { isFromPartner } from '../contracts/contract.js';
import type { LedgerEvent } from '../deliveries/events.js';
import {
  findPreviousPack,
  type RecordedPack,
  type RecordedRelease,
} from '../deliveries/previous-pack.js';
import {
  listDeliveries,
  readLedgerEvents,
  selectPackDeliveries,
  traceNames,
  type KnownDeliveries,
  type LedgerEntry,
} from '../deliveries/ledger.js';
import { addDays, type Day } from '../domain/period.js';
import type { Value } from '../domain/value.js';
import {
  selectRecentDecisions,
  decisionsFile,
  readDecisions,
  type LinkDecision,
} from '../identity/decisions.js';
import type { PackRequest } from '../config/pack-request.js';
import type { Project } from '../config/project.js';
import { selectLinkedPartners } from './coverage.js';
import { recountPack } from './recount-pack.js';
import { readLineage } from '../warehouse/lineage.js';

/** What has come since a pack, for each measure: the same terms on the page of revised figures and in the list of them. */
export interface ChangesSince {
  /** The deliveries behind it. */
  readonly deliveries: ReadonlyMap<string, readonly LedgerEntry[]>;
  /** The last day on which a person decided on a link that it may rest on. */
  readonly decidedOn: ReadonlyMap<string, Day>;
}

/**
 * The last pack of an earlier quarter, or null, and its figures as they are counted today: none where nothing has come
 * since.
 */
export interface PreviousPack extends ChangesSince {
  readonly pack: RecordedPack | null;
  readonly values: readonly Value[];
}

/** Where nothing has come. */
export const NO_CHANGES: ChangesSince = { deliveries: new Map(), decidedOn: new Map() };

const NO_PREVIOUS_PACK: PreviousPack = { pack: null, values: [], ...NO_CHANGES };

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
  const { values } = await recountPack({ project, settings }, pack, known);
  return { pack, values, ...groupChanges(project, fresh, decisions) };
}

type RecountRequest = Pick<PackRequest, 'project' | 'settings' | 'quarter' | 'asOf'>;

/**
 * What a pack stands on that one before it did not. Of two packs of one day, what was received and decided on that day
 * may have come between them.
 */
export function findLaterChanges(
  { project, settings, asOf: { asAt } }: RecountRequest,
  { line, asAt: then }: Pick<RecordedRelease, 'line' | 'asAt'>,
  now: KnownDeliveries,
): ChangesSince {
  const lines = readLedgerEvents(settings.deliveries);
  const fresh = findNewDeliveries(now, listPriorDeliveries(lines, line, then));
  const all = readDecisions(decisionsFile(settings.deliveries));
  const since = then === asAt ? addDays(then, -1) : then;
  return groupChanges(project, fresh, selectRecentDecisions(all, since, asAt));
}

/** The deliveries that a pack stood on when it was built, under the names that their files have today. */
export function listPriorDeliveries(
  lines: readonly LedgerEvent[],
  line: number,
  asAt: Day,
): KnownDeliveries {
  const findCurrentName = traceNames(lines);
  const received = listDeliveries(lines.slice(0, line));
  return selectPackDeliveries(
    received.map((entry) => ({ ...entry, delivery: findCurrentName(entry.delivery) })),
    asAt,
  );
}

function groupChanges(
  { folder, contracts, measures }: Project,
  fresh: readonly LedgerEntry[],
  decisions: readonly LinkDecision[],
): ChangesSince {
  const lineage = readLineage(join(folder, 'queries'));
  const deliveries = new Map<string, LedgerEntry[]>();
  const decidedOn = new Map<string, Day>();
  for (const { declaration, sql } of measures) {
    const behind = lineage(sql);
    deliveries.set(
      declaration.id,
      fresh.filter(({ extract }) => behind.has(extract)),
    );
    const day = findLastDecision(
      decisions,
      selectLinkedPartners(contracts.filter(isFromPartner), behind),
    );
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
export function findNewDeliveries(now: KnownDeliveries, then: KnownDeliveries): LedgerEntry[] {
  const before = new Set([...then.values()].flat().map(({ delivery }) => delivery));
  return [...now.values()].flat().filter(({ delivery }) => !before.has(delivery));
}
