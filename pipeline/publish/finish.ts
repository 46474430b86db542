// A PDF as the browser made it → a document with fixed dates, a title and PDF/UA metadata, and its bytes: the same every time.
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFStreamWriter } from 'pdf-lib';
import { markArtifacts } from './artifacts.js';
import { headingsOf, nameBookmarks, type Heading } from './bookmarks.js';
import { contentOf, setContent } from './content.js';
import { folioWriter } from './folios.js';
import { loadPdf } from './load.js';
import type { PrintJob } from './pdf.js';
import { tidyStructure } from './structure.js';
import { uaMetadata } from './xmp.js';

const PRODUCER = 'Boardpack';

/**
 * Finishes a tagged PDF, still open, and keeps its tags and bookmarks. Dates are midnight UTC of the given day, never a clock's.
 * It is marked PDF/UA-1 (ISO 14289-1), which asks for a title shown by the viewer, a language, and link descriptions.
 */
export async function finishPdf(
  printed: Uint8Array,
  { title, html, language, dated }: Pick<PrintJob, 'title' | 'html' | 'language' | 'dated'>,
): Promise<PDFDocument> {
  const document = await loadPdf(renumberElements(printed));
  const made = new Date(`${dated}T00:00:00Z`);
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage(language === 'cy' ? 'cy-GB' : 'en-GB');
  document.setProducer(PRODUCER);
  document.setCreator(PRODUCER);
  document.setCreationDate(made);
  document.setModificationDate(made);
  const headings = headingsOf(html);
  nameBookmarks(document, headings);
  describeLinks(document, headings);
  tidyStructure(document);
  redrawPages(document, html);
  const metadata = document.context.stream(uaMetadata(title, language, dated), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(metadata));
  return document;
}

/** Numbers the contents, and marks what is decoration on every page. */
function redrawPages(document: PDFDocument, html: string): void {
  const folios = folioWriter(document, html);
  for (const page of document.getPages())
    setContent(page, markArtifacts(folios.write(contentOf(page))));
  folios.done();
}

/** How many objects are pressed together: a tagged document has a small one for each cell of a table. */
const PRESSED_TOGETHER = 500;

/** The bytes of a finished document: the same ones whenever it is the same. */
export async function bytesOf(document: PDFDocument): Promise<Uint8Array> {
  await document.flush();
  const all = Number.POSITIVE_INFINITY;
  return PDFStreamWriter.forContext(
    document.context,
    all,
    true,
    PRESSED_TOGETHER,
  ).serializeToBuffer();
}

/**
 * Chrome numbers structure elements from a counter that runs on from one document to the next. Numbering them from one
 * in the order they have keeps the name tree sorted, and every offset: the names stay as long as they were.
 */
function renumberElements(printed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(printed).toString('latin1');
  const name = /\(node(\d{8})\)/g;
  const found = [...new Set([...bytes.matchAll(name)].map(([, number]) => number ?? ''))].sort();
  const renumbered = new Map(
    found.map((number, index) => [number, String(index + 1).padStart(8, '0')]),
  );
  const result = bytes.replace(
    name,
    (_, number: string) => `(node${renumbered.get(number) ?? number})`,
  );
  return new Uint8Array(Buffer.from(result, 'latin1'));
}

/** Says of every link within the document where it leads: the words of the heading there, or the place's own name. */
function describeLinks(document: PDFDocument, headings: readonly Heading[]): void {
  const words = new Map(headings.map((heading) => [heading.id, heading.words]));
  for (const page of document.getPages())
    for (const annotation of page.node.Annots()?.asArray() ?? []) {
      const link = document.context.lookup(annotation, PDFDict);
      const place = link.get(PDFName.of('Dest'));
      if (!(place instanceof PDFName) || link.has(PDFName.of('Contents'))) continue;
      const id = place.decodeText();
      link.set(PDFName.of('Contents'), PDFHexString.fromText(words.get(id) ?? id));
    }
}
