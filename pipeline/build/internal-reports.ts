// What was counted and found → the lists for the information officer, beside a quarter's editions and never in one.
import { BAND_COLUMNS, bandRows } from '../results/link-sensitivity.js';
import type { PackFacts } from './count-pack.js';
import type { KnownDeliveries } from '../deliveries/ledger.js';
import { OVERLAP_COLUMNS } from '../results/system-overlaps.js';
import { writeList } from '../publish/write-list.js';
import type { PreviousPack } from '../results/previous-pack.js';
import { RECONCILED_COLUMNS } from '../results/reconciliation.js';
import { FIX_COLUMNS, buildFixList, type FixListContext } from '../data-quality/fix-list.js';
import { RESTATED_COLUMNS, restatements } from '../results/revisions.js';
import type { PackRequest } from '../config/pack-request.js';

/** Writes every list, the one of case systems only where there are several. */
export function writeInternalReports(
  folder: string,
  request: PackRequest,
  { results, records, bands, reconciled, overlaps }: PackFacts,
  previous: PreviousPack,
): void {
  const fixes = buildFixList(records.found, fixSetting(request, records.known, results));
  const restated = restatements(previous, results.values);
  writeList(folder, 'reconciliation.csv', RECONCILED_COLUMNS, reconciled);
  writeList(folder, 'restatements.csv', RESTATED_COLUMNS, restated);
  writeList(folder, 'fix-list.csv', FIX_COLUMNS, fixes);
  writeList(folder, 'bands.csv', BAND_COLUMNS, bandRows(bands));
  if (overlaps) writeList(folder, 'systems.csv', OVERLAP_COLUMNS, overlaps);
}

function fixSetting(
  { project, settings }: PackRequest,
  known: KnownDeliveries,
  { published }: PackFacts['results'],
): FixListContext {
  return {
    measures: project.measures.map(({ declaration }) => declaration),
    contracts: project.contracts,
    published: new Set(published.map(({ measure }) => measure)),
    language: settings.languages[0] ?? 'en',
    headings: new Map(
      [...known].map(([extract, entries]) => [extract, entries.at(-1)?.headings ?? {}]),
    ),
  };
}
