// Likely links that wait for a person → how far they could move each measure that rests on links, for packs and a list.
import { join } from 'node:path';
import { sourcesOf } from './contracts/contract.js';
import { discloseBand, type DisclosedBand } from './disclosure/band.js';
import type { Kind } from './disclosure/rule.js';
import type { Band } from './domain/band.js';
import type { Value } from './domain/value.js';
import { withBand } from './figures/band.js';
import type { Figure } from './figures/figure.js';
import type { FigureWords } from './figures/words.js';
import { likeliest } from './identity/likeliest.js';
import { countMeasure, type Measure } from './measures/count.js';
import { perOf, unitOf, type Declaration } from './measures/declaration.js';
import type { OpenWarehouse } from './open-warehouse.js';
import type { Project } from './project.js';
import type { CsvRow } from './publish/csv.js';
import type { Results } from './results.js';
import { valuesOf } from './statistics/values.js';
import type { Connection } from './warehouse/connection.js';
import { lineageOn } from './warehouse/lineage.js';
import { LINKS } from './warehouse/identified.js';

/**
 * Counts anew, with each person's likeliest link made, the newest headline of every measure that rests on links of a
 * partner who has any that wait. Nothing is counted where none does. Relative rates are told by the counts they are of.
 */
export async function bandsOf(
  warehouse: OpenWarehouse,
  { folder, contracts, measures }: Pick<Project, 'folder' | 'contracts' | 'measures'>,
  { values }: Pick<Results, 'values'>,
): Promise<Band[]> {
  const { rows, made } = likeliest(warehouse.linking.rows, warehouse.linking.weighed);
  if (made.size === 0) return [];
  const lineage = lineageOn(join(folder, 'queries'));
  const likely = await warehouse.withLinks(rows);
  try {
    const bands: Band[] = [];
    for (const measure of measures) {
      const extracts = lineage(measure.sql);
      const links = extracts.has(LINKS) ? linksTo(sourcesOf(contracts, extracts), made) : 0;
      // Most measures rest on no link, and to find the newest of one takes all values.
      const newest = links === 0 ? undefined : newestOf(values, measure.declaration);
      if (newest)
        bands.push({ without: newest, with: await countAnew(likely, measure, newest), links });
    }
    return bands;
  } finally {
    likely.close();
  }
}

/** How many likely links there are to some partners. */
function linksTo(sources: ReadonlySet<string>, made: ReadonlyMap<string, number>): number {
  return [...sources].reduce((sum, source) => sum + (made.get(source) ?? 0), 0);
}

function newestOf(values: readonly Value[], { id, kind }: Declaration): Value | undefined {
  if (kind === 'relative_rate') return undefined;
  return values
    .filter((value) => value.measure === id && value.origin === 'own' && isHeadline(value))
    .sort((one, other) => (one.window.ends < other.window.ends ? -1 : 1))
    .at(-1);
}

function isHeadline({ status, breakdown }: Value): boolean {
  return status === 'known' && breakdown === 'total';
}

async function countAnew(likely: Connection, measure: Measure, before: Value): Promise<Value> {
  const { declaration } = measure;
  const windows = [{ ...before.window, status: 'known' as const }];
  const counts = await countMeasure(likely, measure, windows);
  const [anew] = valuesOf({
    declaration,
    unit: unitOf(declaration),
    per: perOf(declaration),
    serviceName: before.areaName,
    windows,
    counts: counts.filter(({ breakdown }) => breakdown === 'total'),
    denominatorSource: () => before.source,
  });
  if (!anew) throw new Error(`${declaration.id}: no headline with other links`);
  return anew;
}

/** What an edition sees of the bands. */
export function bandsFor(
  bands: readonly Band[],
  kindOf: (measure: string) => Kind,
  hideBelow: number,
): DisclosedBand[] {
  return bands.map((band) => discloseBand(band, kindOf(band.without.measure), hideBelow));
}

/** A measure's figure with its band, if it has one. */
export function addBand(
  figure: Figure,
  declaration: Declaration,
  bands: readonly DisclosedBand[],
  words: FigureWords,
): Figure {
  const band = bands.find(({ measure }) => measure === declaration.id);
  return band ? withBand(figure, declaration, band, words) : figure;
}

/** The columns of bands.csv, in order. */
export const BAND_COLUMNS: readonly string[] = [
  ...['measure', 'window_start', 'window_end', 'likely_links', 'numerator', 'denominator', 'value'],
  ...['numerator_with_links', 'denominator_with_links', 'value_with_links'],
];

/** The bands as lines for the information officer, never for a pack. */
export function bandRows(bands: readonly Band[]): CsvRow[] {
  return bands.map(({ without, with: linked, links }) => ({
    measure: without.measure,
    window_start: without.window.starts,
    window_end: without.window.ends,
    likely_links: links,
    numerator: without.numerator,
    denominator: without.denominator,
    value: without.value,
    numerator_with_links: linked.numerator,
    denominator_with_links: linked.denominator,
    value_with_links: linked.value,
  }));
}
