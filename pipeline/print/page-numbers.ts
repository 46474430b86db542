// The contents of a printed PDF → the same with the number of each entry's page, which is known once the pages exist.
import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument } from 'pdf-lib';
import { RESERVED_DIGITS, STEPS_PER_DIGIT } from './page-number-space.js';

/** Page numbers, counted from 1, by the id of what stands there. */
type PageNumbers = ReadonlyMap<string, number>;

/** Ten letters as Chrome writes what is spaced: where the first stands, then each at a step from the one before. */
const PLACE =
  /1 0 0 -1 (?<across>[\d.]+) (?<down>[\d.]+) Tm\n<(?<first>\w{4})> Tj\n(?<rest>(?:(?<step>[\d.]+) 0 Td <\w{4}> Tj\n)(?:\k<step> 0 Td <\w{4}> Tj\n){8})ET/g;

/**
 * From now on gives the drawing instructions of one page after another with the numbers that belong there. `done` throws
 * where an entry has gone without its number, for nobody may have such a file.
 */
export function pageNumberWriter(
  document: PDFDocument,
  html: string,
): { write: (content: string) => string; done: () => void } {
  const links = listContentsLinks(html);
  const pageNumbers = links.length > 0 ? readPageNumbers(document) : new Map<string, number>();
  const next = (): number => {
    const pageNumber = pageNumbers.get(links.shift() ?? '');
    if (pageNumber === undefined) throw new Error('the contents do not name their pages');
    return pageNumber;
  };
  return {
    write: (content) =>
      links.length > 0
        ? content.replace(PLACE, (...found) => writePageNumber(found, next()))
        : content,
    done: () => {
      if (links.length > 0) throw new Error('the contents lack the numbers of pages');
    },
  };
}

/** What the contents lead to, in order. */
function listContentsLinks(html: string): string[] {
  const contents = /<nav class="contents[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '';
  return [...contents.matchAll(/<a href="#([^"]+)"/g)].map(([, id]) => id ?? '');
}

/** Reads where the named places of a PDF are. An id that nothing links to has no name in the file. */
function readPageNumbers(document: PDFDocument): PageNumbers {
  const pages = new Map(document.getPages().map(({ ref }, index) => [ref.toString(), index + 1]));
  const places = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const pageNumbers = new Map<string, number>();
  for (const [name, place] of places?.entries() ?? []) {
    const target = document.context.lookup(place);
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    const pageNumber = page instanceof PDFRef ? pages.get(page.toString()) : undefined;
    if (pageNumber !== undefined) pageNumbers.set(name.decodeText(), pageNumber);
  }
  return pageNumbers;
}

/** The number in the letters of the place, to the right of its room. */
function writePageNumber(found: readonly unknown[], pageNumber: number): string {
  const place = found.at(-1) as Record<'across' | 'down' | 'first' | 'rest' | 'step', string>;
  const rest = [...place.rest.matchAll(/<(\w{4})>/g)].map(([, letter]) => letter ?? '');
  const letters = [place.first, ...rest];
  const digits = String(pageNumber).split('');
  const shift = (RESERVED_DIGITS - digits.length) * STEPS_PER_DIGIT * Number(place.step);
  const across = (Number(place.across) + shift).toFixed(3);
  const shown = digits.map((digit) => letters[Number(digit)] ?? '').join('');
  return `1 0 0 -1 ${across} ${place.down} Tm\n<${shown}> Tj\nET`;
}
