// Likely links that wait for a person → how far they could move each measure that rests on links, and the list of it.
import { join } from 'node:path';
import type { LinkSensitivity } from '../domain/link-sensitivity.js';
import { findReferenceGroup } from '../domain/reference.js';
import type { Value } from '../domain/value.js';
import { selectBestLinks } from '../identity/best-links.js';
import { countMeasure, type Measure } from '../measures/count.js';
import { rateScale, chooseUnit, type Declaration } from '../measures/declaration.js';
import { isPool } from '../measures/windows.js';
import type { OpenWarehouse } from '../load/warehouse.js';
import type { Project } from '../config/project.js';
import type { CsvRow } from '../publish/csv.js';
import { selectLinkedPartners } from './coverage.js';
import { isFromPartner, type Contract } from '../contracts/contract.js';
import { countPersonsSent } from '../warehouse/lookups.js';
import type { Results } from './results.js';
import { buildValues } from '../statistics/values.js';
import type { Connection } from '../warehouse/connection.js';
import { readLineage } from '../warehouse/lineage.js';

/**
 * Counts anew, with each person's likeliest link made, every measure that rests on links of which some wait: its newest
 * headline, or, as relative rates have none, the newest rate of each group of its first breakdown.
 */
export async function measureLinkSensitivity(
  warehouse: Connection & Pick<OpenWarehouse, 'linkage' | 'openRelinked'>,
  { folder, contracts, measures }: Pick<Project, 'folder' | 'contracts' | 'measures'>,
  { values }: Pick<Results, 'values'>,
): Promise<LinkSensitivity[]> {
  const { rows, accepted: likelyLinks } = selectBestLinks(
    warehouse.linkage.rows,
    warehouse.linkage.scoredPairs,
  );
  if (likelyLinks.size === 0) return [];
  const lineage = readLineage(join(folder, 'queries'));
  const partnered = await selectPartnered(warehouse, folder, contracts);
  const relinked = await warehouse.openRelinked(rows);
  try {
    const sensitivities: LinkSensitivity[] = [];
    for (const measure of measures) {
      const links = countLikelyLinks(
        selectLinkedPartners(partnered, lineage(measure.sql)),
        likelyLinks,
      );
      // Most measures rest on no link, and to find the newest of one takes all values.
      const newest = links === 0 ? [] : selectNewestValues(values, measure.declaration);
      const counted = await recountValues(relinked, measure, newest);
      sensitivities.push(...counted.map((each) => ({ ...each, links })));
    }
    return sensitivities;
  } finally {
    relinked.close();
  }
}

/** The contracts without those whose files may name people by a partner's number and did not. */
async function selectPartnered(
  connection: Connection,
  folder: string,
  contracts: readonly Contract[],
): Promise<Contract[]> {
  const partnered: Contract[] = [];
  for (const contract of contracts) {
    const mayName = contract.storedColumns.some(({ type }) => type === 'person');
    const isNaming =
      !mayName ||
      isFromPartner(contract) ||
      (await countPersonsSent(connection, folder, contract.extract)) > 0;
    if (isNaming) partnered.push(contract);
  }
  return partnered;
}

/** How many likely links there are to some partners. */
function countLikelyLinks(
  sources: ReadonlySet<string>,
  likelyLinks: ReadonlyMap<string, number>,
): number {
  return [...sources].reduce((sum, source) => sum + (likelyLinks.get(source) ?? 0), 0);
}

/** The values of a measure's newest window: its headline, or its relative rates. */
function selectNewestValues(values: readonly Value[], declaration: Declaration): Value[] {
  const own = values.filter(
    (value) =>
      value.measure === declaration.id &&
      value.origin === 'own' &&
      value.status === 'known' &&
      !isPool(declaration, value.window) &&
      (declaration.kind === 'relative_rate'
        ? isRelativeRate(value, declaration)
        : value.breakdown === 'total'),
  );
  const last = own.map(({ window }) => window.ends).sort();
  return own.filter(({ window }) => window.ends === last.at(-1));
}

function isRelativeRate({ breakdown, group, value }: Value, declaration: Declaration): boolean {
  const isFirst = breakdown === declaration.breakdowns[0];
  return isFirst && value !== null && group !== findReferenceGroup(declaration, breakdown);
}

/** The values of one window and breakdown, each beside what it is with other links. */
export async function recountValues(
  relinked: Connection,
  measure: Measure,
  before: readonly Value[],
): Promise<Omit<LinkSensitivity, 'links'>[]> {
  const [first] = before;
  if (!first) return [];
  const { declaration } = measure;
  const windows = [{ ...first.window, status: 'known' as const }];
  const counts = await countMeasure(relinked, measure, windows);
  const recounted = buildValues({
    declaration,
    unit: chooseUnit(declaration),
    per: rateScale(declaration),
    serviceName: first.areaName,
    windows,
    counts: counts.filter(({ breakdown }) => breakdown === first.breakdown),
    denominatorSource: () => first.source,
  });
  return before.map((without) => {
    const linked = recounted.find(({ group }) => group === without.group);
    if (!linked) throw new Error(`${declaration.id}: no group ${without.group} with other links`);
    return { without: dropNote(without), with: linked };
  });
}

/** Without its note that it is a least figure: the range says more. */
function dropNote({ note: _note, ...value }: Value): Value {
  return value;
}

/** The columns of bands.csv, in order. */
export const LINK_SENSITIVITY_COLUMNS: readonly string[] = [
  ...['measure', 'window_start', 'window_end', 'breakdown', 'group', 'likely_links'],
  ...['numerator', 'denominator', 'value'],
  ...['numerator_with_links', 'denominator_with_links', 'value_with_links'],
];

/** Link sensitivity as rows for the information officer, never for a pack. */
export function linkSensitivityRows(sensitivities: readonly LinkSensitivity[]): CsvRow[] {
  return sensitivities.map(({ without, with: linked, links }) => ({
    measure: without.measure,
    window_start: without.window.starts,
    window_end: without.window.ends,
    breakdown: without.breakdown,
    group: without.group,
    likely_links: links,
    numerator: without.numerator,
    denominator: without.denominator,
    value: without.value,
    numerator_with_links: linked.numerator,
    denominator_with_links: linked.denominator,
    value_with_links: linked.value,
  }));
}
