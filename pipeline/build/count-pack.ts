// A warehouse → all that is counted and found for one pack.
import { bandsOf } from '../results/link-sensitivity.js';
import type { LinkSensitivity } from '../domain/link-sensitivity.js';
import { gradesOf, type Graded } from '../results/measure-grades.js';
import { readGroupNames, createLookup } from '../warehouse/lookups.js';
import type { KnownDeliveries } from '../deliveries/ledger.js';
import type { ReleaseNames } from '../deliveries/release-names.js';
import type { OpenWarehouse } from '../load/warehouse.js';
import { overlapsOf } from '../results/system-overlaps.js';
import { qualityFacts, type QualityFacts } from '../results/quality-facts.js';
import { recordFacts, type RecordFacts } from '../results/record-facts.js';
import { reconcile } from '../results/reconciliation.js';
import { resultsOf, type Results } from '../results/results.js';
import type { PackRequest } from '../config/pack-request.js';

/** All that one pack stands on. */
export interface PackFacts extends OtherFacts {
  readonly results: Results;
  readonly bands: readonly LinkSensitivity[];
  /** Every name that a measure, edition or group has or had, by which earlier releases are read. */
  readonly names: ReleaseNames;
}

/** What is found beside the measures. */
interface OtherFacts {
  readonly records: RecordFacts;
  readonly grades: ReadonlyMap<string, Graded>;
  readonly quality: QualityFacts;
  readonly reconciled: Awaited<ReturnType<typeof reconcile>>;
  readonly overlaps: Awaited<ReturnType<typeof overlapsOf>>;
}

/** Counts every measure, looks at the records that they are counted from, and closes the warehouse whatever happens. */
export async function countPack(
  warehouse: OpenWarehouse,
  request: PackRequest,
  known: KnownDeliveries,
): Promise<PackFacts> {
  const { project, settings, quarter, asOf } = request;
  try {
    const results = await resultsOf(warehouse, project, settings, quarter, asOf.asAt, known);
    // Bands are counted in a warehouse of their own, beside what else is asked of this one.
    const asked = [
      bandsOf(warehouse, project, results),
      findOtherFacts(warehouse, request, known, results),
    ] as const;
    await Promise.allSettled(asked);
    const [bands, found] = await Promise.all(asked);
    const groups = await readGroupNames(createLookup(warehouse, project.folder));
    return { results, bands, names: { ...project.names, groups }, ...found };
  } finally {
    warehouse.close();
  }
}

async function findOtherFacts(
  warehouse: OpenWarehouse,
  { project, settings, quarter, asOf: { asAt } }: PackRequest,
  known: KnownDeliveries,
  results: Results,
): Promise<OtherFacts> {
  const records = await recordFacts(warehouse, project, settings, known, { quarter, asAt });
  const grades = gradesOf(project, records);
  return {
    records,
    grades,
    quality: await qualityFacts(warehouse, project, settings, records, grades),
    reconciled: await reconcile(warehouse, project, results),
    overlaps: await overlapsOf(createLookup(warehouse, project.folder), settings.systems),
  };
}
