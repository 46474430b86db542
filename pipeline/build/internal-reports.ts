// What was counted and found → the lists for the information officer, beside a quarter's editions and never in one.
import { LINK_SENSITIVITY_COLUMNS, linkSensitivityRows } from '../results/link-sensitivity.js';
import type { PackFacts } from './count-pack.js';
import type { KnownDeliveries } from '../deliveries/ledger.js';
import { OVERLAP_COLUMNS } from '../results/system-overlaps.js';
import { writeList } from '../publish/write-list.js';
import type { PreviousPack } from '../results/previous-pack.js';
import { RECONCILIATION_COLUMNS } from '../results/reconciliation.js';
import { FIX_COLUMNS, buildFixList, type FixListContext } from '../data-quality/fix-list.js';
import { REVISION_COLUMNS, findRevisions } from '../results/revisions.js';
import type { PackRequest } from '../config/pack-request.js';

/** Writes every list, the one of case systems only where there are several. */
export function writeInternalReports(
  folder: string,
  request: PackRequest,
  { results, records, linkSensitivities, reconciled, overlaps }: PackFacts,
  previous: PreviousPack,
): void {
  const fixes = buildFixList(records.faults, createFixListContext(request, records.known, results));
  const revisions = findRevisions(previous, results.values);
  writeList(folder, 'reconciliation.csv', RECONCILIATION_COLUMNS, reconciled);
  writeList(folder, 'restatements.csv', REVISION_COLUMNS, revisions);
  writeList(folder, 'fix-list.csv', FIX_COLUMNS, fixes);
  writeList(folder, 'bands.csv', LINK_SENSITIVITY_COLUMNS, linkSensitivityRows(linkSensitivities));
  if (overlaps) writeList(folder, 'systems.csv', OVERLAP_COLUMNS, overlaps);
}

function createFixListContext(
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
