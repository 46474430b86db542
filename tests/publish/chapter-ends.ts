// A finished PDF → the pages on which a chapter ends, by its bookmarks.
import { PDFArray, PDFDict, PDFName, type PDFDocument } from 'pdf-lib';

const name = (text: string): PDFName => PDFName.of(text);
/** The title of the document, and the chapters under it. */
const CHAPTER_DEPTH = 2;

/** The last page of each chapter: the one before another begins, and the last of all. */
export function findChapterEnds(document: PDFDocument): Set<number> {
  const pages = document.getPages().map(({ ref }) => ref.toString());
  const list = (parent: PDFDict | undefined, depth: number): number[] => {
    const found: number[] = [];
    let next = parent?.lookupMaybe(name('First'), PDFDict);
    while (next && depth <= CHAPTER_DEPTH) {
      found.push(pages.indexOf(next.lookup(name('Dest'), PDFArray).get(0).toString()));
      found.push(...list(next, depth + 1));
      next = next.lookupMaybe(name('Next'), PDFDict);
    }
    return found;
  };
  const begins = list(document.catalog.lookupMaybe(name('Outlines'), PDFDict), 1);
  return new Set([...begins, pages.length]);
}
