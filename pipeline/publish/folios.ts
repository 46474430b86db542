// A printed PDF → which page each linked heading is on, and the style that prints it in the contents.
import { PDFArray, PDFDict, PDFName, PDFRef } from 'pdf-lib';
import { loadPdf } from './load.js';

/** Page numbers, counted from 1, by the id of the heading they hold. */
export type Folios = ReadonlyMap<string, number>;

/** Reads where the named places of a PDF are. An id that nothing links to has no name in the file. */
export async function readFolios(pdf: Uint8Array): Promise<Folios> {
  const document = await loadPdf(pdf);
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

/** Style that writes each number after its line of the contents. Refuses ids that are not plain. */
export function folioStyle(folios: Folios): string {
  return [...folios]
    .filter(([id]) => /^[a-z][a-z0-9-]*$/.test(id))
    .map(([id, folio]) => `.contents a[href="#${id}"]::after{content:"${folio}"}`)
    .join('\n');
}
