// The contents of a printed PDF → the same with the number of each entry's page, which is known once the pages exist.
import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument } from 'pdf-lib';
import { ROOM, SQUEEZED } from './page-number-space.js';

/** Page numbers, counted from 1, by the id of what stands there. */
type Folios = ReadonlyMap<string, number>;

/** Ten letters as Chrome writes what is spaced: where the first stands, then each at a step from the one before. */
const PLACE =
  /1 0 0 -1 (?<across>[\d.]+) (?<down>[\d.]+) Tm\n<(?<first>\w{4})> Tj\n(?<rest>(?:(?<step>[\d.]+) 0 Td <\w{4}> Tj\n)(?:\k<step> 0 Td <\w{4}> Tj\n){8})ET/g;

/**
 * From now on gives the drawing instructions of one page after another with the numbers that belong there. `done` throws
 * where an entry has gone without its number, for nobody may have such a file.
 */
export function folioWriter(
  document: PDFDocument,
  html: string,
): { write: (content: string) => string; done: () => void } {
  const left = entriesOf(html);
  const folios = left.length > 0 ? readFolios(document) : new Map<string, number>();
  const next = (): number => {
    const folio = folios.get(left.shift() ?? '');
    if (folio === undefined) throw new Error('the contents do not name their pages');
    return folio;
  };
  return {
    write: (content) =>
      left.length > 0 ? content.replace(PLACE, (...found) => written(found, next())) : content,
    done: () => {
      if (left.length > 0) throw new Error('the contents lack the numbers of pages');
    },
  };
}

/** What the contents lead to, in order. */
function entriesOf(html: string): string[] {
  const contents = /<nav class="contents[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '';
  return [...contents.matchAll(/<a href="#([^"]+)"/g)].map(([, id]) => id ?? '');
}

/** Reads where the named places of a PDF are. An id that nothing links to has no name in the file. */
function readFolios(document: PDFDocument): Folios {
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref.toString(), index + 1]));
  const places = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const folios = new Map<string, number>();
  for (const [name, place] of places?.entries() ?? []) {
    const target = document.context.lookup(place);
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    const folio = page instanceof PDFRef ? pages.get(page.toString()) : undefined;
    if (folio !== undefined) folios.set(name.decodeText(), folio);
  }
  return folios;
}

/** The number in the letters of the place, to the right of its room. */
function written(found: readonly unknown[], folio: number): string {
  const place = found.at(-1) as Record<'across' | 'down' | 'first' | 'rest' | 'step', string>;
  const rest = [...place.rest.matchAll(/<(\w{4})>/g)].map(([, letter]) => letter ?? '');
  const letters = [place.first, ...rest];
  const digits = String(folio).split('');
  const shift = (ROOM - digits.length) * SQUEEZED * Number(place.step);
  const across = (Number(place.across) + shift).toFixed(3);
  const shown = digits.map((digit) => letters[Number(digit)] ?? '').join('');
  return `1 0 0 -1 ${across} ${place.down} Tm\n<${shown}> Tj\nET`;
}
