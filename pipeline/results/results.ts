// An open warehouse → every value of a pack, before anyone has decided who may see it.
import { join } from 'node:path';
import type { Connection } from '../warehouse/connection.js';
import { readLineage } from '../warehouse/lineage.js';
import { mapInParallel } from '../warehouse/parallel-connections.js';
import { createLookup, readGroupNames, readPublishedFigures } from '../warehouse/lookups.js';
import { type Day, type Quarter } from '../domain/period.js';
import type { PublishedFigure } from '../domain/published.js';
import type { Curve } from '../domain/curve.js';
import type { Supplement } from '../domain/supplement.js';
import type { Value } from '../domain/value.js';
import { countMeasure, type Count, type Measure } from '../measures/count.js';
import {
  countsIndependently,
  rateScale,
  chooseUnit,
  type Declaration,
} from '../measures/declaration.js';
import { listWindows, type MeasuredWindow } from '../measures/windows.js';
import type { Project } from '../config/project.js';
import { countQuarters } from './quarterly-series.js';
import type { KnownDeliveries } from '../deliveries/ledger.js';
import type { Settings } from '../config/settings.js';
import { findCoverage } from './coverage.js';
import type { ExtractReach } from './extract-reach.js';
import { findPopulations } from './measure-populations.js';
import { findCovered } from './covered-days.js';
import { chooseLinkNote, qualifyValues, readLinkedShares } from './linked-shares.js';
import { findAbsentExtracts, findMissingReason, markMissing } from './missing-data.js';
import { buildComparators } from '../statistics/comparators.js';
import { adjustVerdicts } from '../statistics/relative-family.js';
import { OVERLAP_BREAKDOWNS } from '../statistics/overlap.js';
import { isServiceBreakdown } from '../statistics/services.js';
import {
  findUnshownFigures,
  placeFigures,
  type CountedMeasure,
  type UnshownFigure,
} from '../statistics/place-published.js';
import { buildCurve, DAYS_FOLLOWED } from '../statistics/survival-curve.js';
import { addSecondRates } from '../statistics/second-rates.js';
import { buildSupplement } from '../statistics/supplements.js';
import { buildValues } from '../statistics/values.js';

/** All that was counted for one pack. */
export interface Results {
  readonly values: readonly Value[];
  /**
   * Every quarter by itself since the records began, of the measures that chart them, and the newest of those that give
   * it beside their twelve months.
   */
  readonly quarters: readonly Value[];
  /** How long children went without what is counted, of the measures that follow them: the newest window. */
  readonly curves: readonly Curve[];
  /** Supplementary statistics of the measures that have them: the newest window. */
  readonly supplements: readonly Supplement[];
  readonly published: readonly PublishedFigure[];
  /** Published figures that stand beside none of ours, each with the reason. */
  readonly unshown: readonly UnshownFigure[];
  /** Populations that rates stand on, each once. */
  readonly populations: readonly Population[];
  /** The days between which the extracts hold every record. */
  readonly covers: { readonly from: Day; readonly to: Day };
  /** How far each extract reaches that a measure counts from. */
  readonly reaches: readonly ExtractReach[];
}

type Population = { readonly year: number; readonly source: string };

/** What was counted of one measure. */
interface MeasureResults {
  readonly values: readonly Value[];
  readonly curve: Curve | null;
  readonly supplement: Supplement | null;
  readonly populations: readonly Population[];
}

/**
 * Counts every measure in its windows, estimates, and sets published figures beside ours. A measure that counts from an
 * extract that never came has no data, nor does one for the time before a partner began to send: an absent extract is
 * not a count of zero, and neither is one whose people are linked to none of our children.
 */
