// A pack of before and the deliveries it is to rest on → what it would have counted, by the rules of today.
import type { PackRequest } from '../config/pack-request.js';
import type { RecordedPack } from '../deliveries/previous-pack.js';
import type { KnownDeliveries } from '../deliveries/ledger.js';
import { openWarehouse } from '../load/warehouse.js';
import { countResults, type Results } from './results.js';

/** Counts a pack as at its own day from these deliveries. For the holder of the store's lock: the warehouse is built anew. */
export async function recountPack(
  { project, settings }: Pick<PackRequest, 'project' | 'settings'>,
  { quarter, asAt }: Pick<RecordedPack, 'quarter' | 'asAt'>,
  known: KnownDeliveries,
): Promise<Results> {
  const warehouse = await openWarehouse(project, settings, { known }, asAt);
  try {
    return await countResults(warehouse, project, settings, quarter, asAt, known);
  } finally {
    warehouse.close();
  }
}
