// One edition's documents and figures → the files of its folder.
import { basename } from 'node:path';
import type { DisclosedCell } from '../disclosure/disclosed.js';
import type { Quarter } from '../domain/period.js';
import { nameFile } from '../domain/document-name.js';
import { writeArrow } from './arrow.js';
import { writeCsv } from './csv.js';
import { COLUMNS, figureRows } from './figures-table.js';
import { writeManifest, type EditionFiles, type ManifestInput } from './manifest.js';
import type { PrintedDocument } from '../print/print-job.js';

/** A file's name and what is in it. */
type FigureFile = readonly [name: string, content: string | Uint8Array];

/** The figures of one edition, as CSV and as Arrow. */
export function figureFiles(disclosed: readonly DisclosedCell[], quarter: Quarter): FigureFile[] {
  const rows = figureRows(disclosed, quarter);
  return [
    ['figures.csv', writeCsv(COLUMNS, rows)],
    ['figures.arrow', writeArrow(rows)],
  ];
}

/**
 * The files of one edition: each document as PDF and HTML, the files of its figures, and the manifest of them all.
 * Those of a draft say so in their names, for a file may leave its folder.
 */
export function editionFiles(
  documents: readonly PrintedDocument[],
  figures: readonly FigureFile[],
  manifest: ManifestInput,
): EditionFiles {
  const files = new Map<string, string | Uint8Array>();
  const put = (name: string, content: string | Uint8Array): void => {
    files.set(nameFile(name, manifest.draft), content);
  };
  for (const { job, pdf } of documents) {
    put(`${basename(job.name)}.pdf`, pdf);
    put(`${basename(job.name)}.html`, job.html);
  }
  for (const [name, content] of figures) put(name, content);
  put('manifest.json', writeManifest(manifest, files));
  return files;
}
