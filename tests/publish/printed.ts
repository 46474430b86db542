// A PDF → the parts of it that tests look at.
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { contentOf } from '../../pipeline/publish/content.js';

const name = (text: string): PDFName => PDFName.of(text);

/** A bookmark: its words and the page it leads to, counted from 1. */
export interface Bookmark {
  readonly title: string;
  readonly page: number;
}

/** One structure element: what it is, and what stands in for it when read aloud. */
export interface Element {
  readonly kind: string;
  readonly parent: string;
  readonly alt: string | null;
}

export function open(pdf: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(pdf, { updateMetadata: false });
}

export function bookmarks(document: PDFDocument): Bookmark[] {
  const pages = document.getPages().map(({ ref }) => ref.toString());
  const read = (parent: PDFDict | undefined): Bookmark[] => {
    const found: Bookmark[] = [];
    let next = parent?.lookupMaybe(name('First'), PDFDict);
    while (next) {
      const page = next.lookup(name('Dest'), PDFArray).get(0).toString();
      found.push(
        { title: words(next.lookup(name('Title'))), page: pages.indexOf(page) + 1 },
        ...read(next),
      );
      next = next.lookupMaybe(name('Next'), PDFDict);
    }
    return found;
  };
  return read(document.catalog.lookupMaybe(name('Outlines'), PDFDict));
}

export function elements(document: PDFDocument): Element[] {
  const kind = (element: PDFDict | undefined): string =>
    element?.lookupMaybe(name('S'), PDFName)?.decodeText() ?? 'root';
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(name('Type')) !== name('StructElem')) return [];
    const alt = object.lookup(name('Alt'));
    const parent = kind(object.lookupMaybe(name('P'), PDFDict));
    return [{ kind: kind(object), parent, alt: alt ? words(alt) : null }];
  });
}

/** What each link says it leads to. */
export function linkWords(document: PDFDocument): string[] {
  return document
    .getPages()
    .flatMap((page) =>
      (page.node.Annots()?.asArray() ?? []).map((annotation) =>
        words(document.context.lookup(annotation, PDFDict).lookup(name('Contents'))),
      ),
    );
}

/** Painting operators that stand outside every tag and artifact, and letters that no font had. */
export function strays(document: PDFDocument): { unmarked: number; unknownLetters: number } {
  let [unmarked, unknownLetters] = [0, 0];
  for (const page of document.getPages()) {
    let depth = 0;
    for (const line of contentOf(page).split('\n')) {
      if (/\bB(?:DC|MC)$/.test(line)) depth += 1;
      else if (line === 'EMC') depth -= 1;
      else if (depth === 0 && /\b(?:T[jJ]|Do|sh)$|^[fFbBsS]\*?$/.test(line)) unmarked += 1;
      const shown = /<([0-9A-Fa-f]+)>\s*T[jJ]$/.exec(line)?.[1]?.match(/.{4}/g) ?? [];
      unknownLetters += shown.filter((glyph) => glyph === '0000').length;
    }
  }
  return { unmarked, unknownLetters };
}

function words(text: unknown): string {
  if (text instanceof PDFString || text instanceof PDFHexString) return text.decodeText();
  throw new Error('not a text of the PDF');
}
