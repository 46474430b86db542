// One edition's documents and figures → the files of its folder.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Quarter } from '../domain/period.js';
import { writeArrow } from './arrow.js';
import { writeCsv } from './csv.js';
import { COLUMNS, figureRows } from './figures-table.js';
import { writeManifest, type ManifestInput } from './manifest.js';
import type { PrintJob } from './pdf.js';
import type { EditionFiles } from './shelf.js';

/** A document and what was printed of it. */
export interface PrintedDocument {
  readonly job: PrintJob;
  readonly pdf: Uint8Array;
}

/** The files of one edition: each document as PDF and HTML, the figures as CSV and Arrow, and the manifest of them all. */
export function editionFiles(
  documents: readonly PrintedDocument[],
  disclosed: readonly Disclosed[],
  quarter: Quarter,
  manifest: ManifestInput,
): EditionFiles {
  const rows = figureRows(disclosed, quarter);
  const files = new Map<string, string | Uint8Array>();
  for (const { job, pdf } of documents) {
    files.set(`pack.${job.language}.pdf`, pdf);
    files.set(`pack.${job.language}.html`, job.html);
  }
  files.set('figures.csv', writeCsv(COLUMNS, rows));
  files.set('figures.arrow', writeArrow(rows));
  return new Map([...files, ['manifest.json', writeManifest(manifest, files)]]);
}
