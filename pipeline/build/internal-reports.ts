// What was counted and found → the lists for the information officer, beside a quarter's editions and never in one.
import { LINK_SENSITIVITY_COLUMNS, linkSensitivityRows } from '../results/link-sensitivity.js';
import type { PackFacts } from './count-pack.js';
import type { KnownDeliveries } from '../deliveries/ledger.js';
import { OVERLAP_COLUMNS } from '../results/system-overlaps.js';
import { writeList } from '../publish/write-list.js';
import type { PreviousPack } from '../results/previous-pack.js';
import { RECONCILIATION_COLUMNS } from '../results/reconciliation.js';
import { FIX_COLUMNS, buildFixList, type FixListContext } from '../data-quality/fix-list.js';
import {
  REVISION_COLUMNS,
  findReleaseRevisions,
  findRevisions,
  type Revision,
} from '../results/revisions.js';
import { listFigures, type EditionFigures } from '../editions/disclose-edition.js';
import type { RenderContext } from '../render/context.js';
import type { PackRequest } from '../config/pack-request.js';

/** Writes every list, the one of case systems only where there are several. */
export function writeInternalReports(
  folder: string,
  request: PackRequest,
  { results, records, linkSensitivities, reconciled, overlaps }: PackFacts,
  revisions: readonly Revision[],
): void {
  const fixes = buildFixList(records.faults, createFixListContext(request, records.known, results));
  writeList(folder, 'reconciliation.csv', RECONCILIATION_COLUMNS, reconciled);
  writeList(folder, 'restatements.csv', REVISION_COLUMNS, revisions);
  writeList(folder, 'fix-list.csv', FIX_COLUMNS, fixes);
  writeList(folder, 'bands.csv', LINK_SENSITIVITY_COLUMNS, linkSensitivityRows(linkSensitivities));
  if (overlaps) writeList(folder, 'systems.csv', OVERLAP_COLUMNS, overlaps);
}

/**
 * What the last pack of an earlier quarter would count otherwise today, and what the last release of this quarter gave
 * otherwise in the least suppressed of the editions.
 */
export function listRevisions(
  previous: PreviousPack,
  { values }: PackFacts['results'],
  editions: readonly EditionFigures[],
  findChanges: RenderContext['findChanges'],
): Revision[] {
  const [open] = [...editions].sort(
    (one, other) => one.edition.hide_below - other.edition.hide_below,
  );
  const released = open?.compared.find(({ isSameQuarter }) => isSameQuarter);
  return [
    ...findRevisions(previous, values),
    ...(open && released
      ? findReleaseRevisions(released, listFigures(open), findChanges(released.pack))
      : []),
  ];
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
