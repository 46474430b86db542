// A finished PDF, still open → one with what PDF/A-2 asks for (ISO 19005-2): what its colours mean, and a file identifier.
import { createHash } from 'node:crypto';
import { PDFHexString, PDFName, PDFString, type PDFDocument } from 'pdf-lib';
import { createSrgbProfile } from './srgb-profile.js';

const COLOURS = 'sRGB IEC61966-2.1';
const IDENTIFIER_DIGITS = 32;

/** Says that the colours of every page are sRGB, by a profile inside the file (ISO 19005-2, 6.2.3). */
export function addOutputIntent(document: PDFDocument): void {
  const { context } = document;
  const profile = context.register(context.flateStream(createSrgbProfile(), { N: 3 }));
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFA1', DestOutputProfile: profile });
  intent.set(PDFName.of('OutputConditionIdentifier'), PDFString.of(COLOURS));
  intent.set(PDFName.of('Info'), PDFString.of(COLOURS));
  document.catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
}

/**
 * Identifies the file (ISO 32000-1, 14.4) by what it is: the same document has the same identifier each time it is built.
 * Never by its contents, of which a short hash could be tried out against guessed numbers.
 */
export function addFileIdentifier(document: PDFDocument, describedBy: readonly string[]): void {
  const digest = createHash('sha256').update(describedBy.join('\n')).digest('hex');
  const identifier = PDFHexString.of(digest.slice(0, IDENTIFIER_DIGITS));
  document.context.trailerInfo.ID = document.context.obj([identifier, identifier]);
}
