// What was received → all that is counted and found for one pack, of a warehouse that is built, asked and closed.
import { bandsOf } from '../results/link-sensitivity.js';
import type { Band } from '../domain/link-sensitivity.js';
import { gradesOf, type Graded } from '../results/measure-grades.js';
import type { MadeLink } from '../identity/links-as-at.js';
import type { ReleaseNames } from '../deliveries/release-names.js';
import { groupNames, lookupOn } from '../warehouse/lookups.js';
import { openWarehouse, type OpenWarehouse } from '../load/warehouse.js';
import { overlapsOf } from '../results/system-overlaps.js';
import {
  qualityFacts,
  recordFacts,
  type QualityFacts,
  type RecordFacts,
} from '../results/quality-facts.js';
import type { Received } from '../ingest/receive.js';
import { reconcile } from '../results/reconciliation.js';
import { resultsOf, type Results } from '../results/results.js';
import type { PackRequest, Tell } from '../build-pack.js';

/** All that one pack stands on. */
export interface Counted extends Found {
  readonly results: Results;
  readonly bands: readonly Band[];
  /** Links that this pack is the first to be made with. */
  readonly fresh: readonly MadeLink[];
}

/** What is found beside the measures. */
interface Found {
  readonly records: RecordFacts;
  readonly grades: ReadonlyMap<string, Graded>;
  readonly quality: QualityFacts;
  readonly reconciled: Awaited<ReturnType<typeof reconcile>>;
  readonly overlaps: Awaited<ReturnType<typeof overlapsOf>>;
}

/** Counts and looks; `show` is given the results, and every name that a group has or had, as soon as there are any. */
export async function countAll(
  request: PackRequest,
  received: Received,
  show: (results: Results, groups: ReleaseNames['groups']) => void,
  tell: Tell,
): Promise<Counted> {
  const { project, settings, quarter, asAt } = request;
  tell('building the warehouse');
  const warehouse = await openWarehouse(project, settings, received, asAt);
  try {
    tell('counting the measures');
    const results = await resultsOf(warehouse, project, settings, quarter, asAt, received.known);
    show(results, await groupNames(lookupOn(warehouse, project.folder)));
    // Bands are counted in a warehouse of their own, beside what else is asked of this one.
    const asked = [
      bandsOf(warehouse, project, results),
      lookBeside(warehouse, request, received, results),
    ] as const;
    await Promise.allSettled(asked);
    const [bands, found] = await Promise.all(asked);
    return { results, bands, ...found, fresh: warehouse.linking.fresh };
  } finally {
    warehouse.close();
  }
}

async function lookBeside(
  warehouse: OpenWarehouse,
  request: PackRequest,
  { known }: Received,
  results: Results,
): Promise<Found> {
  const { project, settings } = request;
  const records = await recordFacts(warehouse, project, settings, known, request);
  const grades = gradesOf(project, records);
  return {
    records,
    grades,
    quality: await qualityFacts(warehouse, project, settings, records, grades),
    reconciled: await reconcile(warehouse, project, results),
    overlaps: await overlapsOf(lookupOn(warehouse, project.folder), settings.systems),
  };
}
