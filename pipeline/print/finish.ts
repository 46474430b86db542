// A PDF as the browser made it → a document with fixed dates, a title and PDF/UA metadata, and its bytes: the same every time.
import { ParseSpeeds, PDFDict, PDFDocument, PDFHexString, PDFName, PDFStreamWriter } from 'pdf-lib';
import { markArtifacts } from './artifacts.js';
import { readDocumentHeadings, nameBookmarks, type DocumentHeading } from './bookmarks.js';
import { readContent, setContent } from './content.js';
import { pageNumberWriter } from './page-numbers.js';
import { checkPdf } from './check.js';
import { printFailure, type PrintJob } from './print-job.js';
import type { Problem } from '../domain/problem.js';
import { tidyStructure } from './structure.js';
import { addFileIdentifier, addOutputIntent } from './archive.js';
import { writeXmp } from './xmp.js';

const PRODUCER = 'Boardpack';

/** How many objects are written before other work has its turn: the library's own 50 would make a file wait often. */
const OBJECTS_PER_TURN = 1000;

/** How many small objects are compressed together: a tagged file has thousands, and the library takes 50 at a time. */
const OBJECTS_PER_STREAM = 500;

/** A finished file, and what is wrong with it. */
export interface FinishedDocument {
  readonly file: Uint8Array;
  readonly problems: readonly Problem[];
}

/**
 * Finishes what the browser made of a document, null where it made nothing. Never rejects: a document that could not be
 * printed is one with a problem, so that none is left waiting.
 */
export async function finishDocument(
  printed: Uint8Array | null,
  job: PrintJob,
): Promise<FinishedDocument> {
  try {
    if (printed) {
      const document = await finishPdf(printed, job);
      return { file: await writePdf(document), problems: checkPdf(document, job) };
    }
  } catch {
    // Said below: what is wrong in a file is nothing that anybody could mend but by printing it again.
  }
  return { file: new Uint8Array(), problems: [printFailure(job)] };
}

/**
 * Finishes a tagged PDF, still open, and keeps its tags and bookmarks. Dates are midnight UTC of the given day, never a clock's.
 * It is marked PDF/UA-1 (ISO 14289-1), which asks for a title shown by the viewer, a language, and link descriptions, and
 * PDF/A-2a (ISO 19005-2), which asks for a file identifier and for what the colours mean.
 */
async function finishPdf(
  printed: Uint8Array,
  { title, html, language, dated }: Pick<PrintJob, 'title' | 'html' | 'language' | 'dated'>,
): Promise<PDFDocument> {
  const document = await loadPdf(renumberElements(printed));
  const date = new Date(`${dated}T00:00:00Z`);
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage(language === 'cy' ? 'cy-GB' : 'en-GB');
  document.setProducer(PRODUCER);
  document.setCreator(PRODUCER);
  document.setCreationDate(date);
  document.setModificationDate(date);
  const headings = readDocumentHeadings(html);
  nameBookmarks(document, headings);
  describeLinks(document, headings);
  tidyStructure(document);
  redrawPages(document, html);
  const metadata = document.context.stream(writeXmp(title, language, dated), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(metadata));
  addOutputIntent(document);
  addFileIdentifier(document, [title, language, dated]);
  return document;
}

/** Numbers the contents, and marks what is decoration on every page. */
function redrawPages(document: PDFDocument, html: string): void {
  const pageNumbers = pageNumberWriter(document, html);
  for (const page of document.getPages())
    setContent(page, markArtifacts(pageNumbers.write(readContent(page))));
  pageNumbers.done();
}

const NAMED = Buffer.from('(node');
const DIGITS = 8;
const END = ')'.charCodeAt(0);

/**
 * Chrome numbers structure elements from a counter that runs on from one document to the next. Numbering them from one
 * in the order they have keeps the name tree sorted, and every offset: the names stay as long as they were.
 */
function renumberElements(printed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(printed);
  const places: { at: number; number: string }[] = [];
  for (let at = bytes.indexOf(NAMED); at >= 0; at = bytes.indexOf(NAMED, at + 1)) {
    const from = at + NAMED.length;
    const number = bytes.toString('latin1', from, from + DIGITS);
    if (/^\d{8}$/.test(number) && bytes[from + DIGITS] === END) places.push({ at: from, number });
  }
  const found = [...new Set(places.map(({ number }) => number))].sort();
  const order = new Map(found.map((number, index) => [number, index + 1]));
  for (const { at, number } of places)
    bytes.write(String(order.get(number)).padStart(DIGITS, '0'), at, 'latin1');
  return bytes;
}

/** Says of every link within the document where it leads: the words of the heading there, or the place's own name. */
function describeLinks(document: PDFDocument, headings: readonly DocumentHeading[]): void {
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

/** Leaves its dates and its producer as they are, and does not pause for other work between objects. */
function loadPdf(pdf: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}

function writePdf({ context }: PDFDocument): Promise<Uint8Array> {
  return PDFStreamWriter.forContext(
    context,
    OBJECTS_PER_TURN,
    true,
    OBJECTS_PER_STREAM,
  ).serializeToBuffer();
}