export async function countResults(
  connection: Connection,
  project: Project,
  settings: Settings,
  quarter: Quarter,
  asAt: Day,
  known: KnownDeliveries,
): Promise<Results> {
  const lookup = createLookup(connection, project.folder);
  const published = await readPublishedFigures(lookup);
  const groups = await readGroupNames(lookup);
  const absent = findAbsentExtracts(project, known);
  const lineage = readLineage(join(project.folder, 'queries'));
  const at = { quarter, asAt };
  const shares = await readLinkedShares(lookup, settings.whole_lists);
  const { covers, reaches, begins } = await findCovered(connection, project, settings, known, at);
  const measured = await mapInParallel(connection, project.measures, async (own, measure) => {
    const extracts = lineage(measure.sql);
    const note = chooseLinkNote(measure.declaration, extracts, shares, project.confidence.links);
    const missing = await findMissingReason(own, measure, extracts, absent, note);
    const covered = { ...at, covers: findCoverage(extracts, begins, covers, reaches) };
    const counted = markMissing(listWindows(measure.declaration, covered), missing);
    const found = await countValues(own, project.folder, measure, counted, settings.service.en);
    const ours = qualifyValues(found.values, note);
    const declared = { declaration: measure.declaration, ours };
    const values = [...ours, ...compareWithPublished(declared, published, groups)];
    return { ...found, ...declared, measure, extracts, covered, missing, values };
  });
  const present = measured.filter(({ missing }) => missing === null);
  const values = measured.flatMap((each) => each.values);
  return {
    values: adjustVerdicts(values, selectTestFamily(project)),
    quarters: await countQuarters(connection, present, settings.service.en),
    ...collectSupplements(measured),
    published,
    unshown: findUnshownFigures(measured, published, groups),
    covers,
    reaches: reaches.filter(({ extract }) => present.some(({ extracts }) => extracts.has(extract))),
  };
}

/** The published figures that stand beside a measure's own, as values. */
function compareWithPublished(
  counted: CountedMeasure,
  published: readonly PublishedFigure[],
  groups: Awaited<ReturnType<typeof readGroupNames>>,
): Value[] {
  const { declaration, ours } = counted;
  const placed = placeFigures(counted, published, groups);
  return buildComparators(declaration, rateScale(declaration), ours, placed);
}

/** The curves and supplements of the measures that have them, and the populations of all. */
function collectSupplements(
  measured: readonly MeasureResults[],
): Pick<Results, 'curves' | 'supplements' | 'populations'> {
  return {
    curves: measured.flatMap(({ curve }) => (curve ? [curve] : [])),
    supplements: measured.flatMap(({ supplement }) => (supplement ? [supplement] : [])),
    populations: removeDuplicates(measured.flatMap(({ populations }) => populations)),
  };
}

function removeDuplicates(populations: readonly Population[]): Population[] {
  return [...new Map(populations.map((each) => [JSON.stringify(each), each])).values()];
}

/** The measures whose comparisons stand side by side on one page, and so are one family of tests. */
function selectTestFamily({ measures }: Project): Map<string, Declaration> {
  const declarations = measures.map(({ declaration }) => declaration);
  return new Map(
    declarations
      .filter(({ chart }) => chart === 'decisions' || chart === 'decision')
      .map((declaration) => [declaration.id, declaration]),
  );
}

async function countValues(
  connection: Connection,
  folder: string,
  measure: Measure,
  windows: readonly MeasuredWindow[],
  serviceName: string,
): Promise<MeasureResults> {
  const { declaration } = measure;
  const counted = await countMeasure(connection, measure, windows);
  const counts = counted.filter(({ breakdown }) => !isIntermediate(breakdown));
  const on = await findPopulations(createLookup(connection, folder), declaration, counts);
  const values = buildValues({
    declaration,
    unit: chooseUnit(declaration),
    per: rateScale(declaration),
    serviceName,
    windows,
    counts,
    denominatorSource: on.nameFirst,
  });
  const both = addSecondRates(values, {
    declaration,
    counts,
    per: rateScale(declaration),
    independent: countsIndependently(declaration),
    findSecond: on.findSecond,
  });
  return { values: both, populations: on.used, ...buildSupplements(declaration, windows, counted) };
}

function buildSupplements(
  declaration: Declaration,
  windows: readonly MeasuredWindow[],
  counted: readonly Count[],
): Pick<MeasureResults, 'curve' | 'supplement'> {
  const newest = windows.findLast(({ status }) => status === 'known');
  const follows = declaration.chart === 'survival' && newest !== undefined;
  const curve = follows ? buildCurve(declaration.id, newest, counted) : null;
  return { curve, supplement: buildSupplement(declaration, windows, counted) };
}

/** What curves, overlaps and services are made of is no figure by itself. */
function isIntermediate(breakdown: string): boolean {
  return (
    breakdown === DAYS_FOLLOWED ||
    OVERLAP_BREAKDOWNS.includes(breakdown) ||
    isServiceBreakdown(breakdown)
  );
}
