// The bytes of a PDF → a document to read or change.
import { PDFDocument, ParseSpeeds } from 'pdf-lib';

/** Leaves its dates and its producer as they are, and does not pause for other work between objects. */
export function loadPdf(pdf: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}
