// What each edition may see, and its documents → the files of every edition.
import type { KnownDeliveries } from '../deliveries/ledger.js';
import { chooseStandard, type Edition } from '../disclosure/edition.js';
import {
  listFigures,
  type DisclosedPack,
  type EditionFigures,
} from '../editions/disclose-edition.js';
import type { PackRequest } from '../config/pack-request.js';
import type { PrintedDocument } from '../print/print-job.js';
import { editionFiles, figureFiles } from '../publish/edition-files.js';
import type { EditionFiles, ManifestInput } from '../publish/manifest.js';
import type { PackFacts } from './count-pack.js';

/** By edition, its files: documents, figures, workbooks and the manifest of them. */
export function collectFiles(
  request: PackRequest,
  { results: { covers }, records: { known } }: PackFacts,
  { editions }: DisclosedPack,
  documents: readonly PrintedDocument[],
  workbooks: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>,
): Map<string, EditionFiles> {
  return new Map(
    editions.map((figures) => {
      const { edition } = figures;
      const own = documents.filter(({ job }) => job.name.startsWith(`${edition.name}/`));
      const rows = [
        ...figureFiles(listFigures(figures), request.quarter),
        ...(workbooks.get(edition.name) ?? []),
      ];
      const audit = describeAudit(figures);
      const manifest = { ...describePack(request, edition, known), covers, audit };
      return [edition.name, editionFiles(own, rows, manifest)];
    }),
  );
}

/** What readers may know of the audit: not how many counts there were to protect. */
function describeAudit({ edition, audit }: EditionFigures): ManifestInput['audit'] {
  if (audit === null) return null;
  const { reaches: upperEnd, possibleValues } = chooseStandard(edition);
  const exposed = audit.exposures.length + audit.inherited.length;
  return { upperEnd, possibleValues, releases: audit.releases, exposed };
}

function describePack(
  { settings, quarter, asOf, project, draft }: PackRequest,
  edition: Edition,
  known: KnownDeliveries,
): Omit<ManifestInput, 'covers' | 'audit'> {
  return {
    service: settings.service.en,
    quarter: quarter.label,
    asAt: asOf.asAt,
    draft,
    edition: edition.name,
    hideBelow: edition.hide_below,
    synthetic: settings.synthetic,
    version: project.version,
    deliveries: [...known.values()].flat(),
  };
}
