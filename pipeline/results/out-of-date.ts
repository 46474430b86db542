// A store that something has come to → whether its last pack would print other figures now.
import type { Project } from '../config/project.js';
import { selectMeasures } from '../config/select-measures.js';
import type { Settings } from '../config/settings.js';
import { readLedgerEvents, type KnownDeliveries } from '../deliveries/ledger.js';
import { listReleases, sortByDay } from '../deliveries/previous-pack.js';
import { cellKey } from '../disclosure/released.js';
import type { Quarter } from '../domain/period.js';
import type { Value } from '../domain/value.js';
import { findNewDeliveries, listPriorDeliveries } from './previous-pack.js';
import { recountPack } from './recount-pack.js';

/**
 * The quarter of the newest pack, if what has come since would change a figure of it; null if not, or if there is none. Both
 * counts are as at the pack's own day and by the rules of today, so that nothing but what came can make a difference. For
 * the holder of the store's lock.
 */
export async function findOutOfDatePack(
  project: Project,
  settings: Settings,
  now: KnownDeliveries,
): Promise<Quarter | null> {
  const lines = readLedgerEvents(settings.deliveries);
  const pack = sortByDay(listReleases(lines).filter(({ isDraft }) => !isDraft)).at(-1);
  if (pack === undefined) return null;
  const then = listPriorDeliveries(lines, pack.line, pack.asAt);
  if (findNewDeliveries(now, then).length === 0) return null;
  const chosen = { project: selectMeasures(project, settings, pack.quarter), settings };
  const before = indexCounts((await recountPack(chosen, pack, then)).values);
  const after = indexCounts((await recountPack(chosen, pack, now)).values);
  return [...after].some(([key, counts]) => before.get(key) !== counts) ? pack.quarter : null;
}

function indexCounts(values: readonly Value[]): Map<string, string> {
  return new Map(
    values.map((value) => [
      cellKey(value),
      JSON.stringify([value.status, value.numerator, value.denominator]),
    ]),
  );
}
