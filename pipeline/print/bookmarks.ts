// A document's headings → the words of its bookmarks.
import { PDFDict, PDFHexString, PDFName, type PDFDocument } from 'pdf-lib';

const HEADING = /<h([1-6])\b([^>]*)>([\s\S]*?)<\/h\1>/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
};

/** A heading of a document: its anchor, when it has one, and its words. */
export interface DocumentHeading {
  readonly id: string | null;
  readonly words: string;
}

/** Each heading, in order. Knows the escapes that our templates write, and no others. */
export function readDocumentHeadings(html: string): DocumentHeading[] {
  return [...html.matchAll(HEADING)].map(([, , attributes = '', inside = '']) => ({
    id: /\bid="([^"]*)"/.exec(attributes)?.[1] ?? null,
    words: inside
      .replace(/<[^>]*>/g, '')
      .replace(/&(?:amp|lt|gt|quot|#x27|#x60|#x3D);/g, (escape) => ESCAPES[escape] ?? escape)
      .replace(/\s+/g, ' ')
      .trim(),
  }));
}

/**
 * Chrome runs the lines of a heading together and says some headings twice, so the bookmarks are given the headings'
 * own words. Leaves them alone when they are not one for each heading.
 */
export function nameBookmarks(document: PDFDocument, headings: readonly DocumentHeading[]): void {
  const bookmarks = listBookmarks(document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict));
  if (headings.length !== bookmarks.length) return;
  for (const [index, bookmark] of bookmarks.entries())
    bookmark.set(PDFName.of('Title'), PDFHexString.fromText(headings[index]?.words ?? ''));
}

function listBookmarks(parent: PDFDict | undefined): PDFDict[] {
  const found: PDFDict[] = [];
  let next = parent?.lookupMaybe(PDFName.of('First'), PDFDict);
  while (next) {
    found.push(next, ...listBookmarks(next));
    next = next.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
  return found;
}
