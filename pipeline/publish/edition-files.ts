// One edition's documents and figures → the files of its folder.
import type { Disclosed } from '../disclosure/disclosed.js';
import type { Quarter } from '../domain/period.js';
import { writeArrow } from './arrow.js';
import { writeCsv } from './csv.js';
import { COLUMNS, figureRows } from './figures-table.js';
import { writeManifest, type ManifestInput } from './manifest.js';
import type { PrintJob } from './pdf.js';
import type { EditionFiles } from './shelf.js';

/** The files of one edition: each document as PDF and HTML, the figures as CSV and Arrow, and the manifest of them all. */
export function editionFiles(
  documents: readonly PrintJob[],
  printed: ReadonlyMap<string, Uint8Array>,
  disclosed: readonly Disclosed[],
  quarter: Quarter,
  manifest: ManifestInput,
): EditionFiles {
  const rows = figureRows(disclosed, quarter);
  const files = new Map<string, string | Uint8Array>();
  for (const { name, language, html } of documents) {
    const pdf = printed.get(name);
    if (!pdf) throw new RangeError(`${name} was not printed`);
    files.set(`pack.${language}.pdf`, pdf);
    files.set(`pack.${language}.html`, html);
  }
  files.set('figures.csv', writeCsv(COLUMNS, rows));
  files.set('figures.arrow', writeArrow(rows));
  return new Map([...files, ['manifest.json', writeManifest(manifest, files)]]);
}
