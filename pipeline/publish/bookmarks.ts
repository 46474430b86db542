// A document's headings → the words of its bookmarks.
import { PDFDict, PDFHexString, PDFName, type PDFDocument } from 'pdf-lib';

const HEADING = /<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
};

/** The words of each heading, in order. Knows the escapes that our templates write, and no others. */
export function headingsOf(html: string): string[] {
  return [...html.matchAll(HEADING)].map(([, , inside = '']) =>
    inside
      .replace(/<[^>]*>/g, '')
      .replace(/&(?:amp|lt|gt|quot|#x27|#x60|#x3D);/g, (escape) => ESCAPES[escape] ?? escape)
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** Every bookmark, in the order of the pages. */
export function bookmarksOf(document: PDFDocument): PDFDict[] {
  return childrenOf(document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict));
}

/**
 * Chrome runs the lines of a heading together and says some headings twice, so the bookmarks are given the headings'
 * own words. Leaves them alone when they are not one for each heading.
 */
export function nameBookmarks(document: PDFDocument, html: string): void {
  const headings = headingsOf(html);
  const bookmarks = bookmarksOf(document);
  if (headings.length !== bookmarks.length) return;
  for (const [index, bookmark] of bookmarks.entries())
    bookmark.set(PDFName.of('Title'), PDFHexString.fromText(headings[index] ?? ''));
}

function childrenOf(parent: PDFDict | undefined): PDFDict[] {
  const found: PDFDict[] = [];
  let next = parent?.lookupMaybe(PDFName.of('First'), PDFDict);
  while (next) {
    found.push(next, ...childrenOf(next));
    next = next.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
  return found;
}
