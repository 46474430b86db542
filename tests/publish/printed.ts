// A PDF → the parts of it that tests look at.
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  decodePDFRawStream,
} from 'pdf-lib';
import { readContent } from '../../pipeline/print/content.js';

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
  /** Null where it has the language of what it is in. */
  readonly language: string | null;
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
    const language = object.lookup(name('Lang'));
    const parent = kind(object.lookupMaybe(name('P'), PDFDict));
    return [
      {
        ...{ kind: kind(object), parent, alt: alt ? words(alt) : null },
        language: language ? words(language) : null,
      },
    ];
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
    for (const line of readContent(page).split('\n')) {
      if (/\bB(?:DC|MC)$/.test(line)) depth += 1;
      else if (line === 'EMC') depth -= 1;
      else if (depth === 0 && /\b(?:T[jJ]|Do|sh)$|^[fFbBsS]\*?$/.test(line)) unmarked += 1;
      const shown = /<([0-9A-Fa-f]+)>\s*T[jJ]$/.exec(line)?.[1]?.match(/.{4}/g) ?? [];
      unknownLetters += shown.filter((glyph) => glyph === '0000').length;
    }
  }
  return { unmarked, unknownLetters };
}

/** The texts of each page in the order they were drawn, a text object each, as a reader may copy them. */
export function textsOf(document: PDFDocument): string[][] {
  return document.getPages().map((page) => {
    const fonts = page.node.Resources()?.lookup(name('Font'), PDFDict);
    return [...readContent(page).matchAll(/BT\n\/(\w+) ([\s\S]*?)\nET/g)].map(([, font, drawn]) => {
      const letters = lettersOf(fonts?.lookup(name(font ?? ''), PDFDict));
      const shown = [...(drawn ?? '').matchAll(/<(\w+)> Tj/g)].map(([, glyphs]) => glyphs ?? '');
      return (shown.join('').match(/.{4}/g) ?? []).map((glyph) => letters.get(glyph)).join('');
    });
  });
}

/** The letter that a font says each of its glyphs is. */
function lettersOf(font: PDFDict | undefined): Map<string, string> {
  const stream = font?.lookup(name('ToUnicode'));
  if (!(stream instanceof PDFRawStream)) throw new Error('a font without letters');
  const map = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  const letters = new Map<string, string>();
  for (const [, from, to, letter] of map.matchAll(/<(\w{4})> (?:<(\w{4})> )?<(\w{4})>\n/g))
    for (let at = parseInt(from ?? '', 16); at <= parseInt(to ?? from ?? '', 16); at += 1)
      letters.set(
        at.toString(16).toUpperCase().padStart(4, '0'),
        String.fromCharCode(parseInt(letter ?? '', 16) + at - parseInt(from ?? '', 16)),
      );
  return letters;
}

function words(text: unknown): string {
  if (text instanceof PDFString || text instanceof PDFHexString) return text.decodeText();
  throw new Error('not a text of the PDF');
}
