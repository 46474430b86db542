// A finished PDF, still open → what is wrong with it, before anyone may have it.
import { PDFDict, type PDFDocument, PDFName } from 'pdf-lib';
import type { Problem } from '../domain/problem.js';
import { readContent } from './content.js';
import type { PrintJob } from './print-job.js';

type PdfFault =
  `pdf-${'empty' | 'blank' | 'fonts' | 'untagged' | 'bookmarks' | 'language' | 'title'}`;

const SHOWS_TEXT = /\bT[jJ]\b/;

/**
 * Looks for the faults a browser commits without saying so: no pages, pages without a word (no font was found), fonts
 * left outside the file, and the tags, bookmarks, language and title that a screen reader needs. Empty when sound.
 */
export function checkPdf(
  document: PDFDocument,
  { name, title }: Pick<PrintJob, 'name' | 'title'>,
): Problem[] {
  const { catalog } = document;
  const has = (key: string): boolean => catalog.has(PDFName.of(key));
  const pages = document.getPages();
  const blank = pages.findIndex((page) => !SHOWS_TEXT.test(readContent(page)));
  const faults: (readonly [boolean, PdfFault])[] = [
    [pages.length === 0, 'pdf-empty'],
    [blank >= 0, 'pdf-blank'],
    [!areFontsInside(document), 'pdf-fonts'],
    [!has('StructTreeRoot') || !has('MarkInfo'), 'pdf-untagged'],
    [!has('Outlines'), 'pdf-bookmarks'],
    [!has('Lang'), 'pdf-language'],
    [document.getTitle() !== title, 'pdf-title'],
  ];
  return faults
    .filter(([wrong]) => wrong)
    .map(([, code]) => ({
      kind: 'computer',
      code,
      file: name,
      facts: { page: String(blank + 1) },
    }));
}

function areFontsInside(document: PDFDocument): boolean {
  const dictionaries = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  const descriptors = dictionaries.filter((one) => isType(one, 'FontDescriptor'));
  const files = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => PDFName.of(key));
  return descriptors.length > 0 && descriptors.every((one) => files.some((file) => one.has(file)));
}

function isType(dictionary: PDFDict, type: string): boolean {
  return dictionary.get(PDFName.of('Type')) === PDFName.of(type);
}
