// A warehouse → all that is counted and found for one pack.
import { measureAnswerRanges } from '../results/answer-ranges.js';
import { measureLinkSensitivity } from '../results/link-sensitivity.js';
import type { LinkSensitivity } from '../domain/link-sensitivity.js';
import { gradeMeasures, type MeasureGrades } from '../results/measure-grades.js';
import { readGroupNames, createLookup } from '../warehouse/lookups.js';
import type { KnownDeliveries } from '../deliveries/ledger.js';
import type { ReleaseNames } from '../deliveries/release-names.js';
import type { OpenWarehouse } from '../load/warehouse.js';
import { findSystemOverlaps } from '../results/system-overlaps.js';
import { collectQualityFacts, type QualityFacts } from '../results/quality-facts.js';
import { collectRecordFacts, type RecordFacts } from '../results/record-facts.js';
import { findReceiptReach } from '../results/extract-reach.js';
import { reconcile } from '../results/reconciliation.js';
import { countResults, type Results } from '../results/results.js';
import type { PackRequest } from '../config/pack-request.js';

/** All facts that one pack is made from. */
export interface PackFacts extends OtherFacts {
  readonly results: Results;
  readonly linkSensitivities: readonly LinkSensitivity[];
  /** How far blank answers could move the measures that take them for a no. */
  readonly answerRanges: readonly LinkSensitivity[];
  /** Every name that a measure, edition or group has or had, by which earlier releases are read. */
  readonly names: ReleaseNames;
}

/** Facts about the records and the data, apart from the measures. */
interface OtherFacts {
  readonly records: RecordFacts;
  readonly grades: MeasureGrades;
  readonly quality: QualityFacts;
  readonly reconciled: Awaited<ReturnType<typeof reconcile>>;
  readonly overlaps: Awaited<ReturnType<typeof findSystemOverlaps>>;
}

/** Counts every measure, looks at the records that they are counted from, and closes the warehouse whatever happens. */
export async function countPack(
  warehouse: OpenWarehouse,
  request: PackRequest,
  known: KnownDeliveries,
): Promise<PackFacts> {
  const { project, settings, quarter, asOf } = request;
  try {
    const results = await countResults(warehouse, project, settings, quarter, asOf.asAt, known);
    // Link sensitivity is counted in a warehouse of its own, so both can run at once.
    const ranging = measureAnswerRanges(warehouse, project.measures, results.values);
    const counting = [
      measureLinkSensitivity(warehouse, project, results),
      findOtherFacts(warehouse, request, known, results, ranging),
      ranging,
    ] as const;
    await Promise.allSettled(counting);
    const [linkSensitivities, found, answerRanges] = await Promise.all(counting);
    const groups = await readGroupNames(createLookup(warehouse, project.folder));
    return {
      results,
      linkSensitivities,
      answerRanges,
      names: { ...project.names, groups },
      ...found,
    };
  } finally {
    warehouse.close();
  }
}

async function findOtherFacts(
  warehouse: OpenWarehouse,
  { project, settings, quarter, asOf: { asAt }, editions }: PackRequest,
  known: KnownDeliveries,
  results: Results,
  ranging: Promise<readonly LinkSensitivity[]>,
): Promise<OtherFacts> {
  const records = await collectRecordFacts(warehouse, project, settings, known, { quarter, asAt });
  const thresholds = [0, ...editions.map(({ hide_below }) => hide_below)];
  const grades = gradeMeasures(project, records, await ranging, thresholds);
  return {
    records,
    grades,
    quality: await collectQualityFacts(
      warehouse,
      project,
      settings,
      records,
      grades.get(0) ?? new Map(),
      (extract) => findReceiptReach(extract, results.reaches, results.covers.to, quarter),
      results.unshown,
    ),
    reconciled: await reconcile(warehouse, project, results),
    overlaps: await findSystemOverlaps(createLookup(warehouse, project.folder), settings.systems),
  };
}
